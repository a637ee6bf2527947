/** Runs one model over the windows of a task, and scores them. */
import { cutAt, slotsPerDay } from "../../src/domain/series.ts";
import type { Fitted, Forecast, History, Model } from "../../src/forecast/model.ts";
import { coverage, mae, pinball, seasonalScale } from "../../src/forecast/score.ts";
import { cpuTimer } from "./cpu.ts";
import type { Origin, Weeks } from "./origins.ts";
import type { Task } from "./tasks.ts";

/** One series from one origin over leads 1 … upTo. */
export interface Window {
  readonly key: string;
  readonly weeks: Weeks;
  readonly upTo: number;
  /** Mean actual, people per step. */
  readonly level: number;
  /** Error of the median over the mean change from one week to the next before the origin. */
  readonly mase: number;
  /** Mean over 0.1, 0.5 and 0.9, people per step. */
  readonly pinball: number;
  /** Share within 0.1–0.9. */
  readonly coverage80: number;
}

export interface Run {
  readonly model: string;
  readonly windows: readonly Window[];
  readonly cpuSeconds: number;
  /** Origins that were not reached within the time. */
  readonly left: number;
}

const LEVELS = [0.1, 0.5, 0.9] as const;
/** Days after which a model learns anew; in between it is asked about the newer history, as the service does for a day. */
const RELEARN_DAYS = 56;
/** Share of the steps of a window that must have been observed. */
const OBSERVED = 0.3;

/** What is known at an origin. Bookings carry their own time; models cut them. */
export function historyAt({ counts, bookings }: Task, origin: number): History {
  const { set, calendar } = counts;
  const calendars = set.series.map(() => calendar);
  return { set: cutAt(set, origin), origin, calendars, ...(bookings ? { bookings } : {}) };
}

/** @param mostSeconds CPU seconds after which no further origin begins */
export function runModel(task: Task, model: Model, mostSeconds = Number.POSITIVE_INFINITY): Run {
  const { axis } = task.counts.set;
  const leads = task.horizons[1];
  const windows: Window[] = [];
  const cpu = cpuTimer();
  let seconds = 0;
  let done = 0;
  let learned: { readonly fitted: Fitted; readonly day: number } | undefined;
  for (const origin of task.origins) {
    if (seconds > mostSeconds) break;
    const history = historyAt(task, origin.step);
    const day = axis.day[origin.step] ?? 0;
    cpu.restart();
    if (!learned || day - learned.day >= RELEARN_DAYS) {
      learned = { fitted: model.fit(history, { leads }), day };
    }
    const answers = learned.fitted.forecast(history, { leads, levels: LEVELS });
    seconds += cpu.seconds();
    for (const [i, answer] of answers.entries()) {
      const values = task.counts.set.series[i]?.values;
      if (answer.kind === "forecast" && values) windows.push(...score(task, origin, values, answer));
    }
    done++;
  }
  return { model: model.name, windows, cpuSeconds: seconds, left: task.origins.length - done };
}

/** Windows of one answer; none where too little was observed. A step forecast as closed that was not counts as a
 *  forecast of 0. */
function score(task: Task, origin: Origin, values: Float64Array, answer: Forecast): Window[] {
  const slots = slotsPerDay(task.counts.set.axis);
  const past = values.subarray(0, origin.step);
  const first = past.findIndex((value) => !Number.isNaN(value));
  if (first < 0 || origin.step - first < task.youngest * slots) return [];
  const scale = seasonalScale(past, 7 * slots);
  return task.horizons.flatMap((upTo) => {
    const y = values.slice(origin.step, origin.step + upTo);
    const seen = y.filter((value) => !Number.isNaN(value));
    if (seen.length < OBSERVED * upTo || !(scale > 0)) return [];
    const [low, median, high] = LEVELS.map((_, k) =>
      Float64Array.from({ length: upTo }, (_value, lead) => answer.quantiles[lead * 3 + k] ?? Number.NaN),
    );
    if (!low || !median || !high) return [];
    return [
      {
        key: `${answer.id} ${origin.step} ${upTo}`,
        weeks: origin.weeks,
        upTo,
        level: seen.reduce((a, b) => a + b, 0) / seen.length,
        mase: mae(y, median) / scale,
        pinball: (pinball(y, low, 0.1) + pinball(y, median, 0.5) + pinball(y, high, 0.9)) / 3,
        coverage80: coverage(y, low, high),
      },
    ];
  });
}
