import { makeAxis, type SeriesStep } from "../../../src/domain/series.ts";
import { addDays, dayNumber, daysIn } from "../../../src/domain/time.ts";
import { hourlyTuning } from "../../../src/forecast/base/tuning.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import { columns } from "../../../src/forecast/features/columns.ts";
import { placeAt, viewAt } from "../../../src/forecast/features/place.ts";
import { type Seat, seatsOf } from "../../../src/forecast/features/seat.ts";
import { townOf } from "../../../src/forecast/features/town.ts";
import type { BookingCurve, Covariate } from "../../../src/forecast/inputs.ts";
import { plainDay, seeded } from "../support.ts";

const from = "2023-01-02"; // a Monday

export interface Sites {
  readonly days: number;
  readonly step: SeriesStep;
  readonly sites?: number;
  readonly spare?: number;
  readonly holidays?: readonly string[];
  /** Share of neighbours off, by date; absent = nobody knows of any. */
  readonly away?: (date: string) => number;
  readonly value?: (date: string, slot: number, noise: number, site: number) => number;
  readonly bookings?: readonly BookingCurve[];
  readonly covariates?: readonly Covariate[];
}

/** Seats of made-up sites, whose axis goes on for `spare` days. */
export function seats(made: Sites): { seats: Seat[]; axis: ReturnType<typeof makeAxis>; origin: number } {
  const {
    days,
    step,
    sites = 1,
    spare = 20,
    holidays = [],
    away,
    value = (_d, _s, noise) => 50 + 100 * noise,
  } = made;
  const axis = makeAxis(step, "Europe/Paris", { from, to: addDays(from, days + spare) });
  const origin = axis.dayFrom[days] ?? axis.count;
  const all = daysIn({ from, to: addDays(from, days + spare) });
  const facts = all.map((d) => ({
    ...plainDay(d),
    ...(holidays.includes(d) ? { holiday: d.slice(5) } : {}),
    ...(away ? { neighboursOff: away(d) } : {}),
  }));
  const calendar = compileCalendar(facts, dayNumber(from), all.length);
  const series = Array.from({ length: sites }, (_, site) => {
    const random = seeded(site + 3);
    const values = Float64Array.from({ length: origin }, (_, i) =>
      value(all[(axis.day[i] ?? 0) - axis.firstDay] ?? "", axis.slot[i] ?? 0, random(), site),
    );
    return { id: `s${site}`, values };
  });
  const history = {
    set: { axis, series },
    origin,
    calendars: series.map(() => calendar),
    ...(made.bookings ? { bookings: made.bookings } : {}),
    ...(made.covariates ? { covariates: series.map(() => made.covariates ?? []) } : {}),
  };
  return { seats: seatsOf(history), axis, origin };
}

/** One feature by name, of the cell `lead` steps after an origin cell. */
export function feature(all: readonly Seat[], name: string, cell: number, lead: number): number {
  const views = all.map((seat) => viewAt(seat, cell, lead, hourlyTuning));
  const column = columns.find((c) => c.name === name);
  const [view] = views;
  if (!column || !view) throw new RangeError(`invalid feature: ${name}`);
  return column.of(placeAt(view, cell + lead - 1, townOf(views.map(({ stand }) => stand))));
}
