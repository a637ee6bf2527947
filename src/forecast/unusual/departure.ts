/** How far a day lies from its forecast, and from where on that is unusual. */
import { quantile } from "../../domain/quantile.ts";

/** What was promised for a day, people. */
export interface DayBand {
  readonly q10: number;
  readonly q50: number;
  readonly q90: number;
}

/** Of a normal distribution: q90, and both ends of the range that holds 98 times in 100. */
const Z90 = 1.2816;
const Z99 = 2.3263;
/** What nine in ten scores stay below when bands are right. */
const USUAL = 1.6449;
/** An unusual day lies this many times as far out as nine in ten days do: for about one false flag per site and two
 *  months of open days. Found on simulated visitors: 0.7 to 1.9 by site (bench/forecast/simulation.ts). */
const TIMES = 1.6;
/** Scored days without which a band is taken at its word, and the share of them that says how far days usually lie. */
const FEWEST = 30;
const MOST_DAYS = 0.9;

/** Standard deviations of the log from the median, by the half of the band on that side: 1.28 at q10 and q90. Never from
 *  less spread than chance alone gives such a count. NaN in, NaN out. */
export function departure(value: number, { q10, q50, q90 }: DayBand): number {
  const middle = Math.log(q50 + 1);
  const end = Math.log((value >= q50 ? q90 : q10) + 1);
  const spread = Math.max(Math.abs(end - middle) / Z90, 1 / Math.sqrt(q50 + 1));
  return (Math.log(value + 1) - middle) / spread;
}

/** From which score on (either way) a day of a site is unusual; at least that of the 98 % range. A tenth of wild days
 *  among `scores` does not move it.  @param scores of the site's days, NaN = not scored */
export function unusualFrom(scores: Iterable<number>): number {
  const sizes = [...scores].filter((score) => !Number.isNaN(score)).map(Math.abs);
  const usual = sizes.length < FEWEST ? USUAL : quantile(sizes, MOST_DAYS);
  return Math.max(Z99, TIMES * usual);
}
