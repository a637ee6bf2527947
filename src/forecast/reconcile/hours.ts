/** Hours that agree with their days. */
import type { Axis } from "../../domain/series.ts";
import type { Forecast } from "../model.ts";

/** The hour forecasts with each day scaled to that day's own forecast: means then sum to it, and the quantiles of an
 *  hour move by the same factor, so that its range keeps its shape. Quantiles of hours do not sum to those of the day,
 *  and should not: the hours of a day are not all low together. A day on which all hours are forecast as 0 keeps them;
 *  a day that is closed closes its hours.
 *  @param dayLead lead of the day, from 1, that each hour is scaled to; 0 = left as it is ({@link wholeDays}) */
export function hoursToDays(hours: Forecast, days: Forecast, dayLead: Int32Array): Forecast {
  const sums = new Float64Array(days.leads + 1);
  for (let i = 0; i < hours.leads; i++) {
    const day = dayLead[i] ?? 0;
    sums[day] = (sums[day] ?? 0) + (hours.mean[i] ?? 0);
  }
  const width = hours.levels.length;
  const quantiles = hours.quantiles.slice();
  const mean = hours.mean.slice();
  const closed = hours.closed.slice();
  for (let i = 0; i < hours.leads; i++) {
    const day = dayLead[i] ?? 0;
    const sum = sums[day] ?? 0;
    if (day === 0 || day > days.leads || sum === 0) continue;
    const factor = (days.mean[day - 1] ?? 0) / sum;
    mean[i] = (mean[i] ?? 0) * factor;
    for (let k = i * width; k < (i + 1) * width; k++) quantiles[k] = (quantiles[k] ?? 0) * factor;
    if (days.closed[day - 1] === 1) closed[i] = 1;
  }
  return { ...hours, quantiles, mean, closed };
}

/** Lead of the day, from 1, of each of `leads` hours from `origin` on (a step of the hourly axis); 0 on days of which
 *  the hours are only a part: the origin's own, unless it has just begun, and the last.
 *  @param firstDay day number of the day with lead 1 */
export function wholeDays(axis: Axis, origin: number, leads: number, firstDay: number): Int32Array {
  return Int32Array.from({ length: leads }, (_, i) => {
    const day = axis.day[origin + i] ?? 0;
    const from = axis.dayFrom[day - axis.firstDay] ?? 0;
    const to = axis.dayFrom[day - axis.firstDay + 1] ?? Number.POSITIVE_INFINITY;
    return from >= origin && to <= origin + leads ? day - firstDay + 1 : 0;
  });
}
