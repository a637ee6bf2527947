/** A coming day of a site: opening, forecast, places booked, people at the desk. Pure. */
import type { Quantiles } from "../contract/common.ts";
import type { ComingDay } from "../contract/outlook.ts";
import type { Site } from "../domain/site.ts";
import type { LocalDate } from "../domain/time.ts";
import type { Booked } from "../visits/bookings.ts";
import { openingReply } from "./opening.ts";
import { deskPeak, type HourForecast } from "./staffing/need.ts";

/** @param booked null when the site takes no bookings
 *  @param hours hourly forecasts that reach the day; without any, nobody can say how many the desk needs */
export function comingDay(
  site: Site,
  day: LocalDate,
  forecast: Quantiles | null,
  booked: Booked | null,
  hours: readonly HourForecast[] = [],
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
    desk: groupOnly ? site.desk && 1 : deskPeak(day, site, hours),
  };
}
