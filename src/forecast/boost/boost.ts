/** Gradient boosting of one quantile: trees that each pull the forecast a little towards it.
 *  SOURCE: Friedman 2001, Greedy function approximation; histograms and best-leaf-first as in Ke et al. 2017. */
import { grow } from "./grow.ts";
import { leafQuantile } from "./leaf-quantile.ts";
import { seeded } from "./random.ts";
import { addTree, fillMeans, type Tree } from "./tree.ts";

/** Rows to learn from. */
export interface Examples {
  /** Rows × columns, binned. */
  readonly bins: Uint8Array;
  readonly width: number;
  readonly target: Float64Array;
  /** What an error costs, by row; above 0. */
  readonly weight: Float32Array;
}

export interface BoostOptions {
  /** Quantile to learn, 0–1. */
  readonly level: number;
  readonly rate: number;
  readonly leaves: number;
  /** Least weight of a leaf, in mean rows. */
  readonly leastRows: number;
  /** Share of rows and of columns that each tree sees. */
  readonly rowShare: number;
  readonly columnShare: number;
  /** Trees at most. */
  readonly rounds: number;
  /** Stops when the loss on held rows has not fallen for so many trees. */
  readonly patience: number;
  readonly seed: number;
}

/** A trained quantile. */
export interface Boosted {
  readonly start: number;
  readonly trees: readonly Tree[];
  /** What it says of every row of the examples. */
  readonly fitted: Float64Array;
}

/** Learns one quantile from the rows `learn`, splitting on `columns`. With `held` rows it keeps the number of trees
 *  that served these best; without, all. */
export function boost(
  examples: Examples,
  learn: Int32Array,
  held: Int32Array | undefined,
  columns: Int32Array,
  options: BoostOptions,
): Boosted {
  const { level, rate, leaves, rounds } = options;
  const { bins, width, target, weight } = examples;
  const start = leafQuantile(target, weight, learn, 0, learn.length, level);
  const sums = new Float64Array(target.length).fill(start);
  let fitted = sums;
  const pull = new Float64Array(target.length);
  const rest = new Float64Array(target.length);
  const random = seeded(options.seed);
  const leastWeight = (options.leastRows * sumOf(weight, learn)) / Math.max(1, learn.length);
  const trees: Tree[] = [];
  let best = { loss: Number.POSITIVE_INFINITY, trees: 0 };
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < learn.length; i++) {
      const row = learn[i] ?? 0;
      const off = (target[row] ?? 0) - (sums[row] ?? 0);
      rest[row] = off;
      pull[row] = (weight[row] ?? 0) * (off > 0 ? level : level - 1);
    }
    const rows = drawn(learn, options.rowShare, random);
    const chosen = drawn(columns, options.columnShare, random);
    const growth = { width, bins, pull, weight, rows, columns: chosen, leaves, leastWeight };
    const { tree, leaves: ends } = grow(growth);
    const masses = new Float64Array(tree.value.length);
    for (const { node, from, to } of ends) {
      tree.value[node] = rate * leafQuantile(rest, weight, rows, from, to, level);
      masses[node] = sumOf(weight, rows.subarray(from, to));
    }
    fillMeans(tree, masses);
    trees.push(tree);
    addTree(tree, bins, width, sums);
    if (!held) continue;
    const loss = lossOf(examples, held, sums, level);
    if (loss < best.loss) {
      best = { loss, trees: round + 1 };
      fitted = sums.slice();
    } else if (round + 1 - best.trees >= options.patience) break;
  }
  return { start, trees: held ? trees.slice(0, best.trees) : trees, fitted };
}

/** Each of `all` with a probability, but never none of them. */
function drawn(all: Int32Array, share: number, random: () => number): Int32Array {
  const out = new Int32Array(all.length);
  let count = 0;
  for (let i = 0; i < all.length; i++) if (random() < share) out[count++] = all[i] ?? 0;
  return count > 0 ? out.subarray(0, count) : all.slice();
}

function sumOf(weight: Float32Array, rows: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += weight[rows[i] ?? 0] ?? 0;
  return sum;
}

/** Weighted mean pinball loss. */
function lossOf({ target, weight }: Examples, rows: Int32Array, sums: Float64Array, level: number): number {
  let loss = 0;
  let mass = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const off = (target[row] ?? 0) - (sums[row] ?? 0);
    loss += (weight[row] ?? 0) * (off > 0 ? level * off : (level - 1) * off);
    mass += weight[row] ?? 0;
  }
  return loss / mass;
}
