/** What a series would have been, seen from any earlier day: the calendar regression with wandering levels, learned up
 *  to that day and carried on over the calendar and the weather that came. Days only. */
import type { History } from "../model.ts";
import { makeColumns } from "../ridge/columns.ts";
import { learn } from "../ridge/learn.ts";
import { pointsFrom } from "../ridge/point.ts";
import { covariateScales, ridgeSites } from "../ridge/sites.ts";
import { type RidgeTuning, ridgeTuning } from "../ridge/tuning.ts";
import { asObserved } from "./observed-weather.ts";

/** For one site's own effect its season has to be its own: forecasts of many sites lean more on what all share. */
const effectTuning: RidgeTuning = {
  ...ridgeTuning,
  season: { common: 0.05, own: 0.05 },
};

/** Median people by day over `days` days from an origin (index) on: before it everything is known, from it on nothing
 *  but calendar and weather. */
export type Projector = (origin: number, days: number) => Float64Array;

/** Learns one series at the origins given (day indices); asked about others it throws a RangeError. `history` must hold
 *  no day whose effect is looked for; weather is taken as it came. What sites have in common is left out: it matters to
 *  forecasts, hardly to one site's own effect, and costs the most.  @throws RangeError for hours. */
export function projectorOf(history: History, series: number, origins: readonly number[]): Projector {
  if (history.set.axis.step !== "P1D") throw new RangeError("invalid step: PT1H (days are expected)");
  const own = alone(history, series);
  const [site] = ridgeSites(own);
  if (!site) throw new RangeError(`invalid series: ${series} (of ${history.set.series.length})`);
  const columns = makeColumns(own.calendars, own.origin, covariateScales([site], own), effectTuning);
  const ascending = [...new Set(origins)].sort((a, b) => a - b);
  const { states } = learn(columns, [site], ascending);
  const byOrigin = new Map(states[0]?.map((state) => [state.day, state]));
  return (origin, days) => {
    const state = byOrigin.get(origin);
    if (!state) throw new RangeError(`invalid origin: ${origin} (not learned)`);
    return pointsFrom(columns, site, state, Math.min(days, site.base.table.days - origin));
  };
}

/** One series of a history, weather as it came. */
function alone({ set, origin, calendars, covariates }: History, series: number): History {
  return {
    set: { axis: set.axis, series: set.series.slice(series, series + 1) },
    origin,
    calendars: calendars.slice(series, series + 1),
    covariates: [(covariates?.[series] ?? []).map(asObserved)],
  };
}
