/** What rain or warmth did at that time of the year: days against their neighbours, with what was known of the weather of
 *  each. The change is counted from the weather now forecast, or, further ahead, from what is usual then. */

import type { History } from "../model.ts";
import { issuesOf, valueAt } from "../ridge/covariates.ts";
import { excess, isOrdinary, mean, neighbours, type Past } from "./past.ts";
import { type Effect, type NoEffect, refused } from "./scenario.ts";
import { type Beside, slopeOf } from "./slope.ts";
import { percents } from "./words.ts";

/** Days of the year around the day's own at which weather does the same: a hot day in March is none in July. */
const SEASON = 60;
/** Known days in that season that are needed, and how many of them must come near to what is asked. */
const FEWEST = 40;
const FEWEST_LIKE = 5;
/** Days around the day's own whose mean is the usual weather. */
const USUAL = 15;
const YEAR = 365.2425;
/** Rain beyond this many mm keeps nobody else away. */
const SOAKED = 20;
/** Warmth beyond this many °C draws nobody more. */
const HOT = 28;
/** How the log of people may follow the weather. Nobody knows whether the first drops or the many mm keep people away, nor
 *  whether heat still draws them: both ways are taken, and the range holds both. */
const BENDS = {
  rain: [Math.log1p, (mm: number) => Math.min(SOAKED, mm)],
  temperature: [(degrees: number) => degrees, (degrees: number) => Math.min(HOT, degrees)],
} as const;

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
  const now = weather[day] ?? Number.NaN;
  const then = season.filter((other) => apart(other, day) <= USUAL).map((other) => weather[other] ?? 0);
  if (Number.isNaN(now) && then.length === 0) return refused(`what ${name} is usual then is not known`);
  const spreads = BENDS[name].flatMap((bend) => {
    const found = slopeOf(
      season.map((other) => beside(past, other, (near) => bend(weather[near] ?? Number.NaN))),
    );
    if (!found) return [];
    const step = bend(value) - (Number.isNaN(now) ? mean(then.map(bend)) : bend(now));
    return [{ middle: found.slope * step, half: Math.abs(found.half * step) }];
  });
  if (spreads.length === 0) return refused(`${name} varies too little at this time of the year`);
  const low = Math.min(...spreads.map(({ middle, half }) => middle - half));
  const high = Math.max(...spreads.map(({ middle, half }) => middle + half));
  const against = Number.isNaN(now) ? "what is usual" : `the ${now.toFixed(1)} now forecast`;
  const because = `${name} against ${against}: ${season.length} days, ${percents([low, high])}`;
  const middle = mean(spreads.map((spread) => spread.middle));
  return { kind: "factor", low, middle, high, seen: season.length, because };
}

/** A day beside those of its neighbours of which the weather is known. */
function beside(past: Past, day: number, bent: (day: number) => number): Beside {
  const near = neighbours(past, day).filter((other) => !Number.isNaN(bent(other)));
  return {
    off: near.length > 0 ? excess(past, day, near) : Number.NaN,
    by: bent(day) - mean(near.map(bent)),
    cluster: Math.floor((past.firstDay + day) / 7),
  };
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
