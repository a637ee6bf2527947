/** Places booked ahead, by site and visit day, as they stood at the end of a day. */
import { addDays, type LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { bookedDay, bookingSite } from "./queries.ts";

/** Sites that take bookings, each with its booked days; other sites are absent. `strict`: leave out what was booked
 *  on `from` itself, for origins at the start of that day. */
export async function readBookings(
  store: Store,
  context: VisitContext,
  from: LocalDate,
  days: number,
  strict: boolean,
): Promise<Map<string, Map<LocalDate, number>>> {
  const sites = (await ask(store, bookingSite, {})).map((row) => row.site);
  const rows = await ask(store, bookedDay, {
    sites,
    from,
    to: addDays(from, days),
    asOf: strict ? addDays(from, -1) : from,
  });
  const known = new Set(context.territory.sites.map((site) => site.id));
  const out = new Map<string, Map<LocalDate, number>>();
  for (const site of sites) if (known.has(site)) out.set(site, new Map());
  for (const { site, day, booked } of rows) out.get(site)?.set(day, Math.max(0, booked));
  return out;
}
