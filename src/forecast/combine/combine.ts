/** Several models averaged: each learns, each is judged on past origins, and their answers become one. */
import { slotsPerDay } from "../../domain/series.ts";
import type {
  Explanation,
  FitOptions,
  Fitted,
  Forecast,
  ForecastRequest,
  History,
  Model,
  Refusal,
} from "../model.ts";
import { average } from "./average.ts";
import type { Component } from "./component.ts";
import { evennessOf, judge } from "./earned.ts";
import { explainAverage } from "./explain.ts";
import { stretched } from "./stretch.ts";

/** Takes the series that all components refuse. */
export interface Young {
  /** older: what the average says of the others; levels include 0.5. */
  forecast(
    history: History,
    request: ForecastRequest,
    older: readonly (Forecast | Refusal)[],
  ): readonly (Forecast | Refusal)[];
  /** Reasons of one series' medians, people by lead. */
  explain(history: History, series: number, medians: Float64Array): readonly Explanation[];
}

/** A model that averages others. The first component is what the others are measured against: it should answer
 *  wherever one of them does. `young` is asked about series that all components refuse; where it refuses too,
 *  the reason is that of the first. */
export function combine(name: string, components: readonly Component[], young: Young): Model {
  return { name, fit: (history, options) => fitAll(name, components, young, history, options) };
}

function fitAll(
  name: string,
  components: readonly Component[],
  young: Young,
  history: History,
  options: FitOptions,
): Fitted {
  const fitted = components.map(({ model }) => model.fit(history, options));
  const earned = judge(components, history, options);
  const slots = slotsPerDay(history.set.axis);
  /** What each component says of each series, and the mean of it. */
  const ask = (asked: History, { leads, levels }: ForecastRequest) => {
    const request = { leads, levels: [...new Set([...levels, 0.5])].sort((a, b) => a - b) };
    const byModel = fitted.map((one) => one.forecast(asked, request));
    const given = asked.set.series.map((_, s) =>
      byModel.map((list) => (list[s]?.kind === "forecast" ? list[s] : undefined)),
    );
    const means = asked.set.series.map(({ id }, s): Forecast | Refusal => {
      const some = (given[s] ?? []).filter((answer) => answer !== undefined);
      if (some.length === 0) return byModel[0]?.[s] ?? { kind: "refused", id, reason: "no model" };
      const weights = earned.weights(id, given[s] ?? []);
      const mean = average(name, some, weights);
      return some.length === 1
        ? mean
        : stretched(mean, earned.stretch(id), slots, evennessOf(weights, leads));
    });
    return { given, answers: withYoung(means, () => young.forecast(asked, request, means)) };
  };
  const withYoung = (means: readonly (Forecast | Refusal)[], others: () => ReturnType<Young["forecast"]>) => {
    if (means.every(({ kind }) => kind === "forecast")) return means;
    const found = others();
    return means.map((mean, s): Forecast | Refusal => {
      const other = mean.kind === "refused" ? found[s] : undefined;
      return other?.kind === "forecast" ? { ...other, model: name } : mean;
    });
  };
  /** Reasons are asked for series by series: the answers for the days they are about are kept. */
  const kept = new WeakMap<History, { readonly leads: number; readonly said: ReturnType<typeof ask> }>();
  const askOnce = (asked: History, leads: number) => {
    const before = kept.get(asked);
    if (before?.leads === leads) return before.said;
    const said = ask(asked, { leads, levels: [0.5] });
    kept.set(asked, { leads, said });
    return said;
  };
  return {
    forecast: (asked, request) =>
      ask(asked, request).answers.map((answer) => atLevels(answer, request.levels)),
    explain(asked, series, leads) {
      const { given, answers } = askOnce(asked, leads);
      const [own, answer] = [given[series] ?? [], answers[series]];
      if (answer?.kind !== "forecast") return [];
      if (own.every((one) => one === undefined)) return young.explain(asked, series, answer.quantiles);
      const weights = earned.weights(answer.id, own)(leads - 1);
      const present = [...own.keys()].filter((m) => own[m] !== undefined);
      const order = present
        .map((m, i) => ({ m, weight: weights[i] ?? 0 }))
        .sort((a, b) => b.weight - a.weight);
      for (const { m } of order) {
        const reasons = fitted[m]?.explain?.(asked, series, leads) ?? [];
        if (reasons.length > 0) return explainAverage(reasons, answer.quantiles);
      }
      return [];
    },
  };
}

/** Leaves out the levels that nobody asked for. */
function atLevels(answer: Forecast | Refusal, levels: readonly number[]): Forecast | Refusal {
  if (answer.kind === "refused") return answer;
  const picked = levels.map((level) => answer.levels.indexOf(level));
  const { leads, quantiles } = answer;
  const width = answer.levels.length;
  return {
    ...answer,
    levels,
    quantiles: Float64Array.from({ length: leads * levels.length }, (_, at) => {
      const column = picked[at % levels.length] ?? 0;
      return quantiles[Math.floor(at / levels.length) * width + column] ?? Number.NaN;
    }),
  };
}
