/** Measures of a forecast against what came. Arrays run in parallel; pairs with a NaN on either side are left out;
 *  NaN comes back when no pair or nothing to divide by is left. */

function fold(
  y: Float64Array,
  f: Float64Array,
  add: (actual: number, hope: number) => number,
): [number, number] {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < y.length; i++) {
    const actual = y[i] ?? Number.NaN;
    const hope = f[i] ?? Number.NaN;
    if (Number.isNaN(actual) || Number.isNaN(hope)) continue;
    sum += add(actual, hope);
    count++;
  }
  return [sum, count];
}

/** Mean absolute error, people per step. */
export function mae(y: Float64Array, f: Float64Array): number {
  const [sum, count] = fold(y, f, (actual, hope) => Math.abs(actual - hope));
  return sum / count;
}

/** Sum of absolute errors over the sum of actuals. */
export function wape(y: Float64Array, f: Float64Array): number {
  return fold(y, f, (actual, hope) => Math.abs(actual - hope))[0] / fold(y, f, (actual) => actual)[0];
}

/** Sum of (forecast − actual) over the sum of actuals: positive = too high. */
export function bias(y: Float64Array, f: Float64Array): number {
  return fold(y, f, (actual, hope) => hope - actual)[0] / fold(y, f, (actual) => actual)[0];
}

/** Mean pinball loss of a quantile forecast, people per step.
 *  SOURCE: Koenker & Bassett 1978. */
export function pinball(y: Float64Array, q: Float64Array, level: number): number {
  const [sum, count] = fold(y, q, (actual, hope) =>
    actual >= hope ? level * (actual - hope) : (1 - level) * (hope - actual),
  );
  return sum / count;
}

/** Share of actuals within [low, high], both included. */
export function coverage(y: Float64Array, low: Float64Array, high: Float64Array): number {
  const inside = y.map((actual, i) => (actual >= (low[i] ?? 0) && actual <= (high[i] ?? 0) ? 1 : 0));
  const [sum, count] = fold(y, inside, (_, hit) => hit);
  return sum / count;
}

/** Error relative to another's: 1 = perfect, 0 = no better, negative = worse. */
export function skill(error: number, reference: number): number {
  return 1 - error / reference;
}

/** Mean absolute change over `season` steps: what MASE divides by.
 *  SOURCE: Hyndman & Koehler 2006. */
export function seasonalScale(history: Float64Array, season: number): number {
  return mae(history.subarray(season), history.subarray(0, history.length - season));
}
