/** Made-up days with bookings whose truth is known. */
import type { SeriesStep } from "../../../src/domain/series.ts";
import { slotsPerDay } from "../../../src/domain/series.ts";
import { fromDayNumber, weekday } from "../../../src/domain/time.ts";
import type { DayFacts } from "../../../src/forecast/calendar-facts.ts";
import type { BookingCurve } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";
import { history, seeded } from "../support.ts";

/** Visit day, day made (day numbers), people. */
export type BookingRow = readonly [visit: number, made: number, people: number];

export function curveOf(rows: readonly BookingRow[]): BookingCurve {
  return {
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, made]) => made),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  };
}

/** Days booked ahead by the party that fills much of a day, and days over which single people book. */
const AHEAD = 60;
const SPREAD = 30;
/** People who just walk in, more at weekends. */
const walkIns = (day: number): number => (weekday(fromDayNumber(day)) >= 6 ? 40 : 10);

interface MadeBookings {
  readonly days: number;
  readonly leads: number;
  readonly step?: SeriesStep;
  readonly facts?: (date: string) => DayFacts;
}

/** A history of one site, its bookings (those after the origin too) and what will come. Of each day a party of 50 to
 *  250 is known {@link AHEAD} days before, then 0 to 8 people book on each of the last {@link SPREAD} days, and some walk
 *  in: nothing but the bookings tells of the party. By the hour all come in equal parts from 10:00 to 18:00. */
export function booked({ days, leads, step = "P1D", facts }: MadeBookings) {
  const random = seeded(11);
  const parties = Array.from({ length: days + leads + 2 }, () => 50 + Math.round(200 * random()));
  const plain = history({ days, leads, step, value: () => 0, ...(facts ? { facts } : {}) });
  const { axis } = plain.set;
  const partyOf = (day: number) => parties[day - axis.firstDay] ?? 0;
  const singles = parties.map(() => Array.from({ length: SPREAD }, () => Math.round(8 * random())));
  const total = (day: number) =>
    partyOf(day) + walkIns(day) + (singles[day - axis.firstDay] ?? []).reduce((a, b) => a + b, 0);
  const rows = parties.flatMap((people, i): BookingRow[] => {
    const day = axis.firstDay + i;
    const own = singles[i] ?? [];
    return [[day, day - AHEAD, people], ...own.map((n, ahead): BookingRow => [day, day - ahead, n])];
  });
  const hourly = slotsPerDay(axis) === 24;
  const share = (step: number) => {
    const hour = axis.slot[step] ?? 0;
    return hourly ? (hour >= 10 && hour < 18 ? 1 / 8 : 0) : 1;
  };
  const values = Float64Array.from({ length: plain.origin }, (_, i) => total(axis.day[i] ?? 0) * share(i));
  const asked: History = {
    ...plain,
    set: { axis, series: [{ id: "a", values }] },
    bookings: [curveOf(rows)],
  };
  const originDay = axis.day[plain.origin] ?? 0;
  /** What who knows the rule expects of a day as of the origin. */
  const oracle = (day: number) =>
    rows.reduce((sum, [visit, made, n]) => sum + (visit === day && made < originDay ? n : 0), 0) +
    4 * Math.min(SPREAD, day - originDay + 1) +
    walkIns(day);
  return { asked, rows, total, oracle, originDay };
}
