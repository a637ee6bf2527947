/** The demonstration's visitors as histories, without a store: what really came, with the calendar, what was booked, and
 *  the weather as it came and as it was forecast. */
import { fileURLToPath } from "node:url";
import type { Action } from "../../demo/simulation/demand.ts";
import { createWorld, type World } from "../../demo/simulation/world.ts";
import { type Axis, makeAxis, type SeriesStep, stepAt } from "../../src/domain/series.ts";
import type { Territory } from "../../src/domain/site.ts";
import { addDays, type DaySpan, dayNumber, fromDayNumber } from "../../src/domain/time.ts";
import type { History } from "../../src/forecast/model.ts";
import { calendarOf } from "../../src/jobs/history/calendar.ts";
import { loadTerritory } from "../../src/territory/load.ts";
import { curveOf } from "./simulated-bookings.ts";
import { weatherOf } from "./simulated-weather.ts";

const FILE = fileURLToPath(new URL("../../territories/demo.yaml", import.meta.url));
/** Addresses and secrets in the file are not needed. */
const ANY = new Proxy<Record<string, string>>({}, { get: () => "not-given" });

export const territory: Territory = loadTerritory(FILE, ANY);

/** A world of one seed; `span` is what will be asked of it. */
export function worldOf(seed: number, { from, to }: DaySpan, actions: readonly Action[] = []): World {
  const days = dayNumber(to) - dayNumber(from);
  return createWorld({ territory, seed: `trial ${seed}`, start: from, days, actions });
}

/** Visits by step, measured on all open days up to the end of `span`; the axis reaches `leadDays` further. */
export function historyOf(world: World, step: SeriesStep, { from, to }: DaySpan, leadDays: number): History {
  const reach = { from, to: addDays(to, leadDays) };
  const axis = makeAxis(step, territory.zone, reach);
  const origin = axis.dayFrom[dayNumber(to) - axis.firstDay] ?? axis.count;
  const ids = world.places.map(({ site }) => site.id);
  const series = ids.map((id) => ({ id, values: visitsOf(world, id, axis).subarray(0, origin) }));
  const calendars = world.places.map(({ site }) => calendarOf(territory.calendar, site, reach));
  const bookings = world.places.map((place) => curveOf(place, reach));
  const covariates = step === "P1D" ? weatherOf(world, axis) : [];
  return { set: { axis, series }, origin, calendars, bookings, covariates: ids.map(() => covariates) };
}

/** People by step over the whole axis; NaN on closed days. */
export function visitsOf(world: World, site: string, axis: Axis): Float64Array {
  const out = new Float64Array(axis.count).fill(Number.NaN);
  for (let i = 0; i + 1 < axis.dayFrom.length; i++) {
    const day = world.truth(site, fromDayNumber(axis.firstDay + i));
    if (!day.open) continue;
    const [first = 0, last = 0] = [axis.dayFrom[i], axis.dayFrom[i + 1]];
    if (axis.step === "P1D") {
      out[first] = day.visits;
      continue;
    }
    out.fill(0, first, last);
    const arrivals = [
      ...day.parties.map(({ arrive, people }) => [arrive, people] as const),
      ...day.groups.map(({ arrive, came }) => [arrive, came] as const),
    ];
    for (const [arrive, people] of arrivals) {
      const at = stepAt(axis, arrive + 1) - 1;
      if (at >= first && at < last) out[at] = (out[at] ?? 0) + people;
    }
  }
  return out;
}
