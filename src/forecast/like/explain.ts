/** Why a young site's day is forecast as it is: what its own days of that weekday have been, and what older sites make
 *  of the day beyond them. Days only. */

import { fromDayNumber } from "../../domain/time.ts";
import type { Site } from "../base/site.ts";
import type { Explanation } from "../model.ts";

/** Explains the days from the origin on; medians: people by lead, 0 = closed or nobody. */
export function explainYoung({ table, weekday, calendar }: Site, medians: Float64Array): Explanation[] {
  const seen = Array.from({ length: table.known }, (_, i) => table.known - 1 - i).filter(
    (day) => !Number.isNaN(table.totals[day]) && !calendar.special.has(day),
  );
  return Array.from(medians, (median, ahead): Explanation => {
    const day = table.known + ahead;
    const date = fromDayNumber(table.firstDay + day);
    if (median === 0) return { date, median, drivers: [], days: [] };
    const same = seen.filter((past) => weekday[past] === weekday[day]);
    const behind = same.length > 0 ? same : seen;
    const people =
      behind.reduce((sum, past) => sum + (table.totals[past] ?? 0), 0) / Math.max(1, behind.length);
    const label = calendar.special.get(day)?.labels[0];
    const rest = { people: median - people };
    return {
      date,
      median,
      drivers: [
        { kind: "ordinary", people },
        label === undefined ? { kind: "season", ...rest } : { kind: "special", label, ...rest },
      ],
      days: behind.map((past) => ({
        date: fromDayNumber(table.firstDay + past),
        weight: 1 / behind.length,
        value: table.totals[past] ?? Number.NaN,
      })),
    };
  });
}
