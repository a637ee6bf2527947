/** Past errors → calibrated quantiles. Errors of forecasts at held-out origins are measured in units of the forecast's
 *  own half band, so that any quantile level can be read off their distribution, apart for lead and size of count.
 *  SOURCE: Lei et al. 2018, section 5.2 (locally weighted split conformal); Romano, Patterson & Candès 2019. */
import { quantileSorted } from "../../domain/quantile.ts";

/** Raw quantiles 0.1, 0.5 and 0.9 of one step on the scale of the target. */
export interface Raw {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** An error of the past. */
export interface Miss extends Raw {
  /** What came, on the scale of the target. */
  readonly target: number;
  /** Steps, from 1. */
  readonly lead: number;
  /** People that were hoped for. */
  readonly hope: number;
}

/** Calibrated distributions of errors over half bands. */
export interface Bands {
  readonly slots: number;
  /** Lead groups × size classes; quantile function at 0, 1/GRID … 1. */
  readonly shapes: readonly Float64Array[];
}

const GRID = 100;
/** Upper ends of the lead groups, in days, and of the size classes, in people per step. */
const leadEnds = [1, 2, 4, 7, 14, 30, 60, Number.POSITIVE_INFINITY];
const sizeEnds = [3, 10, 30, 100, Number.POSITIVE_INFINITY];
/** Least half band: errors are not divided by nothing. */
const NARROWEST = 0.02;
/** Errors of a wider group that those of a narrower one are mixed with. */
const PRIOR = 150;

/** Learns from past errors in any order; slots: steps per day. */
export function learnBands(misses: Iterable<Miss>, slots: number): Bands {
  const cells = Array.from({ length: leadEnds.length * sizeEnds.length }, (): number[] => []);
  for (const miss of misses) cells[cellOf(miss.lead, miss.hope, slots)]?.push(unitsOff(miss));
  const all = shapeOf(cells.flat());
  const byLead = leadEnds.map((_, g) => {
    const own = cells.slice(g * sizeEnds.length, (g + 1) * sizeEnds.length).flat();
    return mixed(own, all);
  });
  const shapes = cells.map((own, i) => mixed(own, byLead[Math.floor(i / sizeEnds.length)] ?? all));
  return { slots, shapes };
}

function cellOf(lead: number, hope: number, slots: number): number {
  const g = leadEnds.findIndex((end) => lead <= end * slots);
  const size = sizeEnds.findIndex((end) => hope < end);
  return g * sizeEnds.length + (size < 0 ? sizeEnds.length - 1 : size);
}

function unitsOff({ target, low, middle, high }: Miss): number {
  const off = target - middle;
  return off / Math.max(NARROWEST, off < 0 ? middle - low : high - middle);
}

function shapeOf(units: readonly number[]): Float64Array {
  const sorted = Float64Array.from(units).sort();
  return Float64Array.from({ length: GRID + 1 }, (_, i) => quantileSorted(sorted, i / GRID));
}

function mixed(units: readonly number[], wider: Float64Array): Float64Array {
  if (units.length === 0) return wider;
  const belief = units.length / (units.length + PRIOR);
  return shapeOf(units).map((value, i) => belief * value + (1 - belief) * (wider[i] ?? value));
}

/** The quantile function of one step, on the scale of the target: rises with the level. */
export function calibrated(
  { slots, shapes }: Bands,
  { low, middle, high }: Raw,
  lead: number,
  hope: number,
): (level: number) => number {
  const shape = shapes[cellOf(lead, hope, slots)] ?? new Float64Array(1);
  const below = Math.max(NARROWEST, middle - low);
  const above = Math.max(NARROWEST, high - middle);
  return (level) => {
    const units = quantileSorted(shape, level);
    return middle + units * (units < 0 ? below : above);
  };
}
