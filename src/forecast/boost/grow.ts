/** Grows one tree, best leaf first, from histograms of the gradient. */
import { BINS } from "./bins.ts";
import type { Tree } from "./tree.ts";

export interface Growth {
  readonly width: number;
  /** Rows × columns. */
  readonly bins: Uint8Array;
  /** Weighted pull of each row, positive where the forecast should rise. */
  readonly pull: Float64Array;
  readonly weight: Float32Array;
  /** Rows that take part; reordered in place so that each leaf's rows lie together. */
  readonly rows: Int32Array;
  /** Columns that may be split on. */
  readonly columns: Int32Array;
  readonly leaves: number;
  /** Least total weight of a leaf. */
  readonly leastWeight: number;
}

/** Rows of one leaf: `rows[from … to)`. */
export interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

/** A grown tree without values, and the rows of each leaf. */
export interface Grown {
  readonly tree: Tree;
  readonly leaves: readonly Leaf[];
}

/** A leaf that may still be split, with its best split. */
interface Bud extends Leaf {
  /** Columns × bins × (pull, weight). */
  readonly histogram: Float64Array;
  readonly gain: number;
  readonly column: number;
  readonly cut: number;
}

/** Least gain that is worth a split. */
const LEAST_GAIN = 1e-9;

/** Splits the leaf that gains most until there are `leaves` or nothing gains. */
export function grow(growth: Growth): Grown {
  const nodes = 2 * growth.leaves - 1;
  const tree: Tree = {
    column: new Int16Array(nodes).fill(-1),
    cut: new Uint8Array(nodes),
    left: new Int16Array(nodes),
    value: new Float64Array(nodes),
  };
  const whole = histogramOf(growth, 0, growth.rows.length);
  const open = [budOf(growth, 0, 0, growth.rows.length, whole)];
  let used = 1;
  while (open.length < growth.leaves) {
    const best = open.reduce((a, b) => (b.gain > a.gain ? b : a));
    if (best.gain < LEAST_GAIN) break;
    const { node, from, to, column, cut, histogram } = best;
    tree.column[node] = column;
    tree.cut[node] = cut;
    tree.left[node] = used;
    const middle = partition(growth, from, to, column, cut);
    const leftSmaller = middle - from < to - middle;
    const small = leftSmaller ? histogramOf(growth, from, middle) : histogramOf(growth, middle, to);
    for (let i = 0; i < histogram.length; i++) histogram[i] = (histogram[i] ?? 0) - (small[i] ?? 0);
    const [left, right] = leftSmaller ? [small, histogram] : [histogram, small];
    open.splice(open.indexOf(best), 1, budOf(growth, used, from, middle, left));
    open.push(budOf(growth, used + 1, middle, to, right));
    used += 2;
  }
  return { tree, leaves: open.map(({ node, from, to }) => ({ node, from, to })) };
}

function histogramOf(growth: Growth, from: number, to: number): Float64Array {
  const { width, bins, pull, weight, rows, columns } = growth;
  const out = new Float64Array(columns.length * BINS * 2);
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    const p = pull[row] ?? 0;
    const w = weight[row] ?? 0;
    const begin = row * width;
    for (let c = 0, base = 0; c < columns.length; c++, base += BINS * 2) {
      const at = base + (bins[begin + (columns[c] ?? 0)] ?? 0) * 2;
      out[at] = (out[at] ?? 0) + p;
      out[at + 1] = (out[at + 1] ?? 0) + w;
    }
  }
  return out;
}

/** Finds the best cut: bins up to it go left. SOURCE: Chen & Guestrin 2016, section 2.2, weights as second derivative. */
function budOf(growth: Growth, node: number, from: number, to: number, histogram: Float64Array): Bud {
  const { columns, leastWeight } = growth;
  let total = 0;
  let mass = 0;
  for (let bin = 0; bin < BINS; bin++) {
    total += histogram[bin * 2] ?? 0;
    mass += histogram[bin * 2 + 1] ?? 0;
  }
  const plain = (total * total) / Math.max(mass, 1e-12);
  let gain = 0;
  let found = -1;
  let cut = 0;
  for (let c = 0; c < columns.length; c++) {
    let left = 0;
    let leftMass = 0;
    const base = c * BINS * 2;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const w = histogram[base + bin * 2 + 1] ?? 0;
      left += histogram[base + bin * 2] ?? 0;
      leftMass += w;
      if (w <= 0 || leftMass < leastWeight) continue;
      const rightMass = mass - leftMass;
      if (rightMass < leastWeight) break;
      const right = total - left;
      const here = (left * left) / leftMass + (right * right) / rightMass - plain;
      if (here > gain) {
        gain = here;
        found = columns[c] ?? -1;
        cut = bin;
      }
    }
  }
  return { node, from, to, histogram, gain, column: found, cut };
}

/** Brings the rows that go left to the front; returns where the right ones begin. */
function partition(
  { rows, bins, width }: Growth,
  from: number,
  to: number,
  column: number,
  cut: number,
): number {
  let left = from;
  let right = to - 1;
  while (left <= right) {
    const row = rows[left] ?? 0;
    if ((bins[row * width + column] ?? 0) <= cut) left++;
    else {
      rows[left] = rows[right] ?? 0;
      rows[right--] = row;
    }
  }
  return left;
}
