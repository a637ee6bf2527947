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
  /** Losses within this factor of the best are competitive; part of the weights that goes by their shares alone. */
  readonly competitive: number;
  readonly equal: number;
  /** Losses beyond this factor of the best have nothing to add. */
  readonly hopeless: number;
}

export const weightTuning: WeightTuning = {
  expected: 6,
  pooled: 40,
  power: 6,
  competitive: 1.2,
  equal: 0.3,
  hopeless: 1.3,
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

/** Weights of one lead group, summing to 1; 0 for those without an answer. */
export function weightsOf(
  losses: readonly number[],
  components: readonly Component[],
  answers: readonly boolean[],
  { power, competitive, equal, hopeless }: WeightTuning,
): number[] {
  const best = Math.min(...losses.filter((_, m) => answers[m]));
  const raw = losses.map((loss, m) =>
    answers[m] && loss - best <= Math.log(hopeless)
      ? (components[m]?.share ?? 1) * Math.exp(-power * (loss - best))
      : 0,
  );
  const level = losses.map((loss, m) =>
    answers[m] && loss - best <= Math.log(competitive) ? (components[m]?.share ?? 1) : 0,
  );
  const [all, even] = [sum(raw), sum(level)];
  return raw.map((weight, m) => ((1 - equal) * weight) / all + (equal * (level[m] ?? 0)) / even);
}

function logRatio({ own, first }: Record): number {
  return Math.log((own + 1e-9) / (first + 1e-9));
}

function blend(value: number, weight: number, prior: number, priorWeight: number): number {
  return weight === 0 ? prior : (weight * value + priorWeight * prior) / (weight + priorWeight);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
