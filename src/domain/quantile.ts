/** Quantiles of samples, and sets of quantiles that stay in order. Levels are between 0 and 1. */

/** Quantile of ascending values, linear between order statistics; NaN when there are none.
 *  SOURCE: Hyndman & Fan 1996, definition 7. */
export function quantileSorted(sorted: ArrayLike<number>, level: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = Math.min(1, Math.max(0, level)) * (n - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(n - 1, below + 1)] ?? Number.NaN;
  return low + (high - low) * (at - below);
}

/** Same as {@link quantileSorted} for values in any order, NaN left out. */
export function quantile(values: Iterable<number>, level: number): number {
  return quantileSorted(
    Float64Array.from(values)
      .filter((v) => !Number.isNaN(v))
      .sort(),
    level,
  );
}

/** Makes one row of quantiles (ascending levels) legal in place: none below 0, none below its left neighbour. */
export function orderQuantiles(row: Float64Array): Float64Array {
  let floor = 0;
  for (let i = 0; i < row.length; i++) {
    floor = Math.max(floor, row[i] ?? 0);
    row[i] = floor;
  }
  return row;
}

/** Checks and sorts levels.
 *  @throws RangeError `invalid levels: …` unless all lie strictly between 0 and 1 and none comes twice. */
export function parseLevels(levels: readonly number[]): readonly number[] {
  const sorted = [...levels].sort((a, b) => a - b);
  const legal = sorted.every((level, i) => level > 0 && level < 1 && level !== sorted[i - 1]);
  if (legal && sorted.length > 0) return sorted;
  throw new RangeError(`invalid levels: ${levels.join(",")} (numbers between 0 and 1, each once)`);
}
