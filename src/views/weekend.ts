/** The coming weekend, or the one that goes on: expected, against the comparable one, or the last eight. */
import type { Board } from "../contract/board.ts";
import { quantile } from "../domain/quantile.ts";
import type { Site, Territory } from "../domain/site.ts";
import { addDays, type LocalDate, weekday } from "../domain/time.ts";
import type { DayVisits } from "../visits/daily.ts";
import type { PairOf } from "../visits/pairs.ts";
import { rangeOf, type Spread, sumSpreads } from "./spread.ts";

const WEEKENDS = 8;
/** Fewer weekends known in full make no habit. */
const ENOUGH = 4;
/** Less than this away from the comparable weekend is ordinary. */
const CLOSE = 0.2;

/** Saturday of the weekend that is ahead or goes on. */
function saturdayOf(today: LocalDate): LocalDate {
  return addDays(today, weekday(today) === 7 ? -1 : 6 - weekday(today));
}

/** Days whose visits {@link weekendOf} looks at: the weekend itself, eight before it, and its comparable days. */
export function weekendDays(today: LocalDate, sites: readonly Site[], pairOf: PairOf): LocalDate[] {
  const saturday = saturdayOf(today);
  const weekends = Array.from({ length: WEEKENDS + 1 }, (_, i) => addDays(saturday, -7 * i));
  const own = weekends.flatMap((day) => [day, addDays(day, 1)]);
  const pairs = sites.flatMap((site) =>
    [saturday, addDays(saturday, 1)].flatMap((day) => pairOf([site], day).pair ?? []),
  );
  return [...new Set([...own, ...pairs])].filter((day) => day < today).sort();
}

export interface WeekendParts {
  readonly territory: Territory;
  readonly today: LocalDate;
  readonly pairOf: PairOf;
  /** Expected on a coming day or at the end of today; null without a forecast. */
  readonly expectedOn: (day: LocalDate) => Spread | null;
  /** Visits of a past day of a site; undefined when it was not asked for. */
  readonly visitsOn: (site: Site, day: LocalDate) => DayVisits | undefined;
}

/** Null without a forecast for either day. */
export function weekendOf(parts: WeekendParts): Board["weekend"] {
  const { today, territory } = parts;
  const saturday = saturdayOf(today);
  const sunday = addDays(saturday, 1);
  const [sat, sun] = [spreadOn(saturday, parts), spreadOn(sunday, parts)];
  if (!sat && !sun) return null;
  const both = sumSpreads([sat, sun].flatMap((day) => day ?? []));
  const yearBefore = sumOf(
    territory.sites.flatMap((site) => [saturday, sunday].map((day) => pairVisits(site, day, parts))),
  );
  const past = Array.from({ length: WEEKENDS }, (_, i) => addDays(saturday, -7 * (i + 1)))
    .map((day) => sumOf([totalOn(day, parts), totalOn(addDays(day, 1), parts)]))
    .filter((visits) => visits !== null);
  return {
    saturday,
    sunday,
    both: rangeOf(both),
    by_day: { saturday: sat ? rangeOf(sat) : null, sunday: sun ? rangeOf(sun) : null },
    verdict: verdictOf(both.middle, yearBefore, past),
    year_before: yearBefore,
  };
}

/** Against the comparable weekend where there is one, else against the last ones, which lag behind the season.
 *  @param past visits of the last weekends known in full */
export function verdictOf(
  expected: number,
  yearBefore: number | null,
  past: readonly number[],
): NonNullable<Board["weekend"]>["verdict"] {
  if (yearBefore === null || yearBefore === 0) {
    if (past.length < ENOUGH) return "ordinary";
    if (expected > quantile(past, 0.9)) return "busy";
    return expected < quantile(past, 0.1) ? "quiet" : "ordinary";
  }
  if (expected > (1 + CLOSE) * yearBefore) return "busy";
  return expected < (1 - CLOSE) * yearBefore ? "quiet" : "ordinary";
}

/** A past day is what it was; today and later what is expected. */
function spreadOn(day: LocalDate, parts: WeekendParts): Spread | null {
  if (day >= parts.today) return parts.expectedOn(day);
  const visits = totalOn(day, parts);
  return visits === null ? null : { low: visits, middle: visits, high: visits };
}

/** All sites on a past day; null when an open one is not known. */
function totalOn(day: LocalDate, { territory, visitsOn }: WeekendParts): number | null {
  return sumOf(
    territory.sites.map((site) => {
      const known = visitsOn(site, day);
      return known && known.state !== "closed" ? known.visits : known ? 0 : null;
    }),
  );
}

/** Visits of the comparable day; 0 where the site is closed, or was then. */
function pairVisits(site: Site, day: LocalDate, { pairOf, visitsOn }: WeekendParts): number | null {
  if (site.opening.on(day).kind === "closed") return 0;
  const pair = pairOf([site], day);
  if (pair.pair === null) return pair.reason === "opening" ? 0 : null;
  return visitsOn(site, pair.pair)?.visits ?? null;
}

function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
