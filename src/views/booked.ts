/** Places booked ahead at the sites that take bookings; the others are not asked about. */
import type { LocalDate } from "../domain/time.ts";
import { type Booked, readBooked } from "../visits/bookings.ts";
import type { ViewDeps } from "./deps.ts";

/** As {@link readBooked}, as of `today`. */
export async function readBookedTaking(
  { store, bookingSites }: ViewDeps,
  sites: readonly string[],
  from: LocalDate,
  days: number,
  today: LocalDate,
): Promise<ReadonlyMap<string, Booked>> {
  const taking = await bookingSites();
  const asked = sites.filter((id) => taking.has(id));
  return asked.length === 0 ? new Map() : readBooked(store, asked, from, days, today);
}
