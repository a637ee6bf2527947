/** Days of a period for several sites together, each beside its comparable day. Pure. */
import type { ComparablePair, PairReason, UnpairedReason } from "../domain/comparable.ts";
import type { LocalDate } from "../domain/time.ts";
import { type Combined, combine } from "../visits/combine.ts";
import type { DayVisits } from "../visits/daily.ts";

/** All chosen sites on one day. */
export interface TotalDay extends Combined {
  readonly day: LocalDate;
  /** Minutes of opening, the sites added up. */
  readonly openMinutes: number;
  /** True while the day goes on. */
  readonly running: boolean;
}

/** A day and its comparable day of the year before. */
export interface PairedDay {
  readonly now: TotalDay;
  /** Null without a pair, or when nothing is known of that day. */
  readonly before: TotalDay | null;
  readonly pair: { readonly day: LocalDate; readonly reason: PairReason } | null;
  /** Why there is no pair; null with one. */
  readonly unpaired: UnpairedReason | null;
  /** True when both days are over, were open and are known at every open site: only such pairs make a growth. */
  readonly counted: boolean;
}

/** Sums of sites by day. */
export function totalsByDay(
  visits: ReadonlyMap<string, readonly DayVisits[]>,
  today: LocalDate,
): Map<LocalDate, TotalDay> {
  const byDay = Map.groupBy([...visits.values()].flat(), ({ day }) => day);
  return new Map(
    [...byDay].map(([day, parts]) => {
      const openMinutes = parts.reduce((sum, part) => sum + part.openMinutes, 0);
      return [day, { ...combine(parts), day, openMinutes, running: day >= today }];
    }),
  );
}

/** Lays each day beside its pair. */
export function pairDays(
  days: readonly TotalDay[],
  before: ReadonlyMap<LocalDate, TotalDay>,
  pairOf: (day: LocalDate) => ComparablePair,
): PairedDay[] {
  return days.map((now) => {
    const pair = pairOf(now.day);
    if (pair.pair === null) return { now, before: null, pair: null, unpaired: pair.reason, counted: false };
    const then = before.get(pair.pair) ?? null;
    const counted = isWhole(now) && then !== null && isWhole(then);
    return { now, before: then, pair: { day: pair.pair, reason: pair.reason }, unpaired: null, counted };
  });
}

/** Open, over, and known at every open site. */
export function isWhole(day: TotalDay): boolean {
  return day.openMinutes > 0 && !day.running && day.complete && day.visits !== null;
}
