/** Yearly season: the level of the weeks around the same day in past years, as a log. Days are compared 364 days
 *  apart, so that weekdays meet. */
import type { Site } from "./site.ts";
import type { Tuning } from "./tuning.ts";

export const YEAR = 364;

/** Mean over [day − reach, day + reach] of what is observed there; NaN when less than a third is. */
export function smooth(levels: Float64Array, reach: number): Float64Array {
  const n = levels.length;
  const sums = new Float64Array(n + 1);
  const counts = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    const level = levels[i] ?? Number.NaN;
    sums[i + 1] = (sums[i] ?? 0) + (Number.isNaN(level) ? 0 : level);
    counts[i + 1] = (counts[i] ?? 0) + (Number.isNaN(level) ? 0 : 1);
  }
  return Float64Array.from({ length: n }, (_, i) => {
    const from = Math.max(0, i - reach);
    const to = Math.min(n, i + reach + 1);
    const seen = (counts[to] ?? 0) - (counts[from] ?? 0);
    return seen * 3 > 2 * reach ? ((sums[to] ?? 0) - (sums[from] ?? 0)) / seen : Number.NaN;
  });
}

/** Log season of each day of `[from, to)`, from the years before the origin day that reach back far enough; 0 in
 *  every entry while there is none. Days without a past of their own get the mean of the eight weeks before the
 *  origin, so that they neither rise nor fall. */
export function seasonBefore(
  site: Site,
  originDay: number,
  from: number,
  to: number,
  tuning: Tuning,
): Float64Array {
  const out = new Float64Array(to - from);
  const ages = [1, 2, 3].filter((k) => originDay - 63 - k * YEAR >= site.firstSeen);
  if (ages.length === 0) return out;
  const at = (day: number) => {
    let sum = 0;
    let seen = 0;
    for (const age of ages) {
      const past = day - age * YEAR;
      if (past + 15 > originDay) continue;
      const level =
        tuning.seasonWeek * (site.weekLevel[past] ?? Number.NaN) +
        tuning.seasonMonth * (site.monthLevel[past] ?? Number.NaN);
      if (Number.isNaN(level)) continue;
      sum += level;
      seen++;
    }
    return seen === ages.length ? sum / seen : Number.NaN;
  };
  let sum = 0;
  let seen = 0;
  for (let day = originDay - 56; day < originDay; day++) {
    const level = at(day);
    if (Number.isNaN(level)) continue;
    sum += level;
    seen++;
  }
  const neutral = seen > 0 ? sum / seen : 0;
  for (let day = from; day < to; day++) {
    const level = at(day);
    out[day - from] = Number.isNaN(level) || seen === 0 ? 0 : level - neutral;
  }
  return out;
}
