/** Gradient boosting of one quantile: trees that each pull the forecast a little towards it.
 *  SOURCE: Friedman 2001, Greedy function approximation; histograms and best-leaf-first as in Ke et al. 2017. */
import { binRows, type Edges, type Rows } from "./bins.ts";
import { grow } from "./grow.ts";
import { leafQuantile } from "./leaf-quantile.ts";
import { seeded } from "./random.ts";
import { addTree, type Tree, valueAt } from "./tree.ts";

/** Rows to learn from or to stop on. */
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
  /** Stops when the loss on `held` has not fallen for so many trees. */
  readonly patience: number;
  readonly seed: number;
}

/** A trained quantile. */
export interface Boosted {
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** Learns one quantile. With `held` rows it keeps the number of trees that served these best; without, all. */
export function boost(learn: Examples, held: Examples | undefined, options: BoostOptions): Boosted {
  const { level, rate, leaves, rounds } = options;
  const count = learn.target.length;
  const everyone = Int32Array.from({ length: count }, (_, i) => i);
  const start = leafQuantile(learn.target, learn.weight, everyone, 0, count, level);
  const sums = new Float64Array(count).fill(start);
  const heldSums = new Float64Array(held?.target.length ?? 0).fill(start);
  const pull = new Float64Array(count);
  const rest = new Float64Array(count);
  const random = seeded(options.seed);
  const mean = learn.weight.reduce((a, b) => a + b, 0) / Math.max(1, count);
  const trees: Tree[] = [];
  let best = { loss: Number.POSITIVE_INFINITY, trees: 0 };
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) {
      const off = (learn.target[i] ?? 0) - (sums[i] ?? 0);
      rest[i] = off;
      pull[i] = (learn.weight[i] ?? 0) * (off > 0 ? level : level - 1);
    }
    const rows = everyone.filter(() => random() < options.rowShare);
    const { tree, leaves: ends } = grow({
      width: learn.width,
      bins: learn.bins,
      pull,
      weight: learn.weight,
      rows,
      allowed: Uint8Array.from({ length: learn.width }, () => (random() < options.columnShare ? 1 : 0)),
      leaves,
      leastWeight: options.leastRows * mean,
    });
    for (const { node, from, to } of ends) {
      tree.value[node] = rate * leafQuantile(rest, learn.weight, rows, from, to, level);
    }
    trees.push(tree);
    addTree(tree, learn.bins, learn.width, sums);
    if (!held) continue;
    addTree(tree, held.bins, held.width, heldSums);
    const loss = lossOf(held, heldSums, level);
    if (loss < best.loss) best = { loss, trees: round + 1 };
    else if (round + 1 - best.trees >= options.patience) break;
  }
  return { start, trees: held ? trees.slice(0, best.trees) : trees };
}

/** Weighted mean pinball loss. */
function lossOf({ target, weight }: Examples, sums: Float64Array, level: number): number {
  let loss = 0;
  let mass = 0;
  for (let i = 0; i < target.length; i++) {
    const off = (target[i] ?? 0) - (sums[i] ?? 0);
    loss += (weight[i] ?? 0) * (off > 0 ? level * off : (level - 1) * off);
    mass += weight[i] ?? 0;
  }
  return loss / mass;
}

/** The trained quantile of each row. */
export function predict({ start, trees }: Boosted, edges: Edges, rows: Rows): Float64Array {
  const bins = binRows(rows, edges);
  return Float64Array.from({ length: rows.count }, (_, row) => {
    let sum = start;
    for (const tree of trees) sum += valueAt(tree, bins, row * rows.width);
    return sum;
  });
}
