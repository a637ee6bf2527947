/** Made-up towns of several sites whose effects are known, by day. */
import { type Axis, makeAxis } from "../../../src/domain/series.ts";
import { addDays, dayNumber, daysIn, fromDayNumber } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import type { DayFacts } from "../../../src/forecast/calendar-facts.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";
import { plainDay, seeded } from "../support.ts";

const from = "2021-01-04"; // a Monday

export interface Town {
  readonly days: number;
  readonly leads: number;
  /** By site: people on a date; noise is about ±1, standard deviation 0.6; NaN = not observed. */
  readonly sites: readonly ((date: string, noise: number, day: number) => number)[];
  readonly facts?: (date: string) => DayFacts;
  readonly covariates?: (axis: Axis) => readonly (readonly Covariate[])[];
}

/** A history that ends `days` days after 2021-01-04; nothing is kept from there on. */
export function town({ days, leads, sites, facts = plainDay, covariates }: Town): History {
  const to = addDays(from, days + leads);
  const axis = makeAxis("P1D", "Europe/Paris", { from, to });
  const random = seeded(11);
  const series = sites.map((value, i) => ({
    id: `site ${i}`,
    values: Float64Array.from({ length: axis.count }, (_, day) => {
      const noise = random() + random() - random() - random();
      return value(fromDayNumber(axis.day[day] ?? 0), noise, day);
    }).subarray(0, days),
  }));
  const calendar = compileCalendar(daysIn({ from, to }).map(facts), dayNumber(from), axis.count);
  const base = { set: { axis, series }, origin: days, calendars: series.map(() => calendar) };
  return covariates ? { ...base, covariates: covariates(axis) } : base;
}

/** Sine of the year with its peak on a day of the year. */
export function yearly(date: string, peak: number): number {
  return Math.cos(((dayNumber(date) - peak) * 2 * Math.PI) / 365.2425);
}
