/** What robust-base keeps about a series between its preparation and its forecasts. */
import type { DayCalendar } from "../calendar.ts";
import type { DayKind } from "../special-day.ts";
import type { DayTable } from "./table.ts";

/** One past special day against what its surroundings would have let expect. */
export interface Instance {
  readonly day: number;
  /** Log of observed over expected, by slot, smoothed. */
  readonly logs: Float64Array;
  /** People that were expected, by slot; NaN where not known. */
  readonly expected: Float64Array;
  /** The same as {@link file://./shape.ts} tells it. */
  readonly shape: Float64Array;
}

/** One past special day at several sites: sums over them by slot. */
export interface Shared {
  readonly day: number;
  readonly counts: Float64Array;
  /** Of their logs, and of the squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** Of their shapes, of the squares, and of the products with the logs. */
  readonly shapes: Float64Array;
  readonly shapeSquares: Float64Array;
  readonly products: Float64Array;
}

/** What special days have done so far. */
export interface SpecialEffects {
  /** Share of Sunday in the day of a holiday, 0–1. */
  readonly sunday: number;
  /** Shares of other weekdays in special days, by {@link file://./like-weekday.ts group}, that of Sunday among them. */
  readonly shares: readonly number[];
  /** Past instances by label, oldest first. */
  readonly byLabel: ReadonlyMap<string, readonly Instance[]>;
  /** Past instances by kind, oldest first. */
  readonly byKind: ReadonlyMap<DayKind, readonly Instance[]>;
  /** The same of all sites together, this one among them; absent where a site stands alone. */
  readonly shared?: {
    readonly byLabel: ReadonlyMap<string, readonly Shared[]>;
    readonly byKind: ReadonlyMap<DayKind, readonly Shared[]>;
  };
}

/** A series without its special days: what these are learned from. Day arrays go by day index of the table. */
export interface PlainSite {
  readonly table: DayTable;
  readonly calendar: DayCalendar;
  /** Cube roots of the table's values. */
  readonly roots: Float64Array;
  /** Index of the first day observed. */
  readonly firstSeen: number;
  /** 1 = neither holiday nor event: the day may stand for its weekday. */
  readonly ordinary: Uint8Array;
  /** Weekday of each day, 0 Monday … 6 Sunday. */
  readonly weekday: Uint8Array;
  /** Log day level without weekday and school effect, mean over 7 and over 29 days; NaN where little is known. */
  readonly weekLevel: Float64Array;
  readonly monthLevel: Float64Array;
  /** Log effect of a school holiday on [Monday–Friday, weekend]; 0 when unknown. */
  readonly school: readonly [number, number];
}

export interface Site extends PlainSite {
  readonly effects: SpecialEffects;
}

/** Log effect of the school calendar on a day. */
export function schoolLog(site: Pick<PlainSite, "calendar" | "weekday" | "school">, day: number): number {
  return site.calendar.school[day] === 1 ? site.school[(site.weekday[day] ?? 0) >= 5 ? 1 : 0] : 0;
}
