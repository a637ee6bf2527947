/** Several models averaged: each learns, each is judged on past origins, and their answers become one. */
import { slotsPerDay } from "../../domain/series.ts";
import type { FitOptions, Fitted, Forecast, History, Model, Refusal } from "../model.ts";
import { average } from "./average.ts";
import type { Component } from "./component.ts";
import { explainAverage } from "./explain.ts";
import { groupOf, groups, recordsOf } from "./losses.ts";
import { answersOf, pastAnswers } from "./past.ts";
import { learnStretch, type Outcome, type Stretch, stretched } from "./stretch.ts";
import { type Losses, ownLosses, pooledLosses, weightsOf, weightTuning } from "./weights.ts";

/** Levels by which components are judged and bands stretched. */
const judged = [0.1, 0.5, 0.9];

/** A model that averages others. The first component is what the others are measured against: it should answer
 *  wherever one of them does. `young` is asked about series that all components refuse; where it refuses too, its
 *  reason is given. */
export function combine(name: string, components: readonly Component[], young: Model): Model {
  return {
    name,
    fit(history, options) {
      const fitted = fitAll(name, components, history, options);
      return {
        ...fitted,
        forecast(asked, request) {
          const answers = fitted.forecast(asked, request);
          if (answers.every(({ kind }) => kind === "forecast")) return answers;
          const others = young.fit(asked, options).forecast(asked, request);
          return answers.map((answer, s): Forecast | Refusal => {
            const other = answer.kind === "refused" ? others[s] : undefined;
            return other?.kind === "forecast" ? { ...other, model: name } : (other ?? answer);
          });
        },
      };
    },
  };
}

interface Earned {
  readonly all: Losses;
  readonly own: ReadonlyMap<string, Losses>;
  readonly stretch: Stretch;
}

function fitAll(
  name: string,
  components: readonly Component[],
  history: History,
  options: FitOptions,
): Fitted {
  const fitted = components.map(({ model }) => model.fit(history, options));
  const earned = learn(components, history, options);
  const slots = slotsPerDay(history.set.axis);
  const weightsAt = (id: string, answers: readonly boolean[]) => {
    const losses = earned.own.get(id) ?? earned.all;
    const byGroup = losses.map((group) => weightsOf(group, answers, weightTuning));
    return (lead: number) => byGroup[groupOf(lead + 1, slots)] ?? [];
  };
  return {
    forecast(asked, { leads, levels }) {
      const wanted = [...new Set([...levels, 0.5])].sort((a, b) => a - b);
      const given = fitted.map((one) => one.forecast(asked, { leads, levels: wanted }));
      return asked.set.series.map(({ id }, s): Forecast | Refusal => {
        const answers = given.map((list) => list[s]);
        const some = answers.flatMap((answer) => (answer?.kind === "forecast" ? answer : []));
        if (some.length === 0) return { kind: "refused", id, reason: reasonOf(answers) };
        const weights = weightsAt(
          id,
          answers.map((answer) => answer?.kind === "forecast"),
        );
        const present = answers.flatMap((answer, m) => (answer?.kind === "forecast" ? m : []));
        const mean = average(name, some, (lead) => present.map((m) => weights(lead)[m] ?? 0));
        return atLevels(some.length === 1 ? mean : stretched(mean, earned.stretch, slots), levels);
      });
    },
    explain(asked, series, leads) {
      const [answer] = [this.forecast(asked, { leads, levels: [0.5] })[series]];
      if (answer?.kind !== "forecast") return [];
      const answers = fitted.map((one) => answersOf(one, asked, leads, [0.5])[series] !== undefined);
      const weights = weightsAt(answer.id, answers)(leads - 1);
      const order = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
      for (const m of order) {
        const reasons = answers[m] ? fitted[m]?.explain?.(asked, series, leads) : undefined;
        if (reasons && reasons.length > 0) return explainAverage(reasons, answer.quantiles);
      }
      return [];
    },
  };
}

/** Judges the components on past origins. */
function learn(components: readonly Component[], history: History, { leads }: FitOptions): Earned {
  const slots = slotsPerDay(history.set.axis);
  const past = pastAnswers(
    components.map(({ model }) => model),
    history,
    { leads, levels: judged, days: 56, share: 0.4, every: slots === 1 ? 12 : 6 },
  );
  const records = recordsOf(past, history, judged);
  const all = pooledLosses(records, components, groups, weightTuning);
  const own = new Map(history.set.series.map(({ id }, s) => [id, ownLosses(records[s], all, weightTuning)]));
  const outcomes = past.flatMap(({ origin, leads: reach, answers }) =>
    history.set.series.flatMap(({ id, values }, s): Outcome[] => {
      const present = [...answers.keys()].filter((m) => answers[m]?.[s]);
      const some = present.flatMap((m) => answers[m]?.[s] ?? []);
      if (some.length < 2) return [];
      const byGroup = (own.get(id) ?? all).map((group) =>
        weightsOf(
          group,
          answers.map((list) => list[s] !== undefined),
          weightTuning,
        ),
      );
      const mean = average("", some, (lead) =>
        present.map((m) => byGroup[groupOf(lead + 1, slots)]?.[m] ?? 0),
      );
      return [{ forecast: mean, actual: values.subarray(origin, origin + reach), origin }];
    }),
  );
  return { all, own, stretch: learnStretch(outcomes, slots) };
}

function reasonOf(answers: readonly (Forecast | Refusal | undefined)[]): string {
  const first = answers.find((answer) => answer?.kind === "refused");
  return first?.kind === "refused" ? first.reason : "no model answers";
}

/** Leaves out the levels that nobody asked for. */
function atLevels(forecast: Forecast, levels: readonly number[]): Forecast {
  const picked = levels.map((level) => forecast.levels.indexOf(level));
  const { leads, quantiles } = forecast;
  const width = forecast.levels.length;
  return {
    ...forecast,
    levels,
    quantiles: Float64Array.from({ length: leads * levels.length }, (_, at) => {
      const column = picked[at % levels.length] ?? 0;
      return quantiles[Math.floor(at / levels.length) * width + column] ?? Number.NaN;
    }),
  };
}
