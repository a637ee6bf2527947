/** Made-up sites of which the effect of everything is known. */
import { makeAxis } from "../../../src/domain/series.ts";
import { addDays, dayNumber, daysIn, weekday } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import type { DayFacts } from "../../../src/forecast/calendar-facts.ts";
import type { BookingCurve, Covariate } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";
import { plainDay, seeded } from "../support.ts";

export const FROM = "2023-01-02"; // a Monday
export const LEADS = 90;
export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9];

/** A stream of standard normal numbers. SOURCE: Box & Muller 1958. */
export function normals(seed: number): () => number {
  const random = seeded(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** 120 people, twice as many on weekends, half as many again in summer. */
export function usual(date: string): number {
  const season = 1 + 0.25 * Math.sin((2 * Math.PI * (dayNumber(date) % 365.25)) / 365.25 - 1.4);
  return 120 * season * (weekday(date) >= 6 ? 2 : 1);
}

export interface Truth {
  readonly seed: number;
  /** Known days. */
  readonly days: number;
  /** Standard deviation of the log from day to day. */
  readonly noise?: number;
  /** People expected on a day; NaN = not observed. */
  readonly expected?: (date: string) => number;
  readonly facts?: (date: string) => DayFacts;
  readonly bookings?: BookingCurve;
  readonly covariates?: readonly Covariate[];
  /** Days after `from` at which the history ends; @default days. Values are there all the same. */
  readonly origin?: number;
}

/** A history of one site. */
export function world(truth: Truth): History {
  const { seed, days, noise = 0.15, expected = usual, facts = plainDay, bookings, covariates } = truth;
  const span = { from: FROM, to: addDays(FROM, days + LEADS + 1) };
  const axis = makeAxis("P1D", "Europe/Paris", span);
  const normal = normals(seed);
  const values = Float64Array.from(daysIn({ from: FROM, to: addDays(FROM, days) }), (date) =>
    Math.round(expected(date) * Math.exp(noise * normal())),
  );
  const all = daysIn(span);
  return {
    set: { axis, series: [{ id: "a", values }] },
    origin: truth.origin ?? days,
    calendars: [compileCalendar(all.map(facts), dayNumber(FROM), all.length)],
    ...(bookings ? { bookings: [bookings] } : {}),
    ...(covariates ? { covariates: [covariates] } : {}),
  };
}

/** What was said of each day, once, three hours before it began. */
export function weather(
  name: string,
  axis: History["set"]["axis"],
  value: (day: number) => number,
): Covariate {
  const steps = Array.from({ length: axis.count }, (_, day) => day);
  return {
    name,
    issued: Float64Array.from(steps, (day) => (axis.start[day] ?? 0) - 3 * 3_600_000),
    step: Int32Array.from(steps),
    value: Float64Array.from(steps, value),
  };
}

/** Opening hours as facts: 10:00 to `to` o'clock, closed where `to` is 0. */
export function openTo(date: string, to: number): DayFacts {
  return { ...plainDay(date), open: to === 0 ? [] : [{ fromMinute: 600, toMinute: to * 60 }] };
}
