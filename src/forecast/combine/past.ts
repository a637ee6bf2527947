/** What the components would have said at past origins, each fitted once before the first of them. */
import { cutAt, slotsPerDay } from "../../domain/series.ts";
import type { Fitted, Forecast, History, Model } from "../model.ts";

/** All answers at one past origin. */
export interface PastAnswers {
  /** Step index. */
  readonly origin: number;
  /** Steps from there that are known by now, at most the leads asked for. */
  readonly leads: number;
  /** By model, then by series; undefined where refused. */
  readonly answers: readonly (readonly (Forecast | undefined)[])[];
}

export interface PastOptions {
  readonly leads: number;
  readonly levels: readonly number[];
  /** Days held out beyond the leads; share of the history that may be held out at most. */
  readonly days: number;
  readonly share: number;
  /** Days between origins. */
  readonly every: number;
}

/** Answers by origin, ascending; none when the history has no room for any. */
export function pastAnswers(
  models: readonly Model[],
  history: History,
  { leads, levels, days, share, every }: PastOptions,
): PastAnswers[] {
  const { set, origin } = history;
  const slots = slotsPerDay(set.axis);
  const span = (origin - firstSeen(history)) / slots;
  const held = Math.floor(Math.min(share * span, days + leads / slots));
  const origins: number[] = [];
  for (let back = held; back >= every; back -= every) {
    const at = origin - back * slots;
    if (at > 0 && at < origin) origins.push(at);
  }
  const [first] = origins;
  if (first === undefined) return [];
  const start = historyAt(history, first);
  const fitted = models.map((model) => model.fit(start, { leads }));
  return origins.map((at) => {
    const asked = at === first ? start : historyAt(history, at);
    const reach = Math.min(leads, origin - at);
    return { origin: at, leads: reach, answers: fitted.map((one) => answersOf(one, asked, reach, levels)) };
  });
}

/** Forecasts of one model by series, undefined where refused. */
export function answersOf(
  fitted: Fitted,
  history: History,
  leads: number,
  levels: readonly number[],
): (Forecast | undefined)[] {
  return fitted
    .forecast(history, { leads, levels })
    .map((answer) => (answer.kind === "forecast" ? answer : undefined));
}

/** The same history as known at an earlier origin; bookings and covariates carry their own time. */
function historyAt(history: History, origin: number): History {
  return { ...history, set: cutAt(history.set, origin), origin };
}

/** Step of the first observation of any series. */
function firstSeen({ set, origin }: History): number {
  return set.series.reduce((first, { values }) => {
    const found = values.findIndex((value) => !Number.isNaN(value));
    return found < 0 ? first : Math.min(first, found);
  }, origin);
}
