/** ridge-hours: calendar-ridge on the totals of whole days, laid over the hours of robust-base. Hours only; what a
 *  regression over the year knows of a day, hours know less well, unless the day is a special one: there it is the mean
 *  of both. Weather is left to other models. */
import { type Axis, slotsPerDay } from "../../domain/series.ts";
import { sitesOf } from "../base/sites.ts";
import type { FitOptions, Fitted, Forecast, History, Model, Refusal } from "../model.ts";
import { hoursOfDays } from "../pickup/hours.ts";
import { calendarRidge } from "./calendar-ridge.ts";
import { robustBase } from "./robust-base.ts";

const name = "ridge-hours";

/** The model. */
export const ridgeHours: Model = { name, fit };

function fit(history: History, options: FitOptions): Fitted {
  if (slotsPerDay(history.set.axis) === 1) {
    const reason = "daily steps (it forecasts hours only)";
    return { forecast: ({ set }) => set.series.map(({ id }): Refusal => ({ kind: "refused", id, reason })) };
  }
  const hours = robustBase.fit(history, options);
  const whole = byDay(history);
  const days = calendarRidge.fit(whole, { leads: daysAhead(history, options.leads) });
  return {
    forecast(asked, request) {
      const ahead = { ...request, leads: daysAhead(asked, request.leads) };
      const dayAnswers = days.forecast(asked === history ? whole : byDay(asked), ahead);
      return hours.forecast(asked, request).map((answer, i): Forecast | Refusal => {
        const day = dayAnswers[i];
        if (answer.kind === "refused" || !day) return answer;
        if (day.kind === "refused") return day;
        return halfWay(asked, i, answer, hoursOfDays(asked, answer, day, name));
      });
    },
  };
}

/** On special days the mean of both, else what the days make of the hours. */
function halfWay(
  { set: { axis }, origin, calendars }: History,
  series: number,
  hours: Forecast,
  moved: Forecast,
): Forecast {
  const { special } = calendars[series] ?? {};
  const width = hours.levels.length;
  const part = (lead: number) => (special?.has((axis.day[origin + lead] ?? 0) - axis.firstDay) ? 0.5 : 0);
  const between = (from: Float64Array, to: Float64Array, wide: number) =>
    to.map((people, at) => people + part(Math.floor(at / wide)) * ((from[at] ?? 0) - people));
  return {
    ...moved,
    quantiles: between(hours.quantiles, moved.quantiles, width),
    mean: between(hours.mean, moved.mean, 1),
  };
}

/** Days from the origin's own to that of the last lead. */
function daysAhead({ set: { axis }, origin }: History, leads: number): number {
  const last = axis.day[Math.min(axis.count, origin + leads) - 1] ?? 0;
  return last - (axis.day[origin] ?? last) + 1;
}

/** The same sites by day, up to the origin's day: totals of the days observed whole. */
function byDay(history: History): History {
  const { axis, series } = history.set;
  const days = dayAxis(axis);
  const known = (axis.day[history.origin] ?? axis.firstDay + days.count) - axis.firstDay;
  const totals = sitesOf(history).map(({ table }, i) => ({
    id: series[i]?.id ?? "",
    values: table.totals.map((total, day) => (table.shut[day] === 1 ? 0 : total)).subarray(0, known),
  }));
  return { set: { axis: days, series: totals }, origin: known, calendars: history.calendars };
}

function dayAxis({ zone, firstDay, dayFrom, start }: Axis): Axis {
  const count = dayFrom.length - 1;
  return {
    step: "P1D",
    zone,
    count,
    firstDay,
    dayFrom: Int32Array.from({ length: count + 1 }, (_, day) => day),
    day: Int32Array.from({ length: count }, (_, day) => firstDay + day),
    slot: new Uint8Array(count),
    start: Float64Array.from({ length: count }, (_, day) => start[dayFrom[day] ?? 0] ?? Number.NaN),
  };
}
