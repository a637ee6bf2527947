/** Past losses → weights. A series' own record is drawn towards that of all, that towards what was expected, and
 *  the weights towards equal ones: differences between good models are mostly luck.
 *  SOURCE: Bates & Granger 1969 (weights by inverse loss); Stock & Watson 2004 (shrinking to equal). */
import type { Component } from "./component.ts";
import type { Record } from "./losses.ts";

export interface WeightTuning {
  /** Weeks of record that what was expected stands for, and that all series' stands for against one's own. */
  readonly expected: number;
  readonly pooled: number;
  /** Weight = loss to the power of −this. */
  readonly power: number;
  /** Losses within this factor of the best are competitive; share of equal weights among them. */
  readonly competitive: number;
  readonly equal: number;
}

export const weightTuning: WeightTuning = {
  expected: 6,
  pooled: 20,
  power: 5,
  competitive: 1.2,
  equal: 0.5,
};

/** Loss by component against the first one, log; one array per lead group. */
export type Losses = readonly (readonly number[])[];

/** What all series say together. records: by series, lead group and component. */
export function pooledLosses(
  records: readonly (readonly (readonly (Record | undefined)[])[])[],
  components: readonly Component[],
  groups: number,
  { expected }: WeightTuning,
): Losses {
  return Array.from({ length: groups }, (_, group) =>
    components.map(({ prior }, m) => {
      const seen = records.flatMap((series) => series[group]?.[m] ?? []);
      const weeks = seen.reduce((most, record) => Math.max(most, record.weeks), 0);
      const ratio = mean(seen.map(logRatio));
      return blend(ratio, weeks, Math.log(prior), expected);
    }),
  );
}

/** What a series says, drawn towards all; without a record of its own, what all say. */
export function ownLosses(
  records: readonly (readonly (Record | undefined)[])[] | undefined,
  all: Losses,
  { pooled }: WeightTuning,
): Losses {
  return all.map((group, g) =>
    group.map((common, m) => {
      const record = records?.[g]?.[m];
      return record ? blend(logRatio(record), record.weeks, common, pooled) : common;
    }),
  );
}

/** Weights of one lead group, summing to 1. answers: 1 for each component that has one; 0 weight for the others. */
export function weightsOf(
  losses: readonly number[],
  answers: readonly boolean[],
  tuning: WeightTuning,
): number[] {
  const { power, competitive, equal } = tuning;
  const best = Math.min(...losses.filter((_, m) => answers[m]));
  const good = losses.map((loss, m) => answers[m] === true && loss - best <= Math.log(competitive));
  const count = good.filter(Boolean).length;
  const raw = losses.map((loss, m) => (answers[m] ? Math.exp(-power * (loss - best)) : 0));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((weight, m) => ((1 - equal) * weight) / total + (good[m] ? equal / count : 0));
}

function logRatio({ own, first }: Record): number {
  return Math.log((own + 1e-9) / (first + 1e-9));
}

function blend(value: number, weight: number, prior: number, priorWeight: number): number {
  return weight === 0 ? prior : (weight * value + priorWeight * prior) / (weight + priorWeight);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}
