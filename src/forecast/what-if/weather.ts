/** What rain or warmth did at that time of the year: days against their neighbours, with what was known of the weather of
 *  each. The change is counted from the weather now forecast, or, further ahead, from what is usual then. */

import type { History } from "../model.ts";
import { issuesOf, valueAt } from "../ridge/covariates.ts";
import { excess, isOrdinary, mean, neighbours, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";
import { slopeOf } from "./slope.ts";
import { percents } from "./words.ts";

/** Days of the year around the day's own at which weather does the same: a hot day in March is none in July. */
const SEASON = 60;
/** Known days in that season that are needed, and how many of them must come near to what is asked. */
const FEWEST = 40;
const FEWEST_LIKE = 5;
/** Days around the day's own whose mean is the usual weather. */
const USUAL = 15;
const YEAR = 365.2425;

/** @param value in the units of the covariate */
export function weatherEffect(
  history: History,
  series: number,
  past: Past,
  name: "rain" | "temperature",
  day: number,
  value: number,
): Effect | NoEffect {
  const weather = weatherOf(history, series, past.weekday.length, name);
  if (!weather) return refused(`no ${name} is on record for this site`);
  const season = known(past).filter((other) => apart(other, day) <= SEASON && !Number.isNaN(weather[other]));
  if (season.length < FEWEST) {
    return refused(
      `too few days with known ${name} at this time of the year: ${season.length} (${FEWEST} are needed)`,
    );
  }
  const seen = season.map((other) => weather[other] ?? 0);
  if (!seenLike(seen, name, value)) {
    const [least, most] = [Math.min(...seen), Math.max(...seen)].map((v) => v.toFixed(1));
    return refused(`${name} of ${value} was hardly ever seen at this time of the year (${least} to ${most})`);
  }
  const bend = name === "rain" ? Math.log1p : (degrees: number) => degrees;
  const found = slopeOf(
    season.map((other) => {
      const beside = neighbours(past, other).filter((near) => !Number.isNaN(weather[near]));
      const usual = mean(beside.map((near) => bend(weather[near] ?? 0)));
      return {
        off: beside.length > 0 ? excess(past, other, beside) : Number.NaN,
        by: bend(weather[other] ?? 0) - usual,
        cluster: Math.floor((past.firstDay + other) / 7),
      };
    }),
  );
  if (!found) return refused(`${name} varies too little at this time of the year`);
  const now = weather[day] ?? Number.NaN;
  const then = season.filter((other) => apart(other, day) <= USUAL).map((other) => bend(weather[other] ?? 0));
  const from = Number.isNaN(now) ? mean(then) : bend(now);
  if (Number.isNaN(from)) return refused(`what ${name} is usual then is not known`);
  const step = bend(value) - from;
  const [middle, half] = [found.slope * step, Math.abs(found.half * step)];
  const against = Number.isNaN(now) ? "what is usual" : `the ${now.toFixed(1)} now forecast`;
  const because = `${name} against ${against}: ${found.days} days, ${percents([middle - half, middle + half])}`;
  return { kind: "factor", low: middle - half, middle, high: middle + half, seen: found.days, because };
}

/** What was said last of each day before the origin; NaN = nothing. Undefined for a site without such weather. */
function weatherOf(
  { set: { axis }, origin, covariates }: History,
  series: number,
  days: number,
  name: string,
): Float64Array | undefined {
  const covariate = covariates?.[series]?.find((one) => one.name === name);
  if (!covariate) return undefined;
  const issues = issuesOf(covariate, days);
  const asOf = (axis.start[origin] ?? Number.POSITIVE_INFINITY) - 1;
  return Float64Array.from({ length: days }, (_, day) => valueAt(issues, day, asOf));
}

function known(past: Past): number[] {
  return Array.from({ length: past.origin }, (_, day) => day).filter((day) => isOrdinary(past, day));
}

/** Days between two days of the year. */
function apart(day: number, other: number): number {
  const between = Math.abs(day - other) % YEAR;
  return Math.min(between, YEAR - between);
}

/** Rain: days with half as much or more. Warmth: within what was seen, but for a degree. */
function seenLike(seen: readonly number[], name: "rain" | "temperature", value: number): boolean {
  if (name === "temperature") return value >= Math.min(...seen) - 1 && value <= Math.max(...seen) + 1;
  return value === 0 || seen.filter((rain) => rain >= value / 2).length >= FEWEST_LIKE;
}
