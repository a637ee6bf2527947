/** Fills what nobody measured from what had been forecast. What comes out is for showing alone: it is estimated, says so,
 *  and goes back into no table, no rollup and no forecast. Pure. */
import type { DayVisits } from "./daily.ts";
import { round } from "./judge.ts";

/** Median that had been forecast for a day before it began, people; undefined = none was. */
export type Expected = (site: string, day: string) => number | undefined;

/** Days that are over and missing get the unmeasured share of what was forecast, on top of what was seen; all others
 *  stay as they are. What may still come in time is waited for. */
export function fillGaps(days: readonly DayVisits[], expected: Expected): DayVisits[] {
  return days.map((day) => {
    const people = isGap(day) ? expected(day.site, day.day) : undefined;
    if (people === undefined) return day;
    const seen = round(day.seen ?? 0);
    const estimated = round((1 - (day.coverage ?? 0)) * people);
    return { ...day, visits: seen + estimated, estimated, state: "estimated", by: "forecast" };
  });
}

/** Missing, and no longer waited for. */
export function isGap({ state, pending, coverage }: DayVisits): boolean {
  return state === "missing" && !pending && coverage !== null;
}
