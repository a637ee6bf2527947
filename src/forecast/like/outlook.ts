/** An older site as it looks from one origin: what was seen before it, and what its own base expects after it. */

import { presumedClosed } from "../base/closure.ts";
import { basisAt, dayForecast } from "../base/point.ts";
import type { Site } from "../base/site.ts";
import type { Tuning } from "../base/tuning.ts";

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
