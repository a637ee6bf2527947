/** Numbers → small bins, so that a split is found by adding up histograms instead of sorting. */

/** Bins per column: 0 is "missing", 1 … BINS − 1 ascending ranges of equal share. */
export const BINS = 64;

/** Upper ends of the ranges of each column, ascending; a column that never varies has none. */
export type Edges = readonly Float64Array[];

/** Rows × columns of numbers, row by row; NaN = missing. */
export interface Rows {
  readonly count: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Rows looked at for the edges of a column, at most. */
const SAMPLE = 20_000;

/** Finds ranges that hold about the same number of rows each. */
export function learnEdges({ count, width, values }: Rows): Edges {
  const stride = Math.max(1, Math.floor(count / SAMPLE));
  return Array.from({ length: width }, (_, column) => {
    const seen: number[] = [];
    for (let row = 0; row < count; row += stride) {
      const value = values[row * width + column] ?? Number.NaN;
      if (!Number.isNaN(value)) seen.push(value);
    }
    return edgesOf(Float64Array.from(seen).sort());
  });
}

function edgesOf(sorted: Float64Array): Float64Array {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const edges: number[] = [];
  const most = BINS - 2;
  if (distinct.length <= most + 1) {
    for (let i = 1; i < distinct.length; i++) edges.push(((distinct[i - 1] ?? 0) + (distinct[i] ?? 0)) / 2);
    return Float64Array.from(edges);
  }
  for (let i = 1; i <= most; i++) {
    const edge = sorted[Math.floor((i * sorted.length) / (most + 1))] ?? 0;
    if (edges.length === 0 || edge > (edges.at(-1) ?? 0)) edges.push(edge);
  }
  return Float64Array.from(edges);
}

/** The bin of each number, rows × columns as in `rows`. */
export function binRows({ count, width, values }: Rows, edges: Edges): Uint8Array {
  const bins = new Uint8Array(count * width);
  for (let column = 0; column < width; column++) {
    const own = edges[column] ?? new Float64Array();
    for (let at = column; at < bins.length; at += width) bins[at] = binOf(values[at] ?? Number.NaN, own);
  }
  return bins;
}

function binOf(value: number, edges: Float64Array): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
