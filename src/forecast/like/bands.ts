/** How far such forecasts are off: the histories of older sites cut to the same age, forecast from the others, and
 *  compared with what came. */
import { quantileSorted } from "../../domain/quantile.ts";

/** Points of the quantile function that are kept: levels 0, 1/GRID … 1. */
const GRID = 100;
/** Upper ends of the lead groups, in days. */
const groupEnds = [7, 28, Number.POSITIVE_INFINITY];
/** Errors that what was found on public counts stands for. */
const PRIOR = 60;
/** That: standard deviation in units of {@link unitOf}, by lead group. */
const found = [1.6, 1.8, 2.2];

/** Quantile function of errors in units, by lead group. */
export type Bands = readonly Float64Array[];

/** An error: log of seen over hoped, in units. */
export interface Miss {
  readonly lead: number;
  readonly units: number;
}

/** Log by which a count of `hope` people may be off, up to a factor: a tenth of it and its own chance. */
function unitOf(hope: number): number {
  return Math.sqrt(0.04 + 1 / (hope + 1));
}

export function missOf(lead: number, seen: number, hope: number): Miss {
  return { lead, units: Math.log((seen + 1) / (hope + 1)) / unitOf(hope) };
}

/** Learns from errors of sites cut to one age; leads in steps. */
export function learnBands(misses: readonly Miss[], slots: number): Bands {
  return groupEnds.map((_, g) => {
    const own = misses.filter(({ lead }) => groupOf(lead, slots) === g).map(({ units }) => units);
    const sorted = Float64Array.from(own).sort();
    const days = own.length / slots;
    const belief = days / (days + PRIOR);
    return Float64Array.from({ length: GRID + 1 }, (_point, i) => {
      const usual = (found[g] ?? 2) * normalQuantile(Math.min(0.995, Math.max(0.005, i / GRID)));
      return own.length === 0 ? usual : belief * quantileSorted(sorted, i / GRID) + (1 - belief) * usual;
    });
  });
}

function groupOf(lead: number, slots: number): number {
  return groupEnds.findIndex((end) => lead <= end * slots);
}

/** Writes the quantiles of one step into `row` and returns the mean, people. */
export function bandsOut(
  bands: Bands,
  slots: number,
  hope: number,
  lead: number,
  levels: readonly number[],
  row: Float64Array,
): number {
  const shape = bands[groupOf(lead, slots)] ?? [0];
  const unit = unitOf(hope);
  const at = (level: number) => Math.max(0, (hope + 1) * Math.exp(unit * quantileSorted(shape, level)) - 1);
  for (let k = 0; k < levels.length; k++) row[k] = at(levels[k] ?? 0.5);
  let sum = 0;
  for (let n = 0; n < 16; n++) sum += at((n + 0.5) / 16);
  return sum / 16;
}

/** Quantile of the standard normal distribution.
 *  SOURCE: Winitzki 2008, approximation of the inverse error function with a = 0.147 (error below 0.005). */
function normalQuantile(level: number): number {
  const x = 2 * level - 1;
  const log = Math.log(1 - x * x);
  const half = 2 / (Math.PI * 0.147) + log / 2;
  return Math.sign(x) * Math.SQRT2 * Math.sqrt(Math.sqrt(half * half - log / 0.147) - half);
}
