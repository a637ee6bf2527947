/** Makes forecasts that belong together agree: sites with their territory. */
import type { Forecast } from "./model.ts";

/** How far the errors of two sites go together when nothing better is known. On street counters of one town 0.2
 *  gives the sum its 80 % in ordinary weeks, by hour and by day (bench/forecast.ts prints this); holidays and
 *  weather move sites together, hence a little more. */
const SITE_CORRELATION = 0.25;

/** The territory from its sites: means and medians add up; the distances of every other quantile from the median
 *  are combined as errors that correlate by `correlation` (0 = independent, 1 = always together). A site closed
 *  at a step adds nothing; the territory is closed where all are.
 *  @throws RangeError when sites have other leads or levels, or the level 0.5 is missing. */
export function sumSites(
  id: string,
  sites: readonly Forecast[],
  correlation: number = SITE_CORRELATION,
): Forecast {
  const first = sites[0];
  if (!first) throw new RangeError("invalid sites: none (a territory has at least one)");
  const { levels, leads, model } = first;
  const middle = levels.indexOf(0.5);
  if (middle < 0) throw new RangeError(`invalid levels: ${levels.join(",")} (0.5 is needed)`);
  if (sites.some((site) => site.leads !== leads || site.levels.join() !== levels.join())) {
    throw new RangeError("invalid sites: all must have the same leads and levels");
  }
  const width = levels.length;
  const quantiles = new Float64Array(leads * width);
  const mean = new Float64Array(leads);
  const closed = new Uint8Array(leads).fill(1);
  for (let i = 0; i < leads; i++) {
    for (let k = 0; k < width; k++) {
      let centre = 0;
      let together = 0;
      let squares = 0;
      for (const site of sites) {
        const median = site.quantiles[i * width + middle] ?? 0;
        const off = (site.quantiles[i * width + k] ?? 0) - median;
        centre += median;
        together += off;
        squares += off * off;
      }
      const off = Math.sqrt((1 - correlation) * squares + correlation * together * together);
      quantiles[i * width + k] = Math.max(0, centre + Math.sign(k - middle) * off);
    }
    for (const site of sites) {
      mean[i] = (mean[i] ?? 0) + (site.mean[i] ?? 0);
      if (site.closed[i] === 0) closed[i] = 0;
    }
  }
  return { kind: "forecast", id, model, levels, leads, quantiles, mean, closed };
}
