/** Past days brought to the level of the season: in autumn the weeks of summer are no habit as they stand. Pure. */
import { quantile } from "../domain/quantile.ts";

/** Visits of one past day: up to a time (null = cannot be told), and in all. */
export interface PastDay {
  readonly now: number | null;
  readonly day: number;
}

/** Change from one day of the list to the next that chance alone may bring (in logarithms: 0.03 = 3 %); the trend
 *  counts by what it exceeds this. */
const CHANCE = 0.03;
/** No season rises or falls faster from one such day to the next. */
const FASTEST = 0.15;

/** Each day as it would be now if the season went on as it did over these days; the same days without a trend.
 *  @param days newest first, about equally far apart */
export function inSeason(days: readonly PastDay[]): PastDay[] {
  const trend = trendOf(days.map(({ day }) => day));
  return days.map(({ now, day }, i) => {
    const factor = Math.exp(trend * (i + 1));
    return { now: now === null ? null : now * factor, day: day * factor };
  });
}

/** Change of the logarithm per day of the list, above what chance may bring; 0 for fewer than five days with visits.
 *  SOURCE: Sen, Estimates of the regression coefficient based on Kendall's tau, 1968 (median of all slopes). */
function trendOf(visits: readonly number[]): number {
  const known = visits.flatMap((value, i) => (value > 0 ? [{ i, log: Math.log(value) }] : []));
  if (known.length < 5) return 0;
  const slopes = known.flatMap((newer, n) =>
    known.slice(n + 1).map((older) => (newer.log - older.log) / (older.i - newer.i)),
  );
  const slope = quantile(slopes, 0.5);
  return Math.sign(slope) * Math.max(0, Math.min(FASTEST, Math.abs(slope)) - CHANCE);
}
