/** Days of the year before that days are compared with, read as the shortest span that holds them. */
import type { VisitRow } from "../contract/visits.ts";
import type { Site } from "../domain/site.ts";
import { addDays, type DaySpan, type Instant, type LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import type { VisitContext } from "../visits/context.ts";
import { type DayEvidence, type DayVisits, judgeDays, readDays } from "../visits/daily.ts";
import type { PairOf } from "../visits/pairs.ts";

type Paired = Pick<VisitRow, "compare_day" | "compare_visits" | "compare_reason">;

export const NO_PAIR: Paired = { compare_day: null, compare_visits: null, compare_reason: null };

/** The shortest span that holds all days; null for none. */
export function spanOf(days: readonly LocalDate[]): DaySpan | null {
  const sorted = [...days].sort();
  const [from, last] = [sorted[0], sorted.at(-1)];
  return from === undefined || last === undefined ? null : { from, to: addDays(last, 1) };
}

/** Evidence of the span that holds all days; null for none. */
export async function readSpanOf(
  store: Store,
  now: Instant,
  sites: readonly Site[],
  days: readonly LocalDate[],
): Promise<DayEvidence | null> {
  const span = spanOf(days);
  return span && readDays(store, now, sites, span);
}

/** Day visits by `site day`. */
export function bySiteDay(evidence: DayEvidence | null, context: VisitContext): Map<string, DayVisits> {
  if (!evidence) return new Map();
  const visits = judgeDays(evidence, context);
  return new Map(
    [...visits].flatMap(([site, list]) => list.map((day) => [`${site} ${day.day}`, day] as const)),
  );
}

/** The pair of a day of one site and what was counted then. */
export function pairedVisits(
  site: Site,
  day: LocalDate,
  pairOf: PairOf,
  before: ReadonlyMap<string, DayVisits>,
): Paired {
  const pair = pairOf([site], day);
  if (pair.pair === null) return NO_PAIR;
  return {
    compare_day: pair.pair,
    compare_visits: before.get(`${site.id} ${pair.pair}`)?.visits ?? null,
    compare_reason: pair.reason,
  };
}
