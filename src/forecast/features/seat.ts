/** A site with all that features read of it. */
import type { Site } from "../base/site.ts";
import { sitesOf } from "../base/sites.ts";
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
export function seatsOf(history: History): Seat[] {
  const { set, origin, bookings, covariates } = history;
  const steps = stepsOfCells(set.axis);
  return sitesOf(history).map((site, i) => {
    const id = set.series[i]?.id ?? "";
    const beside = besideOf(set.axis, origin, bookings?.[i], covariates?.[i] ?? [], steps);
    return { id, site, nature: natureOf(site), beside };
  });
}
