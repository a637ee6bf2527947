/** Resource `quiet-hours`: the hour forecasts of seven days against the site's own twelve months, as three words. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import type { QuietLevel } from "../../contract/quiet-hours.ts";
import { addDays, daysIn, HOUR, localDate, toIso } from "../../domain/time.ts";
import { siteOf, type ViewDeps } from "../deps.ts";
import { readKeptVintages } from "../kept-vintages.ts";
import { clockText, openingReply } from "../opening.ts";
import { isOver, levelOf, openParts, ratesOf } from "./parts.ts";
import { readUsual } from "./usual.ts";

const DAYS = 7;
/** An older forecast does not know the bookings and the weather of now. */
const STALE_MS = 36 * HOUR;

export async function quietHoursView(
  deps: ViewDeps,
  query: ViewQuery<"quietHours">,
): Promise<ViewReply<"quietHours">> {
  const { store, territory, memories } = deps;
  const site = siteOf(territory, query.site);
  const now = deps.now();
  const today = localDate(now, site.zone);
  const span = { from: today, to: addDays(today, DAYS) };
  const [{ hours }, usual] = await Promise.all([
    readKeptVintages(deps, [site.id], span, now, span.to),
    memories.quiet(`${site.id} ${today}`, async () => readUsual(store, site, await deps.context(now))),
  ]);
  const forecast = hours.get(site.id) ?? [];
  const issued = forecast.length > 0 ? Math.max(...forecast.map((row) => row.issued_at)) : null;
  const unknown =
    issued === null ? "no_forecast" : now - issued > STALE_MS ? "stale" : usual === null ? "no_usual" : null;
  const rates = ratesOf(
    site,
    forecast.map(({ start, q50 }) => ({ hour: start, visits: q50 })),
  );
  const level = (key: string): QuietLevel => {
    const rate = rates.get(key);
    return unknown !== null || usual === null || rate === undefined ? "unknown" : levelOf(rate, usual);
  };
  return {
    now: toIso(now),
    zone: site.zone,
    site: site.id,
    name: site.name,
    unknown,
    issued_at: issued === null ? null : toIso(issued),
    days: daysIn(span).map((day) => ({
      day,
      opening: openingReply(site, day),
      parts: openParts(site, day).map(({ part, hours: open, minutes }) => ({
        part,
        hours: open.map(({ fromMinute, toMinute }) => ({
          from: clockText(fromMinute),
          to: clockText(toMinute),
        })),
        level:
          minutes === 0 ? "closed" : isOver(part, day, now, site.zone) ? "past" : level(`${day} ${part}`),
      })),
    })),
  };
}
