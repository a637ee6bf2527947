/** Forecasts of every series, each by the model that serves it. Pure. */
import type { Explanation, Fitted, Forecast, History, Model, Refusal } from "../forecast/model.ts";
import { modelNamed } from "./models.ts";

/** What came out for one series. */
export interface Solved {
  readonly answer: Forecast | Refusal;
  /** Empty where none were asked for or the model gives none. */
  readonly explanations: readonly Explanation[];
}

export interface SeriesRequest {
  /** Name of a model by series. */
  readonly models: readonly string[];
  /** Name of the model that answers where the one named refuses. */
  readonly otherwise: string;
  readonly leads: number;
  readonly levels: readonly number[];
  /** Leads that are explained, 0 for none. */
  readonly explained: number;
  /** What a model has learned, from this history or from an earlier one of the same series. */
  readonly fitted: (model: Model) => Fitted;
}

/** One answer per series, in order. Every model that is asked has learned from all series and answers for its own.
 *  @throws RangeError for a model that is not in the registry, or none for a series */
export function forecastSeries(history: History, request: SeriesRequest): Solved[] {
  const { models, otherwise } = request;
  const first = answersOf(history, request, models);
  const left = models.map((name, i) =>
    name !== otherwise && first.get(i)?.answer.kind === "refused" ? otherwise : undefined,
  );
  const second = answersOf(history, request, left);
  return history.set.series.map(({ id }, i) => {
    const [found, other] = [first.get(i), second.get(i)];
    if (!found) throw new RangeError(`invalid models: none for ${id} (one per series is expected)`);
    return other?.answer.kind === "forecast" ? other : found;
  });
}

/** Answers by index of the series for which a model is named. */
function answersOf(
  history: History,
  { leads, levels, explained, fitted: learned }: SeriesRequest,
  models: readonly (string | undefined)[],
): Map<number, Solved> {
  const solved = new Map<number, Solved>();
  for (const name of new Set(models)) {
    if (name === undefined) continue;
    const fitted = learned(modelNamed(name));
    for (const [i, answer] of fitted.forecast(history, { leads, levels }).entries()) {
      if (models[i] !== name) continue;
      const explains = explained > 0 && answer.kind === "forecast";
      const explanations = explains ? (fitted.explain?.(history, i, explained) ?? []) : [];
      solved.set(i, { answer, explanations });
    }
  }
  return solved;
}
