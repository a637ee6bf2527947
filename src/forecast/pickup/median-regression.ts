/** Linear regression on the median, drawn towards 0: what a single huge group does to a past day counts once, not
 *  squared. */

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

/** Coefficients b that make Σ weight·|y − x·b| + Σ pull·b² small; residuals below `blunt` count as squares.
 *  pull: per coefficient, above 0. SOURCE: Schlossmacher 1973 (least absolute deviations by reweighting). */
export function medianRegression(samples: Samples, pull: readonly number[], blunt: number): Float64Array {
  const { x, y, weight, width } = samples;
  const now = new Float64Array(y.length);
  let b: Float64Array = new Float64Array(width);
  for (let round = 0; round <= ROUNDS; round++) {
    for (let i = 0; i < y.length; i++) {
      const off = round === 0 ? 0 : Math.abs((y[i] ?? 0) - dot(x, i * width, b));
      now[i] = (weight[i] ?? 0) / Math.max(blunt, off);
    }
    b = ridge({ x, y, weight: now, width }, pull);
  }
  return b;
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
  return solve(a, c, width);
}

/** Solves a·b = c for a symmetric positive matrix of which the lower half is given (Cholesky, in place). */
function solve(a: Float64Array, c: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
      a[i * n + j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / (a[j * n + j] ?? 1);
    }
  }
  const b = Float64Array.from(c);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] = (b[i] ?? 0) - (a[i * n + k] ?? 0) * (b[k] ?? 0);
    b[i] = (b[i] ?? 0) / (a[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] = (b[i] ?? 0) - (a[k * n + i] ?? 0) * (b[k] ?? 0);
    b[i] = (b[i] ?? 0) / (a[i * n + i] ?? 1);
  }
  return b;
}
