/** People by day of every series of a history. */
import { makeTable } from "../base/table.ts";
import type { History } from "../model.ts";

/** By series; NaN where closed or not observed, and from the origin on. */
export function measuredOf({ set, origin, calendars }: History): Float64Array[] {
  return set.series.map(({ values }, i) => {
    const calendar = calendars[i];
    return calendar ? makeTable(set.axis, values, origin, calendar).totals : new Float64Array();
  });
}

/** How many days of a span were observed. */
export function countSeen(measured: Float64Array, from: number, to: number): number {
  return measured.subarray(from, to).reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
}
