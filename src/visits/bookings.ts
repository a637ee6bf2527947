/** Places booked ahead, by site and visit day, as they stood at the end of a day. */
import { addDays, type LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { bookedDay, bookingSite } from "./queries.ts";

/** Places of one visit day: all, and those of groups (coaches, schools). */
export interface Booked {
  readonly all: number;
  readonly groups: number;
}

/** Sites that take bookings: some ticket was bought ahead of its day. */
export async function bookingSites(store: Store): Promise<ReadonlySet<string>> {
  return new Set((await ask(store, bookingSite, {})).map((row) => row.site));
}

/** Places by `site day` for visits from `from` on, counting what was booked up to and with `asOf`; days without are
 *  absent. */
export async function readBooked(
  store: Store,
  sites: readonly string[],
  from: LocalDate,
  days: number,
  asOf: LocalDate,
): Promise<Map<string, Booked>> {
  const rows = await ask(store, bookedDay, { sites: [...sites], from, to: addDays(from, days), asOf });
  return new Map(
    rows.map(({ site, day, booked, groups }) => [
      `${site} ${day}`,
      { all: Math.max(0, booked), groups: Math.max(0, groups) },
    ]),
  );
}

/** Sites that take bookings, each with its booked days; other sites are absent. `strict`: leave out what was booked
 *  on `from` itself, for origins at the start of that day. */
export async function readBookings(
  store: Store,
  context: VisitContext,
  from: LocalDate,
  days: number,
  strict: boolean,
): Promise<Map<string, Map<LocalDate, number>>> {
  const taking = await bookingSites(store);
  const sites = context.territory.sites.map((site) => site.id).filter((id) => taking.has(id));
  const booked = await readBooked(store, sites, from, days, strict ? addDays(from, -1) : from);
  const out = new Map(sites.map((site) => [site, new Map<LocalDate, number>()]));
  for (const [key, { all }] of booked) {
    const [site = "", day = ""] = key.split(" ");
    out.get(site)?.set(day, all);
  }
  return out;
}
