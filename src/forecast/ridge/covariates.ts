/** Weather and other covariates as of any time, in units of their usual variation. */
import type { Covariate } from "../inputs.ts";

/** Issues of one covariate by day, oldest first within each. */
export interface Issues {
  readonly name: string;
  /** First issue of each day: days + 1 entries. */
  readonly from: Int32Array;
  readonly issued: Float64Array;
  readonly value: Float64Array;
}

/** Sorts the rows of a covariate by the step they are about; rows outside `days` steps are dropped. */
export function issuesOf({ name, issued, step, value }: Covariate, days: number): Issues {
  const from = new Int32Array(days + 1);
  const rows = Array.from(step.keys()).filter((row) => (step[row] ?? -1) >= 0 && (step[row] ?? days) < days);
  rows.sort((a, b) => (step[a] ?? 0) - (step[b] ?? 0) || (issued[a] ?? 0) - (issued[b] ?? 0) || a - b);
  for (const row of rows) from[(step[row] ?? 0) + 1] = (from[(step[row] ?? 0) + 1] ?? 0) + 1;
  for (let day = 0; day < days; day++) from[day + 1] = (from[day + 1] ?? 0) + (from[day] ?? 0);
  const pick = (source: Float64Array) => Float64Array.from(rows, (row) => source[row] ?? Number.NaN);
  return { name, from, issued: pick(issued), value: pick(value) };
}

/** What was said of a day last, up to `asOf` (epoch milliseconds, inclusive); NaN when nothing was. */
export function valueAt({ from, issued, value }: Issues, day: number, asOf: number): number {
  let found = Number.NaN;
  for (let row = from[day] ?? 0; row < (from[day + 1] ?? 0) && (issued[row] ?? 0) <= asOf; row++) {
    found = value[row] ?? Number.NaN;
  }
  return found;
}

/** Turns a value into a column's: 0 = as usual, 1 = one standard deviation above; NaN (not known) is taken as usual. */
export type Scale = (value: number) => number;

/** Scale of one covariate from all that was issued of it up to `asOf`. Amounts with a long tail (rain) go by
 *  their logarithm. */
export function scaleOf(all: readonly Issues[], asOf: number): Scale {
  const known = all.flatMap(({ issued, value }) => [
    ...value.filter((v, i) => (issued[i] ?? 0) <= asOf && !Number.isNaN(v)),
  ]);
  const plain = moments(known);
  const long = plain.deviation > plain.mean && known.every((v) => v >= 0);
  const bend = (v: number) => (long ? Math.log1p(Math.max(0, v)) : v);
  const { mean, deviation } = long ? moments(known.map(bend)) : plain;
  return (value) => (Number.isNaN(value) || !(deviation > 0) ? 0 : clip((bend(value) - mean) / deviation));
}

/** Weather never seen before is taken as the most extreme that usually is. */
function clip(z: number): number {
  return Math.max(-3, Math.min(3, z));
}

function moments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  const square = values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: Math.sqrt(square) };
}
