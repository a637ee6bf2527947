/** What was booked in the simulation, and when, as a store would tell it. */
import { type Order, positionAt } from "../../demo/simulation/order.ts";
import type { Place } from "../../demo/simulation/world.ts";
import { type DaySpan, dayNumber, daysIn, localDate } from "../../src/domain/time.ts";
import type { BookingCurve } from "../../src/forecast/inputs.ts";

/** All that was bought, moved and cancelled for visits on some days, by the day on which it was; undefined where nothing
 *  is sold ahead. Rows of one visit day and one day of booking are kept apart, by order. */
export function curveOf({ site, profile, orders }: Place, days: DaySpan): BookingCurve | undefined {
  if (!profile.ticketing) return undefined;
  const dayOf = (at: number) => dayNumber(localDate(at, site.zone));
  const rows: [visit: number, made: number, people: number][] = [];
  for (const order of daysIn(days).flatMap(orders)) {
    const turns = [order.placedOn, ...order.changes.map(({ on }) => on)];
    for (const [n, at] of turns.entries()) {
      for (const [visit, people] of standing(order, at, dayOf)) rows.push([visit, dayOf(at), people]);
      const before = n === 0 ? undefined : turns[n - 1];
      if (before === undefined) continue;
      for (const [visit, people] of standing(order, before, dayOf)) rows.push([visit, dayOf(at), -people]);
    }
  }
  rows.sort((a, b) => a[1] - b[1]);
  return {
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, made]) => made),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  };
}

/** People of an order by visit day as it stood at an instant. */
function standing(order: Order, at: number, dayOf: (at: number) => number): Map<number, number> {
  const people = new Map<number, number>();
  for (const position of order.positions.keys()) {
    const { slot, cancelled } = positionAt(order, position, at);
    if (!cancelled) people.set(dayOf(slot.from), (people.get(dayOf(slot.from)) ?? 0) + 1);
  }
  return people;
}
