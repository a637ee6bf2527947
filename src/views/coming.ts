/** A coming day of a site: opening, forecast, places booked, people at the desk. Pure. */
import type { Quantiles } from "../contract/common.ts";
import type { ComingDay } from "../contract/outlook.ts";
import type { Site } from "../domain/site.ts";
import type { LocalDate } from "../domain/time.ts";
import type { Booked } from "../visits/bookings.ts";
import { openingReply } from "./opening.ts";

/** @param booked null when the site takes no bookings */
export function comingDay(
  site: Site,
  day: LocalDate,
  forecast: Quantiles | null,
  booked: Booked | null,
): ComingDay {
  const opening = openingReply(site, day);
  const open = opening.kind === "open";
  const groupOnly = !open && (booked?.all ?? 0) > 0;
  return {
    day,
    opening,
    forecast: open ? forecast : null,
    booked: booked?.all ?? null,
    groups: booked?.groups ?? null,
    group_only: groupOnly,
    desk: deskOf(site, open, groupOnly ? (booked?.all ?? 0) : (forecast?.q90 ?? 0), groupOnly),
  };
}

/** Enough people for the high end of the range, one at least while anybody may come; null when closed or no rule. */
function deskOf(site: Site, open: boolean, visits: number, groupOnly: boolean): number | null {
  if (site.desk === null || !(open || groupOnly)) return null;
  return Math.max(1, Math.ceil(visits / site.desk.visitsPerPerson));
}
