/** What the attendance line is given and what its layout yields. x in slots (days), y in pixels. */
import type { ValueScale } from "./axis.tsx";
import type { Shown } from "./label-field.ts";
import type { Anchor } from "./labels.ts";
import type { Run } from "./runs.ts";

/** One day as the chart needs it. `visits` null = closed or missing, as `state` says. */
export interface LineDay {
  readonly visits: number | null;
  readonly before: number | null;
  readonly state: "measured" | "estimated" | "closed" | "missing";
  readonly weekend: boolean;
}

/** Words that stand on the chart, by slot. A mark without `value` takes one line. */
export interface LineWords {
  readonly year: string;
  readonly before: string;
  readonly estimated: string;
  /** Stands beside a zero; empty = not written. */
  readonly open: string;
  readonly marks: readonly { readonly slot: number; readonly title: string; readonly value: string }[];
  readonly breaks: readonly { readonly run: Run; readonly title: string; readonly sub: string }[];
}

/** Room of one drawing: the narrowest and the usual width of the plot, top and bottom, in pixels. */
export interface LineFrame {
  readonly width: number;
  readonly usual: number;
  readonly top: number;
  readonly bottom: number;
}

/** Text held at a slot; null = it found no place. */
export interface Placed {
  readonly slot: number;
  readonly anchor: Anchor;
  readonly shown: Shown;
}

/** Two lines of text above a bracket. */
export interface PlacedBreak {
  readonly run: Run;
  readonly title: string;
  readonly sub: string;
  readonly label: Placed | null;
}

/** A stem from the day up to its name. */
export interface PlacedMark {
  readonly slot: number;
  readonly title: string;
  readonly value: string;
  /** Top and bottom of the stem. */
  readonly from: number;
  readonly to: number;
  /** Baseline of the last line; the one before stands 16 above. */
  readonly baseline: number;
  readonly label: Placed;
}

/** An estimated day; its word stands on the right or below, or nowhere. */
export interface Estimate {
  readonly slot: number;
  readonly y: number;
  readonly word: "right" | "below" | "none";
  readonly shown: Shown;
}

/** Name of the year before, with a leader to its line. */
export interface LeaderLabel {
  readonly slot: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly shown: Shown;
}

export interface LineLayout {
  readonly scale: ValueScale;
  readonly weekends: readonly Run[];
  readonly breaks: readonly PlacedBreak[];
  readonly measured: string;
  readonly dots: string;
  readonly before: string;
  readonly closed: readonly Run[];
  readonly missing: readonly Run[];
  /** `shown` says where the word "open" stands beside the 0; null = nowhere. */
  readonly zeros: readonly { readonly slot: number; readonly y: number; readonly shown: Shown | null }[];
  readonly estimated: readonly Estimate[];
  readonly marks: readonly PlacedMark[];
  /** Where the current year is named, at its peak; null without data. */
  readonly year: {
    readonly slot: number;
    readonly y: number;
    readonly right: boolean;
    readonly shown: Shown;
  } | null;
  readonly beforeLabel: LeaderLabel | null;
}
