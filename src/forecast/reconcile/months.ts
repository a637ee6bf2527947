/** Calendar months from forecasts of days: what was measured of the running month, and the days to come summed. Ranges
 *  come from how far month totals of past forecasts were off. Pure. */
import { cutAt } from "../../domain/series.ts";
import { fromDayNumber } from "../../domain/time.ts";
import type { Forecast, History, Model, Refusal } from "../model.ts";
import { type Month, monthsFrom, openOn } from "./month-span.ts";
import { learnMonthSpread, type MonthMiss, type MonthSpread, monthQuantiles } from "./month-spread.ts";

/** Days between the first measured day and the origin below which months are refused: the year has to have been seen
 *  once, and a month of it twice. */
const YOUNGEST = 396;
/** Months looked back at to learn how far totals are off. */
const LOOK_BACK = 12;
/** Share of a month's open days that must have been measured for its total to be compared. */
const SEEN = 0.6;
/** Leads of days that the model learns ranges for: they are not used here beyond the mean. */
const FIT_DAYS = 60;

export interface MonthRequest {
  /** Months, the running one included. */
  readonly months: number;
  readonly levels: readonly number[];
  /** Daily means already forecast by series, lead 1 first: they go before the model's own. Absent = none. */
  readonly near?: readonly (Float64Array | null)[];
}

/** One answer per series of a daily history, lead 1 being the month of the origin. `model` must reach any distance.
 *  Months that the axis does not hold to their end are left out. */
export function monthForecasts(
  model: Model,
  history: History,
  { months, levels, near = [] }: MonthRequest,
): (Forecast | Refusal)[] {
  const { set, origin } = history;
  const spans = monthsFrom(set.axis, origin, months);
  const means = dayMeans(model, history, spans.at(-1)?.to ?? origin);
  const spreadOf = learnMonthSpread(missesBefore(model, history));
  return set.series.map(({ id, values }, i): Forecast | Refusal => {
    const reason = youth(values, origin);
    if (reason !== undefined) return { kind: "refused", id, reason };
    const own = means[i];
    if (!own || own.kind === "refused") return { kind: "refused", id, reason: own?.reason ?? "" };
    const days = own.mean.map((mean, lead) => near[i]?.[lead] ?? mean);
    return monthsOf({ id, model: `months-of-${model.name}` }, { history, series: i, days }, spans, {
      levels,
      spread: spreadOf(id),
    });
  });
}

function youth(values: Float64Array, origin: number): string | undefined {
  const first = values.findIndex((value) => !Number.isNaN(value));
  const days = first < 0 ? 0 : origin - first;
  return days < YOUNGEST ? `history too short: ${days} days (13 months are needed)` : undefined;
}

function monthsOf(
  names: { readonly id: string; readonly model: string },
  parts: { readonly history: History; readonly series: number; readonly days: Float64Array },
  spans: readonly Month[],
  { levels, spread }: { readonly levels: readonly number[]; readonly spread: MonthSpread },
): Forecast {
  const { origin } = parts.history;
  const width = levels.length;
  const quantiles = new Float64Array(spans.length * width);
  const mean = new Float64Array(spans.length);
  const closed = new Uint8Array(spans.length);
  for (const [k, { from, to }] of spans.entries()) {
    const rest = sum(parts.days.subarray(Math.max(0, from - origin), to - origin));
    const soFar = from < origin ? measuredSoFar(parts, from) : 0;
    mean[k] = soFar + rest;
    closed[k] = soFar + rest === 0 && isShut(parts, from, to) ? 1 : 0;
    monthQuantiles(spread, k + 1, rest, levels).forEach((value, n) => {
      quantiles[k * width + n] = soFar + value;
    });
  }
  return { kind: "forecast", ...names, levels, leads: spans.length, quantiles, mean, closed };
}

/** Measured days of the running month; open days without a value count as much as the others, or, where those are
 *  fewer than half, as the open days of the four weeks to come. */
function measuredSoFar(
  { history, series, days }: { history: History; series: number; days: Float64Array },
  from: number,
): number {
  const { origin, set, calendars } = history;
  const values = set.series[series]?.values.subarray(from, origin) ?? new Float64Array();
  const seen = values.filter((value) => !Number.isNaN(value));
  const calendar = calendars[series];
  const open = values.reduce((n, value, i) => n + (Number.isNaN(value) ? openOn(calendar, from + i) : 1), 0);
  if (seen.length * 2 >= open) return seen.length === 0 ? 0 : (sum(seen) / seen.length) * open;
  const coming = days.subarray(0, 28).filter((mean) => mean > 0);
  return sum(seen) + (open - seen.length) * (coming.length === 0 ? 0 : sum(coming) / coming.length);
}

function isShut(
  { history, series }: { history: History; series: number },
  from: number,
  to: number,
): boolean {
  const calendar = history.calendars[series];
  for (let day = from; day < to; day++) if (openOn(calendar, day) === 1) return false;
  return true;
}

/** Totals of the measured days of past months beside what would have been forecast at the start of each month. */
function missesBefore(model: Model, { set, origin, calendars, ...inputs }: History): MonthMiss[] {
  const misses: MonthMiss[] = [];
  for (const start of pastStarts(set.axis, origin)) {
    const then: History = { ...inputs, set: cutAt(set, start), origin: start, calendars };
    const spans = monthsFrom(set.axis, start, LOOK_BACK).filter(({ to }) => to <= origin);
    const answers = dayMeans(model, then, spans.at(-1)?.to ?? start);
    for (const [i, answer] of answers.entries()) {
      const series = set.series[i];
      if (answer.kind === "refused" || !series || youth(series.values, start) !== undefined) continue;
      for (const [k, span] of spans.entries()) {
        const total = compare(series.values, answer.mean, start, span);
        if (total) misses.push({ id: series.id, lead: k + 1, ...total });
      }
    }
  }
  return misses;
}

/** First days of the months before the origin's own, newest first. */
function pastStarts(axis: History["set"]["axis"], origin: number): number[] {
  const starts: number[] = [];
  for (let day = origin - 1; day > 0 && starts.length <= LOOK_BACK; day--) {
    if (fromDayNumber(axis.firstDay + day).endsWith("-01")) starts.push(day);
  }
  return starts;
}

function compare(
  values: Float64Array,
  means: Float64Array,
  start: number,
  { from, to }: Month,
): { readonly came: number; readonly hoped: number } | null {
  let [came, hoped, seen, due] = [0, 0, 0, 0];
  for (let day = from; day < to; day++) {
    const mean = means[day - start] ?? 0;
    const value = values[day] ?? Number.NaN;
    if (mean > 0) due++;
    if (Number.isNaN(value)) continue;
    came += value;
    hoped += mean;
    seen++;
  }
  return seen > 0 && seen >= SEEN * due ? { came, hoped } : null;
}

function dayMeans(model: Model, history: History, to: number): readonly (Forecast | Refusal)[] {
  const leads = Math.max(1, to - history.origin);
  return model.fit(history, { leads: FIT_DAYS }).forecast(history, { leads, levels: [0.5] });
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
