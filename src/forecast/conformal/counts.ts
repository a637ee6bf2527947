/** Small whole counts: quantiles of a discrete distribution, where errors on a smooth scale mislead. */

/** People per step below which counts are small. */
const SMALL = 10;

/** Least count k with P(X ≤ k) ≥ level for a Poisson count; 0 for a mean of 0. Means up to some hundreds. */
export function poissonQuantile(mean: number, level: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  let k = 0;
  while (sum < level && k < 10 * mean + 50) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}

/** Widens a row of quantiles in place until it is no narrower than a Poisson count of the same mean: people who come
 *  on their own vary at least so much. Larger means are left alone; what is in order stays in order. */
export function widenSmall(row: Float64Array, levels: readonly number[], mean: number): void {
  if (!(mean < SMALL)) return;
  for (let i = 0; i < row.length; i++) {
    const level = levels[i] ?? 0.5;
    const count = poissonQuantile(mean, level);
    if (level < 0.5) row[i] = Math.min(row[i] ?? 0, count);
    else if (level > 0.5) row[i] = Math.max(row[i] ?? 0, count);
  }
}

/** True when every value counts people, and none is a mean of anything. NaN = not observed. */
export function areWhole(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}
