/** Rolling-origin evaluation: every model at every fold, from what was known there, scored per series and lead
 *  group. The simple rule belongs among the models. */
import { cutAt, type SeriesSet, slotsPerDay } from "../domain/series.ts";
import type { DayCalendar } from "./calendar.ts";
import type { Forecast, History, Model } from "./model.ts";
import { bias, coverage, mae, pinball, seasonalScale, wape } from "./score.ts";

/** Scores of one model on one series, fold and lead group; NaN where nothing could be scored. */
export interface Score {
  readonly model: string;
  readonly id: string;
  /** Step index of the origin. */
  readonly origin: number;
  /** Leads 1 … upTo. */
  readonly upTo: number;
  /** Steps scored: observed and not forecast as closed. */
  readonly count: number;
  /** Mean actual, people per step. */
  readonly level: number;
  /** Of the median; mase divides by the mean change over a week before the origin. */
  readonly mae: number;
  readonly mase: number;
  readonly wape: number;
  readonly bias: number;
  /** Mean over 0.1, 0.5 and 0.9, people per step. */
  readonly pinball: number;
  /** Share within 0.1–0.9. */
  readonly coverage80: number;
}

export interface BacktestOptions {
  /** Step indices to forecast from. */
  readonly origins: readonly number[];
  /** Lead groups: scores are taken over leads 1 … n for each n, in steps. */
  readonly horizons: readonly number[];
  /** What is known beside the counts; models cut it at each origin. */
  readonly beside?: Pick<History, "bookings" | "covariates">;
  /** Called after each fold with the number done. */
  readonly onFold?: (done: number) => void;
}

const levels = [0.1, 0.5, 0.9] as const;

/** Scores all models on full series. Refused forecasts give no score. */
export function backtest(
  models: readonly Model[],
  set: SeriesSet,
  calendars: readonly DayCalendar[],
  { origins, horizons, beside, onFold }: BacktestOptions,
): Score[] {
  const scores: Score[] = [];
  const longest = Math.max(...horizons);
  for (const [n, origin] of origins.entries()) {
    const leads = Math.min(longest, set.axis.count - origin);
    const history: History = { set: cutAt(set, origin), origin, calendars, ...beside };
    for (const model of models) {
      for (const [i, answer] of model
        .fit(history, { leads })
        .forecast(history, { leads, levels })
        .entries()) {
        const values = set.series[i]?.values;
        if (answer.kind === "refused" || !values) continue;
        for (const upTo of horizons.filter((h) => h <= leads)) {
          scores.push(scoreWindow(answer, values, origin, upTo, 7 * slotsPerDay(set.axis)));
        }
      }
    }
    onFold?.(n + 1);
  }
  return scores;
}

function scoreWindow(
  forecast: Forecast,
  values: Float64Array,
  origin: number,
  upTo: number,
  week: number,
): Score {
  const y = values.slice(origin, origin + upTo).map((v, i) => (forecast.closed[i] === 1 ? Number.NaN : v));
  const column = (k: number) =>
    Float64Array.from({ length: upTo }, (_, i) => forecast.quantiles[i * levels.length + k] ?? Number.NaN);
  const [low, median, high] = [column(0), column(1), column(2)];
  const seen = y.filter((v) => !Number.isNaN(v));
  const error = mae(y, median);
  return {
    model: forecast.model,
    id: forecast.id,
    origin,
    upTo,
    count: seen.length,
    level: seen.reduce((a, b) => a + b, 0) / seen.length,
    mae: error,
    mase: error / seasonalScale(values.subarray(0, origin), week),
    wape: wape(y, median),
    bias: bias(y, median),
    pinball: (pinball(y, low, 0.1) + pinball(y, median, 0.5) + pinball(y, high, 0.9)) / 3,
    coverage80: coverage(y, low, high),
  };
}
