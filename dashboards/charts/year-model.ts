/** What the calendar is given and what its layout yields. x in weeks (slots), y in pixels. */

import type { Placed } from "./attendance-model.ts";
import type { Letters } from "./figure-text.ts";
import type { Run } from "./runs.ts";

/** One day, in order and without a gap. */
export interface YearDay {
  readonly day: string;
  /** Null = closed, missing or coming. */
  readonly visits: number | null;
  readonly state: "measured" | "estimated" | "closed" | "missing" | "coming";
  /** Middle of what is expected of a coming day. */
  readonly expected: number | null;
  /** Text of the figure: 386, ≈ 94, ≥ 37. */
  readonly figure: string;
  /** A holiday or an event. */
  readonly marked: boolean;
}

/** School holidays: first and last (exclusive) day as indices, which may lie outside. */
export interface YearBreak {
  readonly run: Run;
  readonly title: string;
}

/** Room of one drawing, in pixels. */
export interface YearFrame {
  /** Weeks side by side. */
  readonly weeks: number;
  /** Narrowest and usual width of the plot. */
  readonly width: number;
  readonly usual: number;
  /** Height of a day. */
  readonly row: number;
}

/** Cells of days that touch, merged. */
export interface Cells {
  readonly columns: Run;
  readonly top: number;
  readonly bottom: number;
}

/** Where things stand, for whoever finds a day under a pointer. */
export interface YearGrid {
  /** Weekday of the first day, 0 Monday. */
  readonly offset: number;
  readonly weeks: number;
  readonly row: number;
  /** Top of the first strip's Monday, and pixels from one strip to the next. */
  readonly top: number;
  readonly strip: number;
}

export interface YearLayout {
  readonly grid: YearGrid;
  readonly strips: number;
  readonly height: number;
  /** Days by shade, lightest first. */
  readonly shades: readonly string[];
  /** Coming days: outlines, and the middle expected by shade. */
  readonly coming: string;
  readonly expected: readonly string[];
  readonly estimated: readonly Cells[];
  readonly closed: readonly Cells[];
  readonly missing: readonly Cells[];
  readonly zeros: readonly { readonly x: number; readonly y: number }[];
  readonly today: Cells | null;
  /** Corner of marked days. */
  readonly marked: string;
  /** Figures by the ink they need on their shade: `0` on light ones, `3`, `4` on dark ones. */
  readonly figures: readonly { readonly ink: 0 | 3 | 4; readonly letters: Letters }[];
  /** Names of weekdays: top of each strip. */
  readonly tops: readonly number[];
  readonly months: readonly { readonly x: number; readonly y: number; readonly day: string }[];
  /** Lines between months. */
  readonly borders: string;
  readonly breaks: readonly {
    readonly columns: Run;
    readonly top: number;
    readonly title: string;
    readonly label: Placed | null;
  }[];
}
