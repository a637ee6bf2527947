/** Three quantiles of one target, learned together: a first training that leaves the latest rows out tells how many
 *  trees serve them best and how far it is off on them; a second one learns from all rows. */
import { binRows, type Edges, learnEdges, type Rows } from "./bins.ts";
import { type Boosted, type BoostOptions, boost, type Examples } from "./boost.ts";
import { addTree } from "./tree.ts";

/** Quantiles that are trained. */
export const trainedLevels = [0.1, 0.5, 0.9] as const;

/** One trained quantile: a start and trees to add. */
export type Quantile = Pick<Boosted, "start" | "trees">;

export interface Forest {
  readonly edges: Edges;
  /** One per trained level. */
  readonly quantiles: readonly Quantile[];
}

/** Rows with what came of them. */
export interface Lessons extends Rows, Pick<Examples, "target" | "weight"> {}

/** Row indices: to learn from first, and to stop on. */
export interface Split {
  readonly learn: Int32Array;
  readonly held: Int32Array;
}

export interface Trained {
  readonly forest: Forest;
  /** What the first training says of each row, by trained level; honest on held rows only. */
  readonly honest: readonly Float64Array[];
}

export type ForestOptions = Omit<BoostOptions, "level">;

/** Trains; deterministic for a seed. */
export function trainForest(lessons: Lessons, { learn, held }: Split, options: ForestOptions): Trained {
  const { target, weight, width } = lessons;
  const edges = learnEdges(lessons);
  const examples = { bins: binRows(lessons, edges), width, target, weight };
  const columns = varying(examples);
  const all = Int32Array.from({ length: lessons.count }, (_, row) => row);
  const first = trainedLevels.map((level) => boost(examples, learn, held, columns, { ...options, level }));
  const quantiles = first.map((tried, i) => {
    const more = { ...options, level: trainedLevels[i] ?? 0.5, rounds: tried.trees.length };
    const { start, trees } = boost(examples, all, undefined, columns, more);
    return { start, trees };
  });
  return { forest: { edges, quantiles }, honest: first.map(({ fitted }) => fitted) };
}

/** Columns that are not the same in all rows. */
function varying({ bins, width }: Examples): Int32Array {
  const out: number[] = [];
  for (let column = 0; column < width; column++) {
    for (let at = column; at < bins.length; at += width) {
      if (bins[at] === bins[column]) continue;
      out.push(column);
      break;
    }
  }
  return Int32Array.from(out);
}

/** What the forest says of each row, by trained level. */
export function predict({ edges, quantiles }: Forest, rows: Rows): readonly Float64Array[] {
  const bins = binRows(rows, edges);
  return quantiles.map(({ start, trees }) => {
    const out = new Float64Array(rows.count).fill(start);
    for (const tree of trees) addTree(tree, bins, rows.width, out);
    return out;
  });
}
