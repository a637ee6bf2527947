/** Bookings of each site as models take them. */
import type { Site } from "../../domain/site.ts";
import type { BookingCurve } from "../../forecast/inputs.ts";
import type { BookingRow } from "../../visits/bookings.ts";

/** One curve per site; undefined for a site that takes no bookings, which is not the same as none booked. A row sums
 *  up what was booked and cancelled on one day for one visit day. */
export function bookingsOf(
  sites: readonly Site[],
  curves: ReadonlyMap<string, readonly BookingRow[]>,
): (BookingCurve | undefined)[] {
  return sites.map(({ id }) => {
    const rows = curves.get(id);
    if (!rows) return undefined;
    return {
      visit: Int32Array.from(rows, ([visit]) => visit),
      made: Int32Array.from(rows, ([, made]) => made),
      quantity: Float64Array.from(rows, ([, , places]) => places),
    };
  });
}
