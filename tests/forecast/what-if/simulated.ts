/** One site of the simulation as a history of days: what came, the calendar, the weather as it was, the groups as they
 *  booked. */
import { profileOf } from "../../../demo/simulation/profiles.ts";
import { createWorld, type World } from "../../../demo/simulation/world.ts";
import { makeAxis } from "../../../src/domain/series.ts";
import type { Territory } from "../../../src/domain/site.ts";
import { addDays, dayNumber, daysIn, type LocalDate, localDate } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";

export interface Simulated {
  readonly world: World;
  readonly history: History;
}

/** Two years up to `origin`, and 90 days of calendar after it. */
export function simulated(territory: Territory, id: string, seed: string, origin: LocalDate): Simulated {
  const site = territory.sites.find((one) => one.id === id);
  if (!site || !profileOf(id)) throw new RangeError(`invalid site: ${id}`);
  const days = 730;
  const start = addDays(origin, -days);
  const world = createWorld({ territory, seed, start, days });
  const axis = makeAxis("P1D", territory.zone, { from: start, to: addDays(origin, 91) });
  const past = daysIn({ from: start, to: origin });
  const values = Float64Array.from(past, (date) => {
    const day = world.truth(id, date);
    return day.open ? day.visits : Number.NaN;
  });
  const all = daysIn({ from: start, to: addDays(origin, 91) });
  const facts = all.map((date) => {
    const { holiday, school } = territory.calendar.dayFacts(date);
    const opening = site.opening.on(date);
    return {
      date,
      ...(holiday ? { holiday: holiday.key } : {}),
      schoolHoliday: school?.home ?? false,
      events: territory.calendar.eventsOn(date, id).map((event) => event.id),
      open: opening.kind === "open" ? opening.hours : [],
    };
  });
  const groups = past.flatMap((date) =>
    world
      .truth(id, date)
      .groups.filter(({ cancelledOn, reduced }) => cancelledOn === null && reduced === null)
      .map(({ booked, bookedOn }) => ({ date, booked, on: localDate(bookedOn, territory.zone) })),
  );
  groups.sort((a, b) => (a.on < b.on ? -1 : 1));
  const bookings = {
    visit: Int32Array.from(groups, ({ date }) => dayNumber(date)),
    made: Int32Array.from(groups, ({ on }) => dayNumber(on)),
    quantity: Float64Array.from(groups, ({ booked }) => booked),
  };
  const said = (name: string, of: (date: LocalDate) => number): Covariate => ({
    name,
    issued: Float64Array.from(past, (_, i) => axis.start[i] ?? 0),
    step: Int32Array.from(past, (_, i) => i),
    value: Float64Array.from(past, of),
  });
  const covariates = [
    said("rain", (date) => world.weather(date).rainMm),
    said("temperature", (date) => world.weather(date).highCelsius),
  ];
  const history: History = {
    set: { axis, series: [{ id, values }] },
    origin: days,
    calendars: [compileCalendar(facts, dayNumber(start), all.length)],
    bookings: [bookings],
    covariates: [covariates],
  };
  return { world, history };
}
