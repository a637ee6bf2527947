/** Weighted quantile of the rows of one leaf, in two passes of buckets instead of a sort.
 *  TRICKY: weights matter as much here as in the splits: a leaf that forgets them serves the many quiet hours and
 *  fails the few busy ones. */

const BUCKETS = 256;

/** Level-quantile of `values[rows[from … to)]` with their weights; 0 when there is no row. */
export function leafQuantile(
  values: Float64Array,
  weights: Float32Array,
  rows: Int32Array,
  from: number,
  to: number,
  level: number,
): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let total = 0;
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    const value = values[row] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    total += weights[row] ?? 0;
  }
  if (!(total > 0)) return 0;
  const share = new Float64Array(BUCKETS);
  let wanted = total * level;
  for (let pass = 0; pass < 2 && high > low; pass++) {
    share.fill(0);
    const scale = BUCKETS / (high - low);
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      const at = ((values[row] ?? 0) - low) * scale;
      if (at < 0 || at > BUCKETS) continue;
      const bucket = at === BUCKETS ? BUCKETS - 1 : Math.floor(at);
      share[bucket] = (share[bucket] ?? 0) + (weights[row] ?? 0);
    }
    let bucket = 0;
    while (bucket < BUCKETS - 1 && wanted > (share[bucket] ?? 0)) {
      wanted -= share[bucket] ?? 0;
      bucket++;
    }
    const width = (high - low) / BUCKETS;
    low += bucket * width;
    high = low + width;
  }
  return (low + high) / 2;
}
