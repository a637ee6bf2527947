/** Booking curves read fast: net people on hand for a visit day as of a day, all rows or group bookings only. What
 *  was made on or after the origin's day is dropped when the reader is built, so that nothing can read it. */
import type { BookingCurve } from "./inputs.ts";

/** People booked or cancelled for a visit day in one day, net, from which on they count as a group. */
export const GROUP = 15;

/** Sums of the rows made before a day. Days are day numbers (days since 1970-01-01). */
export interface OnHand {
  /** First and last day on which any row that was kept was made; Infinity and -Infinity without any. */
  readonly firstMade: number;
  readonly lastMade: number;
  /** Net people for a visit day from rows made before `day`; 0 without rows, below 0 where more was cancelled. */
  before(visit: number, day: number): number;
  /** The same from the days on which {@link GROUP} people or more were booked, or cancelled. */
  groupsBefore(visit: number, day: number): number;
}

/** Indexes a curve by visit day. Rows may come in any order; those of one visit day made on one day are summed, so
 *  that it makes no difference whether a source tells each booking or a day's. `originDay` is the first day not known.
 *  @throws RangeError when the columns differ in length. */
export function onHand({ visit, made, quantity }: BookingCurve, originDay: number): OnHand {
  if (visit.length !== made.length || visit.length !== quantity.length) {
    const lengths = `${visit.length}, ${made.length} and ${quantity.length}`;
    throw new RangeError(`invalid bookings: columns of ${lengths} rows (equal lengths are expected)`);
  }
  const visits = new Map<number, Map<number, number>>();
  for (let i = 0; i < visit.length; i++) {
    const day = made[i] ?? Number.POSITIVE_INFINITY;
    if (day >= originDay) continue;
    const days = visits.get(visit[i] ?? 0) ?? new Map<number, number>();
    visits.set(visit[i] ?? 0, days);
    days.set(day, (days.get(day) ?? 0) + (quantity[i] ?? 0));
  }
  const curves = new Map([...visits].map(([day, days]) => [day, curveOf(days)]));
  let firstMade = Number.POSITIVE_INFINITY;
  let lastMade = Number.NEGATIVE_INFINITY;
  for (const { days } of curves.values()) {
    firstMade = Math.min(firstMade, days[0] ?? firstMade);
    lastMade = Math.max(lastMade, days.at(-1) ?? lastMade);
  }
  const read = (of: "all" | "groups", day: number, before: number): number => {
    const curve = curves.get(day);
    return curve ? (curve[of][countBefore(curve.days, before)] ?? 0) : 0;
  };
  return {
    firstMade,
    lastMade,
    before: (day, before) => read("all", day, before),
    groupsBefore: (day, before) => read("groups", day, before),
  };
}

/** Days on which one visit day was booked, ascending, and people on hand before each; one entry more at the end. */
interface VisitCurve {
  readonly days: Int32Array;
  readonly all: Float64Array;
  readonly groups: Float64Array;
}

function curveOf(net: ReadonlyMap<number, number>): VisitCurve {
  const days = Int32Array.from(net.keys()).sort();
  const all = new Float64Array(days.length + 1);
  const groups = new Float64Array(days.length + 1);
  for (const [n, day] of days.entries()) {
    const people = net.get(day) ?? 0;
    all[n + 1] = (all[n] ?? 0) + people;
    groups[n + 1] = (groups[n] ?? 0) + (Math.abs(people) >= GROUP ? people : 0);
  }
  return { days, all, groups };
}

/** How many of ascending days lie before one. */
function countBefore(days: Int32Array, before: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < before) low = middle + 1;
    else high = middle;
  }
  return low;
}
