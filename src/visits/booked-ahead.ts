/** Places booked ahead of a visit day, by days ahead: what was in hand on each morning before it. */
import type { DaySpan, LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { bookingLead } from "./queries.ts";

/** Largest number of days ahead that is told apart. */
export const MOST_AHEAD = 60;

/** Net places in hand on the morning `lead` days before the visit: everything booked or given back on earlier days,
 *  never below 0. Lead 0 is the morning of the visit: what is sold on the day itself is no booking. Defined from -1
 *  (the same as 0) to {@link MOST_AHEAD}. */
export type InHand = (lead: number) => number;

export interface BookedAhead {
  /** By visit day; days without are absent and had nothing. */
  readonly days: ReadonlyMap<LocalDate, InHand>;
  /** First day on which anything was booked; null without any. */
  readonly since: LocalDate | null;
}

/** Bookings of one site for the visit days of a span, as they are known today. */
export async function readBookedAhead(store: Store, site: string, span: DaySpan): Promise<BookedAhead> {
  const rows = await ask(store, bookingLead, { site, ...span, most: MOST_AHEAD + 1 });
  return {
    days: new Map(
      rows.map(({ day, ahead, places }) => [day, inHandOf(ahead.map((n, i) => [n, places[i] ?? 0]))]),
    ),
    since: rows.reduce<LocalDate | null>(
      (first, { first_made: made }) => (first === null || made < first ? made : first),
      null,
    ),
  };
}

/** @param leads net places by the number of days ahead on which they were booked, from 1; what is more than
 *  {@link MOST_AHEAD} days ahead counts at one more. Any order. */
export function inHandOf(leads: readonly (readonly [ahead: number, places: number])[]): InHand {
  // sums[j] = net places booked more than j days ahead.
  const sums = new Float64Array(MOST_AHEAD + 2);
  for (const [ahead, places] of leads) sums[Math.min(ahead, MOST_AHEAD + 1) - 1] = places;
  for (let lead = MOST_AHEAD; lead >= 0; lead--) sums[lead] = (sums[lead] ?? 0) + (sums[lead + 1] ?? 0);
  return (lead) => Math.max(0, sums[Math.max(0, lead)] ?? 0);
}

/** A day of which nothing is on record. */
export const NOTHING: InHand = () => 0;
