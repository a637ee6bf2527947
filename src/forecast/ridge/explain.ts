/** Why calendar-ridge says what it says about a day: causes in people that add up to the median. */
import { fromDayNumber } from "../../domain/time.ts";
import type { Driver, Explanation } from "../model.ts";
import type { Columns } from "./columns.ts";
import type { State } from "./learn.ts";
import { stages, stagesOf } from "./point.ts";
import type { RidgeSite } from "./site.ts";

/** Explains the days from the state's day on. medians: people by lead, 0 on closed days, which
 *  have no drivers. What the bands add to the point counts as level. A regression leans on all days alike, so that
 *  no past days are named. */
export function explainRidge(
  columns: Columns,
  site: RidgeSite,
  state: State,
  medians: Float64Array,
): Explanation[] {
  return Array.from(medians, (median, ahead): Explanation => {
    const day = state.day + ahead;
    const reached = [...stagesOf(columns, site, state, day).slice(0, -1), median];
    const label = site.base.calendar.special.get(day)?.labels[0];
    const drivers = stages.map((stage, i): Driver => {
      const people = (reached[i] ?? 0) - (i === 0 ? 0 : (reached[i - 1] ?? 0));
      return stage === "special" && label !== undefined
        ? { kind: stage, label, people }
        : { kind: stage, people };
    });
    const shut = median === 0;
    return {
      date: fromDayNumber(site.base.table.firstDay + day),
      median,
      drivers: shut ? [] : drivers.filter(({ kind, people }) => kind === "ordinary" || people !== 0),
      days: [],
    };
  });
}
