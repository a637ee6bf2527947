/** How far month totals were off, on a log scale: by months ahead for all sites together, with a factor for each site.
 *  A dozen months per site is little, so each site leans on the others. */
import { quantileSorted } from "../../domain/quantile.ts";

/** One past month: people that came on its measured days, and what had been forecast for the same days. */
export interface MonthMiss {
  readonly id: string;
  /** Months after the origin, from 1. */
  readonly lead: number;
  readonly came: number;
  readonly hoped: number;
}

/** Standard deviation of the log of came over hoped, by lead group. */
export interface MonthSpread {
  readonly sigma: readonly number[];
}

/** Upper ends of the lead groups, in months. */
const GROUP_ENDS = [1, 3, 6, 12, Number.POSITIVE_INFINITY] as const;
/** A month's total is never better known than this, and, before anything was learned, this far off. */
const LEAST = 0.05;
const UNKNOWN = 0.35;
/** How much wider a group without a past is than the one before. */
const WIDER = 1.15;
/** Months of the common spread that a site's own have to outweigh. */
const PRIOR = 6;

/** The spread of each site; one without a past takes that of all. */
export function learnMonthSpread(misses: readonly MonthMiss[]): (id: string) => MonthSpread {
  const logs = misses.map((miss) => ({ ...miss, off: Math.log((miss.came + 1) / (miss.hoped + 1)) }));
  const groups = Map.groupBy(logs, ({ lead }) => groupOf(lead));
  const sigma: number[] = [];
  for (const group of GROUP_ENDS.keys()) {
    const before = sigma.at(-1);
    const offs = (groups.get(group) ?? []).map(({ off }) => Math.abs(off));
    const learned = offs.length >= 3 ? robustSigma(offs) : (before ?? UNKNOWN / WIDER) * WIDER;
    // Farther ahead is never better known.
    sigma.push(Math.max(LEAST, before ?? 0, learned));
  }
  const own = Map.groupBy(logs, ({ id }) => id);
  return (id) => {
    const units = (own.get(id) ?? []).map(({ lead, off }) => Math.abs(off) / (sigma[groupOf(lead)] ?? 1));
    const factor =
      (units.length * (units.length > 0 ? robustSigma(units) : 1) + PRIOR) / (units.length + PRIOR);
    return { sigma: sigma.map((s) => Math.max(LEAST, s * factor)) };
  };
}

function groupOf(lead: number): number {
  return GROUP_ENDS.findIndex((end) => lead <= end);
}

/** Standard deviation from absolute errors: the mean of what the middle and the outer part say, so that one lost month
 *  does not make all ranges useless and none makes them too sure. 0.674 and 1.282: the normal's 50 % and 80 %. */
function robustSigma(sizes: readonly number[]): number {
  const sorted = Float64Array.from(sizes).sort();
  return (quantileSorted(sorted, 0.5) / 0.6745 + quantileSorted(sorted, 0.8) / 1.2816) / 2;
}

/** Quantiles of a total whose mean is `mean`, log-normal: people, in order for ascending levels. */
export function monthQuantiles(
  { sigma }: MonthSpread,
  lead: number,
  mean: number,
  levels: readonly number[],
): number[] {
  const s = sigma[groupOf(lead)] ?? UNKNOWN;
  return levels.map((level) => mean * Math.exp(s * normalQuantile(level) - (s * s) / 2));
}

/** SOURCE: Abramowitz & Stegun 1964, 26.2.23; off by less than 4.5e-4. */
export function normalQuantile(level: number): number {
  if (level > 0.5) return -normalQuantile(1 - level);
  if (level === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(level));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  return top / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
}
