/** An older site as it looks from one origin: what was seen before it, and what its own base expects after it. */

import { type Axis, slotsPerDay } from "../../domain/series.ts";
import { presumedClosed } from "../base/closure.ts";
import { basisAt, dayForecast } from "../base/point.ts";
import type { Site } from "../base/site.ts";
import type { Tuning } from "../base/tuning.ts";
import type { Forecast } from "../model.ts";

/** Cells go by day × slots + slot of the table. */
export interface Outlook {
  /** People; NaN = not observed. What lies at or after the origin is never read. */
  readonly seen: Float64Array;
  /** People from the first slot of the origin's day on; NaN = closed or not known. */
  readonly hope: Float64Array;
}

/** Looks from a cell over `days` days, the origin's own included. */
export function outlookFrom(site: Site, cell: number, days: number, tuning: Tuning): Outlook {
  const { slots, values } = site.table;
  const basis = basisAt(site, cell, days, tuning);
  const hope = new Float64Array(days * slots).fill(Number.NaN);
  for (let ahead = 0; ahead < days; ahead++) {
    const day = basis.originDay + ahead;
    if (!presumedClosed(site, basis.originDay, day)) hope.set(dayForecast(basis, day), ahead * slots);
  }
  return { seen: values, hope };
}

/** Medians of a forecast from step `origin` on, by cell from the first slot of the origin's day on: what better models
 *  than the base expect. NaN = closed, not asked for, or begun before the origin. */
export function hopeOf(
  { levels, leads, quantiles, closed }: Forecast,
  axis: Axis,
  origin: number,
  cells: number,
): Float64Array {
  const hope = new Float64Array(cells).fill(Number.NaN);
  const slots = slotsPerDay(axis);
  const firstDay = axis.day[origin] ?? 0;
  const middle = levels.indexOf(0.5);
  for (let i = 0; i < leads; i++) {
    const cell = ((axis.day[origin + i] ?? 0) - firstDay) * slots + (axis.slot[origin + i] ?? 0);
    if (closed[i] !== 1) hope[cell] = quantiles[i * levels.length + middle] ?? Number.NaN;
  }
  return hope;
}
