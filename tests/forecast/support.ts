/** Made-up series whose truth is known, for tests of models. */
import { makeAxis, type SeriesStep } from "../../src/domain/series.ts";
import { addDays, dayNumber, daysIn, fromDayNumber, weekday } from "../../src/domain/time.ts";
import { compileCalendar } from "../../src/forecast/calendar.ts";
import type { DayFacts } from "../../src/forecast/calendar-facts.ts";
import type { History } from "../../src/forecast/model.ts";

const from = "2023-01-02"; // a Monday

/** A repeatable stream of numbers in [0, 1). SOURCE: mulberry32, public domain. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Facts for one ordinary day, to be spread over. */
export function plainDay(date: string): DayFacts {
  return { date, schoolHoliday: false, events: [], open: null };
}

/** Holidays twice a month and school holidays every fourth week: models learn what such days do from the weeks around
 *  them, so that a figure from after the origin shows. */
export function markedDay(date: string): DayFacts {
  const holiday = /-(01|15)$/.test(date) ? { holiday: `the ${date.slice(8)}` } : {};
  return { ...plainDay(date), ...holiday, schoolHoliday: Math.floor(dayNumber(date) / 7) % 4 === 0 };
}

/** The same history with figures left in from the origin to the end of the axis, such as were never seen before. */
export function uncut(known: History): History {
  const { set, origin } = known;
  const series = set.series.map(({ id, values }) => ({
    id,
    values: Float64Array.from({ length: set.axis.count }, (_, step) =>
      step < origin ? (values[step] ?? Number.NaN) : 1e4 * (1 + (step % 5)),
    ),
  }));
  return { ...known, set: { axis: set.axis, series } };
}

export interface Made {
  readonly days: number;
  readonly leads: number;
  readonly step?: SeriesStep;
  readonly zone?: string;
  /** People by date and hour; NaN = not observed. */
  readonly value: (date: string, hour: number, noise: number) => number;
  readonly facts?: (date: string) => DayFacts;
}

/** A history of one site that ends `days` days after `from`. */
export function history({
  days,
  leads,
  step = "P1D",
  zone = "Europe/Paris",
  value,
  facts = plainDay,
}: Made): History {
  const spare = step === "P1D" ? leads : Math.ceil(leads / 23) + 1;
  const axis = makeAxis(step, zone, { from, to: addDays(from, days + spare) });
  const origin = axis.dayFrom[days] ?? axis.count;
  const random = seeded(7);
  const values = Float64Array.from({ length: origin }, (_, i) =>
    value(fromDayNumber(axis.day[i] ?? 0), axis.slot[i] ?? 0, random()),
  );
  const all = daysIn({ from, to: addDays(from, days + spare) });
  const calendar = compileCalendar(all.map(facts), dayNumber(from), all.length);
  return { set: { axis, series: [{ id: "a", values }] }, origin, calendars: [calendar] };
}

/** 100 on Mondays to Fridays, 300 on weekends. */
export const week = (date: string): number => (weekday(date) >= 6 ? 300 : 100);
