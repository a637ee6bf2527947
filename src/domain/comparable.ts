/** Comparable days of the year before ("à jours comparables"): each day is paired with the day that was most like
 *  it, by event, then public holiday, then week of the school holidays, then weekday, and only when both days were
 *  open or both closed. A pair depends on the day alone, never on the span asked for, and no day is used twice:
 *  a part of a month is compared with the same part, and parts add up to the whole. */
import type { Calendar } from "./calendar.ts";
import { likenessOf } from "./likeness.ts";
import { addDays, type DaySpan, daysBetween, daysIn, type LocalDate } from "./time.ts";

/** Which rule paired two days, from the strongest to the weakest. */
export type PairReason = "event" | "holiday" | "school" | "weekday";

/** Why a day has no comparable day: the event did not take place a year before; nor the holiday; the school break
 *  had no such day or is not known; one day was open and the other closed; no like day was left. */
export type UnpairedReason = "new-event" | "no-holiday" | "no-break-day" | "opening" | "no-like-day";

export type ComparablePair =
  | { readonly date: LocalDate; readonly pair: LocalDate; readonly reason: PairReason }
  | { readonly date: LocalDate; readonly pair: null; readonly reason: UnpairedReason };

/** How far from the same weekday a year before another like day may be, in days: the drift of movable breaks. */
const REACH_WEEKS = 4;

/** One entry per day of the span, in order. `openMinutes` tells how long the site is open on a day (0 = closed);
 *  with a site, only the events that touch it count. */
export function comparablePairs(
  span: DaySpan,
  calendar: Calendar,
  openMinutes: (date: LocalDate) => number,
  site?: string,
): ComparablePair[] {
  const years = new Map<number, ReadonlyMap<LocalDate, ComparablePair>>();
  return daysIn(span).flatMap((date) => {
    const year = Number(date.slice(0, 4));
    const pairs = years.get(year) ?? pairsOfYear(year, calendar, openMinutes, site);
    years.set(year, pairs);
    return pairs.get(date) ?? [];
  });
}

/** Pairs of all days of a calendar year with days of the calendar year before it. */
function pairsOfYear(
  year: number,
  calendar: Calendar,
  openMinutes: (date: LocalDate) => number,
  site: string | undefined,
): ReadonlyMap<LocalDate, ComparablePair> {
  const now = likenessOf(year, calendar, site);
  const before = likenessOf(year - 1, calendar, site);
  const byLabel = new Map([...before].map(([date, { label }]) => [label, date]));
  const alike = (a: LocalDate, b: LocalDate) => openMinutes(a) > 0 === openMinutes(b) > 0;
  const pairs = new Map<LocalDate, ComparablePair>();
  const used = new Set<LocalDate>();
  const plain: LocalDate[] = [];

  const keep = (date: LocalDate, pair: LocalDate, reason: PairReason) => {
    pairs.set(date, { date, pair, reason });
    used.add(pair);
  };

  for (const [date, like] of now) {
    const twin = like.label === null ? undefined : byLabel.get(like.label);
    if (twin !== undefined && alike(date, twin)) keep(date, twin, like.reason);
    else if (like.fallback) plain.push(date);
    else pairs.set(date, { date, pair: null, reason: twin === undefined ? WITHOUT[like.reason] : "opening" });
  }

  // Ordinary days: first the same weekday of the same week, for all of them; then those whose partner was taken by
  // a movable break or holiday look for the nearest ordinary day of that weekday that is left.
  const isFree = (date: LocalDate) => before.get(date)?.fallback === true && !used.has(date);
  const knows = (date: LocalDate) => isKnown(calendar, date);
  const open: LocalDate[] = [];
  for (const date of plain) {
    const twin = addDays(date, -364);
    if (isFree(twin) && alike(date, twin) && knows(date) === knows(twin)) keep(date, twin, "weekday");
    else open.push(date);
  }
  for (const date of open) {
    const free = nearby(addDays(date, -364)).filter((day) => isFree(day) && knows(date) === knows(day));
    const twin = free.find((day) => alike(date, day));
    if (twin !== undefined) keep(date, twin, "weekday");
    else pairs.set(date, { date, pair: null, reason: free.length > 0 ? "opening" : "no-like-day" });
  }
  return pairs;
}

const WITHOUT: Readonly<Record<PairReason, UnpairedReason>> = {
  event: "new-event",
  holiday: "no-holiday",
  school: "no-break-day",
  weekday: "no-like-day",
};

/** The same weekday of the weeks around, nearest first, earlier before later. */
function nearby(date: LocalDate): LocalDate[] {
  const weeks = Array.from({ length: REACH_WEEKS }, (_, i) => i + 1);
  return [date, ...weeks.flatMap((n) => [addDays(date, -7 * n), addDays(date, 7 * n)])];
}

/** Where school holidays are not known, a day that looks ordinary may have been a holiday: such days are
 *  compared only with each other. */
function isKnown({ schoolSpan }: Calendar, date: LocalDate): boolean {
  if (!schoolSpan) return true;
  return daysBetween(schoolSpan.from, date) >= 0 && daysBetween(date, schoolSpan.to) > 0;
}
