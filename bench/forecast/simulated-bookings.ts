/** The demonstration's simulation as forecasting takes it: visits by day of the sites that sell tickets, what was
 *  booked for them and when, and on which days groups came. Nothing passes through a store. */
import { readFileSync } from "node:fs";
import { type Order, positionAt } from "../../demo/simulation/order.ts";
import { createWorld, type Place } from "../../demo/simulation/world.ts";
import { makeAxis, type SeriesSet } from "../../src/domain/series.ts";
import type { Territory } from "../../src/domain/site.ts";
import { addDays, dayNumber, daysIn, localDate } from "../../src/domain/time.ts";
import type { DayCalendar } from "../../src/forecast/calendar.ts";
import type { BookingCurve } from "../../src/forecast/inputs.ts";
import { calendarOf } from "../../src/jobs/history/calendar.ts";
import { readTerritory } from "../../src/territory/load.ts";

export interface Simulated {
  /** One series per site, the truth of each open day; NaN where closed. */
  readonly set: SeriesSet;
  readonly calendars: readonly DayCalendar[];
  readonly bookings: readonly BookingCurve[];
  /** By series: 1 on each day of the axis on which a booked group came. */
  readonly groups: readonly Uint8Array[];
}

const START = "2023-11-01";
const DAYS = 1100;

/** The demonstration's territory file; what is secret in it has no meaning here. */
export function demoTerritory(): Territory {
  const text = readFileSync("territories/demo.yaml", "utf8").replaceAll(/\$\{\w+\}/g, "http://127.0.0.1");
  return readTerritory(text, "territories/demo.yaml", {});
}

/** One run of the simulation. The axis begins half a year late, so that all that was booked before is known. */
export function simulated(territory: Territory, seed: string): Simulated {
  const world = createWorld({ territory, seed, start: START, days: DAYS });
  const days = { from: addDays(START, 185), to: addDays(START, DAYS) };
  const axis = makeAxis("P1D", territory.zone, days);
  const places = world.places.filter(({ profile }) => profile.ticketing);
  const dates = daysIn(days);
  const truth = places.map((place) => dates.map(place.day));
  return {
    set: {
      axis,
      series: places.map(({ site }, i) => ({
        id: site.id,
        values: Float64Array.from(truth[i] ?? [], ({ open, visits }) => (open ? visits : Number.NaN)),
      })),
    },
    calendars: places.map(({ site }) => calendarOf(territory.calendar, site, days)),
    bookings: places.map((place) => curveOf(place, daysIn({ from: START, to: days.to }))),
    groups: truth.map((own) =>
      Uint8Array.from(own, ({ open, groups }) => (open && groups.some(({ came }) => came > 0) ? 1 : 0)),
    ),
  };
}

/** All that was bought, moved and cancelled for visits on some days, by the day on which it was. */
function curveOf({ site, orders }: Place, dates: readonly string[]): BookingCurve {
  const dayOf = (at: number) => dayNumber(localDate(at, site.zone));
  const rows: [visit: number, made: number, people: number][] = [];
  for (const order of dates.flatMap(orders)) {
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
