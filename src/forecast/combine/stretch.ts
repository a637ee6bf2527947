/** The mean of several bands covers too much or too little: each lead group's bands are stretched about the median
 *  so that the past would have been covered as promised.
 *  SOURCE: split-conformal scores over the model's own width, Lei et al. 2018, JASA 113; Romano et al. 2019. */
import { quantile } from "../../domain/quantile.ts";
import type { Forecast } from "../model.ts";

/** Upper ends of the lead groups, in days. */
const groupEnds = [2, 7, 28, Number.POSITIVE_INFINITY];
/** Weeks seen that "no stretch" stands for, by lead group: eight, and two windows of the longest leads, since what is
 *  within a window errs together. */
const PRIORS = [8, 8, 8, 26];
/** Weeks seen that all series stand for against one. */
const ALL = 25;
/** Steps below which nothing is learned. */
const FEWEST = 14;
/** Evenness below which a band says nothing of averages. */
const EVEN = 0.5;
/** Bounds of a factor. */
const NARROWEST = 0.5;
const WIDEST = 2.5;

/** Factor on the log width of a band by lead group. */
export type Stretch = readonly number[];

/** A forecast from a past origin and what came: values by lead, NaN = not observed. The middle level is the median,
 *  the first and last the band. */
export interface Outcome {
  readonly forecast: Forecast;
  readonly actual: Float64Array;
  readonly origin: number;
  /** By lead: {@link evenness} of the weights behind it. */
  readonly even: Float64Array;
}

/** How far the bands of a mean are those of an average: 1 where two or more weigh alike, 0 where one speaks alone,
 *  whose bands are as it has calibrated them. weights: summing to 1. */
export function evenness(weights: readonly number[]): number {
  return Math.min(1, 2 * (1 - weights.reduce((sum, weight) => sum + weight * weight, 0)));
}

/** Factors learned from all outcomes together, and for each series (by id of its forecasts) its own drawn to them. */
export interface Stretches {
  readonly all: Stretch;
  readonly own: ReadonlyMap<string, Stretch>;
}

export function learnStretches(outcomes: readonly Outcome[], slots: number): Stretches {
  const all = found(outcomes, slots).map((seen, g) => drawn(seen, 1, PRIORS[g] ?? 8));
  const byId = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const list = byId.get(outcome.forecast.id);
    if (list) list.push(outcome);
    else byId.set(outcome.forecast.id, [outcome]);
  }
  const own = new Map(
    [...byId].map(([id, list]) => [id, found(list, slots).map((seen, g) => drawn(seen, all[g] ?? 1, ALL))]),
  );
  return { all, own };
}

interface Found {
  readonly factor: number;
  readonly weeks: number;
}

/** By lead group: the factor on the bands, from the first level to the last, that would have covered the past. */
function found(outcomes: readonly Outcome[], slots: number): Found[] {
  const scores = groupEnds.map((): number[] => []);
  const weeks = groupEnds.map(() => new Set<number>());
  let inside = 0.8;
  for (const { forecast, actual, origin, even } of outcomes) {
    const { levels, quantiles, closed } = forecast;
    const width = levels.length;
    const middle = levels.indexOf(0.5);
    inside = (levels[width - 1] ?? 0.9) - (levels[0] ?? 0.1);
    for (const [i, value] of actual.entries()) {
      if (closed[i] === 1 || Number.isNaN(value) || (even[i] ?? 0) < EVEN) continue;
      const at = (k: number) => Math.log((quantiles[i * width + k] ?? 0) + 1);
      const off = Math.log(value + 1) - at(middle);
      const side = off < 0 ? at(middle) - at(0) : at(width - 1) - at(middle);
      const group = groupOf(i + 1, slots);
      scores[group]?.push(Math.abs(off) / Math.max(1e-3, side));
      weeks[group]?.add(Math.floor((origin + i) / (7 * slots)));
    }
  }
  return scores.map((list, g) => {
    if (list.length < FEWEST) return { factor: 1, weeks: 0 };
    const level = Math.min(1, (inside * (list.length + 1)) / list.length);
    const factor = Math.min(WIDEST, Math.max(NARROWEST, quantile(list, level)));
    return { factor, weeks: weeks[g]?.size ?? 0 };
  });
}

/** Mean of logs, `weeks` of the one against `prior` of the other. */
function drawn({ factor, weeks }: Found, to: number, prior: number): number {
  return Math.exp((weeks * Math.log(factor) + prior * Math.log(to)) / (weeks + prior));
}

function groupOf(lead: number, slots: number): number {
  return groupEnds.findIndex((end) => lead <= end * slots);
}

/** Stretches all bands about the medians, as far as they are averages; `levels` must hold 0.5. Order is kept.
 *  even: by lead, {@link evenness} of the weights. */
export function stretched(forecast: Forecast, stretch: Stretch, slots: number, even: Float64Array): Forecast {
  const { levels, quantiles } = forecast;
  const width = levels.length;
  const middle = levels.indexOf(0.5);
  return {
    ...forecast,
    quantiles: quantiles.map((people, at) => {
      const i = Math.floor(at / width);
      if (forecast.closed[i] === 1) return 0;
      const median = quantiles[i * width + middle] ?? 0;
      const factor = (stretch[groupOf(i + 1, slots)] ?? 1) ** (even[i] ?? 1);
      return Math.max(0, (median + 1) * ((people + 1) / (median + 1)) ** factor - 1);
    }),
  };
}
