/** The series of a history as robust-base sees them. Several models look at the same history: each is prepared once. */
import { slotsPerDay } from "../../domain/series.ts";
import type { History } from "../model.ts";
import { makeSite } from "./make-site.ts";
import { shareEffects } from "./shared-effects.ts";
import type { Site } from "./site.ts";
import { makeTable } from "./table.ts";
import { dailyTuning, hourlyTuning, type Tuning } from "./tuning.ts";

const kept = new WeakMap<History, readonly Site[]>();

/** One per series, in their order, each knowing what special days did at the others. The history must not change
 *  afterwards. @throws RangeError when a series has no calendar. */
export function sitesOf(history: History): readonly Site[] {
  const before = kept.get(history);
  if (before) return before;
  const { set, origin, calendars } = history;
  const tuning = tuningOf(history);
  const sites = set.series.map(({ values }, i) => {
    const calendar = calendars[i];
    if (!calendar)
      throw new RangeError(`invalid calendars: ${calendars.length} (one per series is expected)`);
    return makeSite(makeTable(set.axis, values, origin, calendar), calendar, tuning);
  });
  const found = shareEffects(sites);
  kept.set(history, found);
  return found;
}

/** The constants for the step of a history. */
export function tuningOf({ set }: History): Tuning {
  return slotsPerDay(set.axis) === 24 ? hourlyTuning : dailyTuning;
}
