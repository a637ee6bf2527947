/** Day forecasts → hours: the hours of robust-base, moved so that their medians make the day's. */
import { areWhole, widenSmall } from "../conformal/counts.ts";
import type { Forecast, History } from "../model.ts";
import type { DayForecasts } from "./forecast-days.ts";

/** What the bookings may do to a day against the calendar model, as a factor. */
const LARGEST = 5;

/** `hours`: robust-base at the same origin and levels; `days`: from the origin's day on. A day begun before the
 *  origin keeps its hours, since part of its bookings has come already. Closed hours stay closed. */
export function hoursOfDays(
  { set, origin }: History,
  hours: Forecast,
  days: DayForecasts,
  model: string,
): Forecast {
  const { axis } = set;
  const width = hours.levels.length;
  const firstDay = axis.day[origin] ?? 0;
  const begun = axis.day[origin - 1] === firstDay;
  const sums = new Float64Array(days.mean.length);
  const dayOf = (step: number) => (axis.day[origin + step] ?? 0) - firstDay;
  for (let i = 0; i < hours.leads; i++) sums[dayOf(i)] = (sums[dayOf(i)] ?? 0) + (hours.mean[i] ?? 0);
  // The last day may be cut short by the horizon: its hours move like those of a whole day of the base would.
  const lastDay = dayOf(hours.leads - 1);
  const end = axis.dayFrom[firstDay + lastDay - axis.firstDay + 1] ?? 0;
  const cut = end > origin + hours.leads;
  const factor = (day: number) => {
    if ((begun && day === 0) || (cut && day === lastDay)) return 1;
    return Math.min(LARGEST, (days.mean[day] ?? 0) / Math.max(1e-9, sums[day] ?? 0));
  };
  const quantiles = hours.quantiles.map((people, at) => people * factor(dayOf(Math.floor(at / width))));
  const mean = hours.mean.map((people, i) => people * factor(dayOf(i)));
  // Drawn in with a quiet day, the range of an hour is still no narrower than a handful of people vary by themselves.
  if (areWhole(set.series.find(({ id }) => id === hours.id)?.values ?? new Float64Array())) {
    for (let i = 0; i < hours.leads; i++)
      widenSmall(quantiles.subarray(i * width, (i + 1) * width), hours.levels, mean[i] ?? 0);
  }
  return { ...hours, model, quantiles, mean };
}
