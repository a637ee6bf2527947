/** What components have earned: weights by series and lead, and the stretch of their mean bands, from past origins. */
import { slotsPerDay } from "../../domain/series.ts";
import type { FitOptions, Forecast, History } from "../model.ts";
import { average } from "./average.ts";
import type { Component } from "./component.ts";
import { groupOf, groups, recordsOf } from "./losses.ts";
import { type PastAnswers, pastAnswers } from "./past.ts";
import { evenness, learnStretches, type Outcome, type Stretch } from "./stretch.ts";
import { ownLosses, pooledLosses, weightsOf, weightTuning } from "./weights.ts";

/** Levels by which components are judged and bands stretched. */
const judged = [0.1, 0.5, 0.9];
/** Days held out beyond the leads, and the share of the history that may be. */
const DAYS = 56;
const SHARE = 0.4;
/** Days between past origins, not multiples of 7 so that weekdays and leads mix; 6 by hours. */
const EVERY = 12;
const EVERY_BY_HOURS = 6;

/** Weights by lead (0-based), then by forecast that is not undefined. */
type Weights = (lead: number) => readonly number[];

export interface Earned {
  /** For a series by id; one that was not there when learning is taken as all are. answers: by component. */
  weights(id: string, answers: readonly (Forecast | undefined)[]): Weights;
  stretch(id: string): Stretch;
}

/** Judges the components on past origins, each learned once more before the first of them. */
export function judge(components: readonly Component[], history: History, { leads }: FitOptions): Earned {
  const slots = slotsPerDay(history.set.axis);
  const every = slots === 1 ? EVERY : EVERY_BY_HOURS;
  const models = components.map(({ model }) => model);
  const past = pastAnswers(models, history, { leads, levels: judged, days: DAYS, share: SHARE, every });
  const records = recordsOf(past, history, judged);
  const all = pooledLosses(records, components, groups, weightTuning);
  const own = new Map(history.set.series.map(({ id }, s) => [id, ownLosses(records[s], all, weightTuning)]));
  const weights: Earned["weights"] = (id, answers) => {
    const known = answers.map((answer) => answer !== undefined);
    const byGroup = (own.get(id) ?? all).map((losses) =>
      weightsOf(losses, components, known, weightTuning).filter((_, m) => known[m]),
    );
    return (lead) => byGroup[groupOf(lead + 1, slots)] ?? [];
  };
  const stretches = learnStretches(outcomesOf(past, history, weights), slots);
  return { weights, stretch: (id) => stretches.own.get(id) ?? stretches.all };
}

/** By lead. */
export function evennessOf(weights: Weights, leads: number): Float64Array {
  return Float64Array.from({ length: leads }, (_, lead) => evenness(weights(lead)));
}

/** What the mean would have said at past origins, and what came. A single answer is passed on as it is. */
function outcomesOf(past: readonly PastAnswers[], { set }: History, weights: Earned["weights"]): Outcome[] {
  return past.flatMap(({ origin, leads, answers }) =>
    set.series.flatMap(({ id, values }, s): Outcome[] => {
      const given = answers.map((list) => list[s]);
      const some = given.filter((answer) => answer !== undefined);
      if (some.length < 2) return [];
      const byLead = weights(id, given);
      const even = evennessOf(byLead, leads);
      const forecast = average("", some, byLead);
      return [{ forecast, actual: values.subarray(origin, origin + leads), origin, even }];
    }),
  );
}
