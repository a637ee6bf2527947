/** Places booked ahead, by site and visit day: as they stood at the end of a day, and how they came to stand so. */
import {
  addDays,
  type DaySpan,
  type Instant,
  type LocalDate,
  localDate,
  startOfDay,
} from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { bookedDay, bookingCurve, bookingCurveAsOf, bookingSite } from "./queries.ts";

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

/** Visit day and day of booking or cancellation, both as days since 1970-01-01, and net places. */
export type BookingRow = readonly [visit: number, made: number, places: number];

/** How the bookings of the visit days came in, in the order of making: what was made before the day of `origin`.
 *  `asOf`: also only what had arrived by then, in the state of then. Sites where nobody ever booked ahead are absent:
 *  tickets bought at the door are no bookings. */
export async function readBookingCurves(
  store: Store,
  { territory: { sites, zone } }: VisitContext,
  visits: DaySpan,
  origin: Instant,
  asOf: boolean,
): Promise<Map<string, readonly BookingRow[]>> {
  const before = localDate(origin, zone);
  const of = { sites: sites.map((site) => site.id) };
  const rows = asOf
    ? await ask(store, bookingCurveAsOf, {
        ...of,
        from: startOfDay(visits.from, zone),
        to: startOfDay(visits.to, zone),
        before: startOfDay(before, zone),
        asOf: origin,
        tz: zone,
      })
    : await ask(store, bookingCurve, { ...of, ...visits, before });
  const ahead = rows.filter(({ curve }) => curve.some(([visit, made]) => made < visit));
  return new Map(ahead.map(({ site, curve }) => [site, curve]));
}
