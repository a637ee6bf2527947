/** A site with all that features read of it. */
import { makeSite } from "../base/make-site.ts";
import { shareEffects } from "../base/shared-effects.ts";
import type { Site } from "../base/site.ts";
import { makeTable } from "../base/table.ts";
import type { Tuning } from "../base/tuning.ts";
import type { History } from "../model.ts";
import { type Nature, natureOf } from "./nature.ts";
import { type Beside, besideOf, stepsOfCells } from "./outlook.ts";

export interface Seat {
  /** Id of the series. */
  readonly id: string;
  readonly site: Site;
  readonly nature: Nature;
  readonly beside: Beside;
}

/** One seat per series. Nothing at or after the origin is kept.
 *  @throws RangeError when there are fewer calendars than series. */
export function seatsOf(history: History, tuning: Tuning): Seat[] {
  const { set, origin, calendars, bookings, covariates } = history;
  const steps = stepsOfCells(set.axis);
  const alone = set.series.map(({ id, values }, i) => {
    const calendar = calendars[i];
    if (!calendar)
      throw new RangeError(`invalid calendars: ${calendars.length} (one per series is expected)`);
    const site = makeSite(makeTable(set.axis, values, origin, calendar), calendar, tuning);
    const beside = besideOf(set.axis, origin, bookings?.[i], covariates?.[i] ?? [], steps);
    return { id, site, nature: natureOf(site), beside };
  });
  const sites = shareEffects(alone.map(({ site }) => site));
  return alone.map((seat, i) => ({ ...seat, site: sites[i] ?? seat.site }));
}
