/** Effects of one site drawn towards those that all sites have in common, and these towards 0: the mean of the
 *  posterior of a two-stage normal model. How alike sites are is learned too, by part (weekday, season, …).
 *  SOURCE: Lindley & Smith 1972, "Bayes estimates for the linear model", JRSS B 34; the variances by one step of
 *  Dempster, Laird & Rubin 1977 (EM) at each call. */
import { factorCholesky, invertCholesky, solveCholesky } from "../linear/cholesky.ts";
import type { Columns, Part } from "./columns.ts";
import type { Normal } from "./level-filter.ts";

/** What sites have in common, by column. */
export interface Common {
  readonly effects: Float64Array;
  /** Variance of one site's effect against the common one. */
  readonly own: Float64Array;
}

/** Weight of the constants against what the sites show of how alike they are, in effects. */
const BELIEF = 30;
/** Weight of what special days show together against what one shows by itself, in sites. */
const ALIKE = 4;

/** Before any site has been seen. */
export function noCommon({ list }: Columns): Common {
  return { effects: new Float64Array(list.length), own: Float64Array.from(list, ({ prior }) => prior.own) };
}

/** What the sites have in common; `before`: as estimated last. */
export function commonEffects(columns: Columns, sites: readonly Normal[], before: Common): Common {
  const n = columns.list.length;
  const matrix = new Float64Array(n * n);
  const vector = new Float64Array(n);
  const tight = before.own.map((variance) => 1 / variance);
  const doubts = new Float64Array(n);
  for (const site of sites) {
    const { met } = site;
    const factor = factorSite(site, before.own);
    const seen = solveCholesky(factor, met.length, site.vector.slice(0, met.length));
    const inverse = invertCholesky(factor, met.length);
    const unmet = new Set(doubts.keys());
    for (const [p, i] of met.entries()) {
      const own = tight[i] ?? 0;
      unmet.delete(i);
      vector[i] = (vector[i] ?? 0) + own * (seen[p] ?? 0);
      matrix[i * n + i] = (matrix[i * n + i] ?? 0) + own;
      doubts[i] = (doubts[i] ?? 0) + (inverse[p * met.length + p] ?? 0);
      for (let q = 0; q <= p; q++) {
        const j = met[q] ?? 0;
        const at = Math.max(i, j) * n + Math.min(i, j);
        matrix[at] = (matrix[at] ?? 0) - own * (inverse[p * met.length + q] ?? 0) * (tight[j] ?? 0);
      }
    }
    for (const i of unmet) doubts[i] = (doubts[i] ?? 0) + (before.own[i] ?? 0);
  }
  for (const [i, { prior }] of columns.list.entries()) {
    matrix[i * n + i] = (matrix[i * n + i] ?? 0) + 1 / prior.common;
  }
  const effects = solveCholesky(factorCholesky(matrix, n), n, vector);
  const all = sites.map((site) => ownEffects(site, { effects, own: before.own }));
  return { effects, own: variances(columns, effects, all, doubts) };
}

/** Variances of one site against all: those of the constants, scaled by part as the sites show; a special day's by
 *  itself besides, since sites differ far more on one day (New Year's Eve) than on another. */
function variances(
  { list }: Columns,
  common: Float64Array,
  sites: readonly Float64Array[],
  doubts: Float64Array,
): Float64Array {
  const spreads = list.map((_, j) =>
    sites.reduce((total, own) => total + ((own[j] ?? 0) - (common[j] ?? 0)) ** 2, doubts[j] ?? 0),
  );
  const sums = new Map<Part, { seen: number; count: number }>();
  for (const [j, { part, prior }] of list.entries()) {
    const sum = sums.get(part) ?? { seen: BELIEF, count: BELIEF };
    sums.set(part, {
      seen: sum.seen + (spreads[j] ?? 0) / prior.own,
      count: sum.count + sites.length,
    });
  }
  return Float64Array.from(list, ({ part, prior }, j) => {
    const { seen, count } = sums.get(part) ?? { seen: 1, count: 1 };
    const variance = (prior.own * seen) / count;
    if (part !== "special") return variance;
    return (ALIKE * variance + (spreads[j] ?? 0)) / (ALIKE + sites.length);
  });
}

/** Effects of one site, by column; the common one where it has not met the column. */
export function ownEffects(site: Normal, { effects, own }: Common): Float64Array {
  const { met, vector } = site;
  const right = Float64Array.from(met, (j, p) => (vector[p] ?? 0) + (effects[j] ?? 0) / (own[j] ?? 1));
  const found = solveCholesky(factorSite(site, own), met.length, right);
  const out = effects.slice();
  for (const [p, j] of met.entries()) out[j] = found[p] ?? 0;
  return out;
}

/** Of the columns met. */
function factorSite({ matrix, width, met }: Normal, own: Float64Array): Float64Array {
  const n = met.length;
  const m = new Float64Array(n * n);
  for (const [p, j] of met.entries()) {
    m.set(matrix.subarray(p * width, p * width + p + 1), p * n);
    m[p * n + p] = (m[p * n + p] ?? 0) + 1 / (own[j] ?? 1);
  }
  return factorCholesky(m, n);
}
