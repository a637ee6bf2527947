/** Booking curves read fast: net people on hand for a visit day as of a day, all rows or group bookings only. What
 *  was made on or after the origin's day is dropped when the reader is built, so that nothing can read it. */
import type { BookingCurve } from "./inputs.ts";

/** People in one row from which on it counts as a group, booked or cancelled. */
export const GROUP = 15;

/** Sums of the rows made before a day. Days are day numbers (days since 1970-01-01). */
export interface OnHand {
  /** First day whose rows were dropped. */
  readonly originDay: number;
  /** First and last day visited by any row that was kept; Infinity and -Infinity without any. */
  readonly firstVisit: number;
  readonly lastVisit: number;
  /** First and last day on which any row that was kept was made; Infinity and -Infinity without any. */
  readonly firstMade: number;
  readonly lastMade: number;
  /** Net people for a visit day from rows made before `day`; 0 without rows, below 0 where more was cancelled. */
  before(visit: number, day: number): number;
  /** The same from rows of {@link GROUP} people or more. */
  groupsBefore(visit: number, day: number): number;
}

/** Indexes a curve by visit day. Rows may come in any order; `originDay` is the first day not known.
 *  @throws RangeError when the columns differ in length. */
export function onHand({ visit, made, quantity }: BookingCurve, originDay: number): OnHand {
  if (visit.length !== made.length || visit.length !== quantity.length) {
    const lengths = `${visit.length}, ${made.length} and ${quantity.length}`;
    throw new RangeError(`invalid bookings: columns of ${lengths} rows (equal lengths are expected)`);
  }
  const kept = Array.from(visit.keys()).filter((i) => (made[i] ?? Number.POSITIVE_INFINITY) < originDay);
  kept.sort((a, b) => (visit[a] ?? 0) - (visit[b] ?? 0) || (made[a] ?? 0) - (made[b] ?? 0));
  const days = Int32Array.from(kept, (i) => made[i] ?? 0);
  const all = sumsOf(kept, (i) => quantity[i] ?? 0);
  const groups = sumsOf(kept, (i) => (Math.abs(quantity[i] ?? 0) >= GROUP ? (quantity[i] ?? 0) : 0));
  const rows = new Map<number, { readonly from: number; to: number }>();
  for (const [n, i] of kept.entries()) {
    const found = rows.get(visit[i] ?? 0);
    if (found) found.to = n + 1;
    else rows.set(visit[i] ?? 0, { from: n, to: n + 1 });
  }
  const read = (sums: Float64Array, day: number, before: number): number => {
    const found = rows.get(day);
    if (!found) return 0;
    let low = found.from;
    let high = found.to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    return (sums[low] ?? 0) - (sums[found.from] ?? 0);
  };
  return {
    originDay,
    firstVisit: visit[kept[0] ?? -1] ?? Number.POSITIVE_INFINITY,
    lastVisit: visit[kept.at(-1) ?? -1] ?? Number.NEGATIVE_INFINITY,
    firstMade: days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY),
    lastMade: days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY),
    before: (day, before) => read(all, day, before),
    groupsBefore: (day, before) => read(groups, day, before),
  };
}

/** Running sums, one more than rows; the first is 0. */
function sumsOf(rows: readonly number[], of: (row: number) => number): Float64Array {
  const sums = new Float64Array(rows.length + 1);
  for (const [n, row] of rows.entries()) sums[n + 1] = (sums[n] ?? 0) + of(row);
  return sums;
}
