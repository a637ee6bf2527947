/** Linear regression on the median, drawn towards 0: what a single huge group does to a past day counts once, not
 *  squared. */
import { factorCholesky, solveCholesky } from "../linear/cholesky.ts";

/** Rows of features side by side, all Float64Array; `weight` 0 leaves a row out. */
export interface Samples {
  /** rows × width. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  readonly width: number;
}

/** Rounds of reweighting. */
const ROUNDS = 6;

/** Coefficients b that make Σ weight·|y − x·b| + Σ pull·b² small; residuals below `blunt` count as squares. The
 *  first feature must be 1: the others are taken as distances from their means, so that one that never changed in
 *  the past says nothing when it does. pull: per coefficient, above 0.
 *  SOURCE: Schlossmacher 1973 (least absolute deviations by reweighting). */
export function medianRegression(samples: Samples, pull: readonly number[], blunt: number): Float64Array {
  const { y, weight, width } = samples;
  const means = meansOf(samples);
  const x = samples.x.map((value, at) => value - (means[at % width] ?? 0));
  const now = new Float64Array(y.length);
  let b: Float64Array = new Float64Array(width);
  for (let round = 0; round <= ROUNDS; round++) {
    for (let i = 0; i < y.length; i++) {
      const off = round === 0 ? 0 : Math.abs((y[i] ?? 0) - dot(x, i * width, b));
      now[i] = (weight[i] ?? 0) / Math.max(blunt, off);
    }
    b = ridge({ x, y, weight: now, width }, pull);
  }
  b[0] = (b[0] ?? 0) - dot(means, 0, b);
  return b;
}

/** Weighted mean of each feature but the first, of which 0 is returned. */
function meansOf({ x, weight, width }: Samples): Float64Array {
  const means = new Float64Array(width);
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i] ?? 0;
    total += w;
    for (let j = 1; j < width; j++) means[j] = (means[j] ?? 0) + w * (x[i * width + j] ?? 0);
  }
  return means.map((sum) => (total > 0 ? sum / total : 0));
}

/** x[from …] · b. */
export function dot(x: Float64Array, from: number, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < b.length; j++) sum += (x[from + j] ?? 0) * (b[j] ?? 0);
  return sum;
}

/** Weighted least squares with a ridge, by the normal equations. */
function ridge({ x, y, weight, width }: Samples, pull: readonly number[]): Float64Array {
  const a = new Float64Array(width * width);
  const c = new Float64Array(width);
  for (let j = 0; j < width; j++) a[j * width + j] = pull[j] ?? 1;
  for (let i = 0; i < y.length; i++) {
    const w = weight[i] ?? 0;
    if (w === 0) continue;
    const at = i * width;
    for (let j = 0; j < width; j++) {
      const q = w * (x[at + j] ?? 0);
      if (q === 0) continue;
      c[j] = (c[j] ?? 0) + q * (y[i] ?? 0);
      for (let k = 0; k <= j; k++) a[j * width + k] = (a[j * width + k] ?? 0) + q * (x[at + k] ?? 0);
    }
  }
  return solveCholesky(factorCholesky(a, width), width, c);
}
