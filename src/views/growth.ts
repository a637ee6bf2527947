/** Growth against the year before, three ways. Never a rate on a base under 30 visits. Pure. */
import type { z } from "zod";
import type { Growth as GrowthSchema } from "../contract/attendance.ts";
import { isLocalDate, type LocalDate } from "../domain/time.ts";
import { isWhole, type PairedDay, type TotalDay } from "./period-days.ts";

export type Growth = z.output<typeof GrowthSchema>;

/** A rate on fewer visits says more about chance than about growth. */
const SMALLEST_BASE = 30;

/** now / before − 1; null where the base is too small. */
export function changeOf(now: number, before: number): number | null {
  return before < SMALLEST_BASE ? null : now / before - 1;
}

/** The same date a year before; null for 29 February. */
export function sameDate(day: LocalDate): LocalDate | null {
  const date = `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
  return isLocalDate(date) ? date : null;
}

/** Same dates of both years, closed days included; a day not known in full on either side is left out. Null when
 *  nothing is left. */
export function growthToDate(
  days: readonly TotalDay[],
  before: ReadonlyMap<LocalDate, TotalDay>,
): Growth | null {
  const pairs = days.map((now) => {
    const date = sameDate(now.day);
    return { now, before: date === null ? undefined : before.get(date) };
  });
  const counted = pairs.flatMap((pair) =>
    pair.before && isKnown(pair.now) && isKnown(pair.before) ? [{ now: pair.now, before: pair.before }] : [],
  );
  return counted.length === 0 ? null : growthOf(counted, days.length - counted.length);
}

/** Comparable days, both whole. Null without a pair. */
export function growthComparable(days: readonly PairedDay[]): Growth | null {
  const counted = countedPairs(days);
  const due = days.filter(({ now, counted: whole }) => whole || isDue(now)).length;
  return counted.length === 0 ? null : growthOf(counted, due - counted.length);
}

/** Visits an open hour over the same pairs; null without open hours on either side. */
export function growthPerOpenHour(
  days: readonly PairedDay[],
): { readonly value: number; readonly before: number; readonly change: number | null } | null {
  const counted = countedPairs(days);
  const hours = (side: "now" | "before") =>
    counted.reduce((sum, pair) => sum + pair[side].openMinutes, 0) / 60;
  const [open, openBefore] = [hours("now"), hours("before")];
  if (open === 0 || openBefore === 0) return null;
  const { visits, before } = sums(counted);
  const [value, then] = [visits / open, before / openBefore];
  return { value, before: then, change: before < SMALLEST_BASE ? null : value / then - 1 };
}

/** Visits more than on the comparable days; null without a pair. */
export function difference(days: readonly PairedDay[]): number | null {
  const counted = countedPairs(days);
  if (counted.length === 0) return null;
  const { visits, before } = sums(counted);
  return visits - before;
}

interface Both {
  readonly now: TotalDay;
  readonly before: TotalDay;
}

function countedPairs(days: readonly PairedDay[]): Both[] {
  return days.flatMap(({ now, before, counted }) => (counted && before ? [{ now, before }] : []));
}

function growthOf(pairs: readonly Both[], leftOut: number): Growth {
  const { visits, before } = sums(pairs);
  return { visits, before, change: changeOf(visits, before), days: pairs.length, left_out: leftOut };
}

function sums(pairs: readonly Both[]): { readonly visits: number; readonly before: number } {
  return {
    visits: pairs.reduce((sum, { now }) => sum + (now.visits ?? 0), 0),
    before: pairs.reduce((sum, pair) => sum + (pair.before.visits ?? 0), 0),
  };
}

/** Over, and either closed or whole. */
function isKnown(day: TotalDay): boolean {
  return !day.running && (isWhole(day) || (day.openMinutes === 0 && day.complete));
}

/** A day that ought to have had a pair: over and open. */
function isDue(day: TotalDay): boolean {
  return day.openMinutes > 0 && !day.running;
}
