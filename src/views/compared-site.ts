/** One site's visits an open hour, beside comparable days a year before where they can be compared. Pure. */
import type { ComparedSite, LeftOut } from "../contract/comparison.ts";
import type { ComparablePair } from "../domain/comparable.ts";
import type { Site } from "../domain/site.ts";
import type { LocalDate } from "../domain/time.ts";
import { combine } from "../visits/combine.ts";
import type { DayVisits } from "../visits/daily.ts";
import { changeOf } from "./growth.ts";

/** A year of which less was measured is not compared. SOURCE: indicator F4, constant perimeter. */
const ENOUGH = 0.9;

/** @param days days that are over; @param before days that hold the pairs */
export function compareSite(
  site: Site,
  days: readonly DayVisits[],
  before: readonly DayVisits[],
  pairOf: (day: LocalDate) => ComparablePair,
): ComparedSite {
  const byDay = new Map(before.map((day) => [day.day, day]));
  const due = days.filter(({ openMinutes }) => openMinutes > 0);
  const known = due.filter(({ visits }) => visits !== null);
  const pairs = due.flatMap((now) => {
    const { pair } = pairOf(now.day);
    const then = pair === null ? undefined : byDay.get(pair);
    return then ? [{ now, then }] : [];
  });
  const whole = pairs.filter(({ now, then }) => isWhole(now) && isWhole(then));
  const coverage = combine(days).coverage;
  const coverageBefore = combine(pairs.map(({ then }) => then)).coverage;
  const left = leftOut(due.length, known.length, whole.length, pairs, coverage, coverageBefore);
  const used = left === null ? whole.map(({ now }) => now) : known;
  const now = rateOf(used);
  const then = left === null ? rateOf(whole.map((pair) => pair.then)) : null;
  const sure = then !== null && changeOf(now.visits ?? 0, then.visits ?? 0) !== null;
  return {
    site: site.id,
    name: site.name,
    visits: now.visits,
    open_hours: now.hours,
    per_hour: now.perHour,
    days: used.length,
    before_visits: then?.visits ?? null,
    before_open_hours: then?.hours ?? null,
    before_per_hour: then?.perHour ?? null,
    change: sure && now.perHour !== null && then.perHour ? now.perHour / then.perHour - 1 : null,
    days_left_out: due.length - used.length,
    coverage,
    left_out: left,
  };
}

/** Open, and known: a past day without a number would pull the mean down. */
function isWhole({ openMinutes, visits }: DayVisits): boolean {
  return openMinutes > 0 && visits !== null;
}

function leftOut(
  due: number,
  known: number,
  whole: number,
  pairs: readonly { readonly then: DayVisits }[],
  coverage: number | null,
  coverageBefore: number | null,
): LeftOut | null {
  if (due === 0) return "closed";
  if (known === 0) return "no_data";
  if (pairs.length === 0) return "no_pairs";
  if (pairs.every(({ then }) => then.visits === null)) return "not_counted_before";
  if ((coverage ?? 0) < ENOUGH) return "coverage";
  if ((coverageBefore ?? 0) < ENOUGH) return "coverage_before";
  return whole === 0 ? "no_pairs" : null;
}

function rateOf(days: readonly DayVisits[]): {
  readonly visits: number | null;
  readonly hours: number;
  readonly perHour: number | null;
} {
  const hours = days.reduce((sum, { openMinutes }) => sum + openMinutes, 0) / 60;
  if (days.length === 0) return { visits: null, hours, perHour: null };
  const visits = days.reduce((sum, day) => sum + (day.visits ?? 0), 0);
  return { visits, hours, perHour: hours > 0 ? visits / hours : null };
}
