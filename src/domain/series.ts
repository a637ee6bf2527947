/** Values on regular local steps. An axis lays hours or days of one zone side by side; a series is one number
 *  per step, NaN where nothing was observed. A day of 23 or 25 hours has 23 or 25 steps. */
import type { DaySpan, Instant, LocalDate, Zone } from "./time.ts";
import { dayNumber, fromDayNumber, HOUR, minuteOfDay, startOfDay } from "./time.ts";

/** Steps that forecasts are made in. */
export type SeriesStep = "PT1H" | "P1D";

/** Whole local days `[from, to)` cut into steps, oldest first. All arrays have one entry per step. */
export interface Axis {
  readonly step: SeriesStep;
  readonly zone: Zone;
  /** Number of steps. */
  readonly count: number;
  /** Day number (days since 1970-01-01) of the first day. */
  readonly firstDay: number;
  /** First step of each day, and `count` at the end: days + 1 entries. */
  readonly dayFrom: Int32Array;
  /** Day number of each step. */
  readonly day: Int32Array;
  /** Hour of the wall clock, 0–23; the doubled hour has the same twice; always 0 for days. */
  readonly slot: Uint8Array;
  /** Epoch milliseconds at which each step begins. */
  readonly start: Float64Array;
}

/** One named series along an axis; `values` may be shorter than the axis: what lies behind it is not known. */
export interface Series {
  readonly id: string;
  /** People per step, oldest first; NaN = not observed. */
  readonly values: Float64Array;
}

/** Series that share an axis. */
export interface SeriesSet {
  readonly axis: Axis;
  readonly series: readonly Series[];
}

/** Lays an axis over whole local days.
 *  @throws RangeError when the span holds no day. */
export function makeAxis(step: SeriesStep, zone: Zone, { from, to }: DaySpan): Axis {
  const firstDay = dayNumber(from);
  const days = dayNumber(to) - firstDay;
  if (!(days > 0)) throw new RangeError(`invalid days: ${from} to ${to} (the end must lie after the start)`);
  const starts = Float64Array.from({ length: days + 1 }, (_, i) =>
    startOfDay(fromDayNumber(firstDay + i), zone),
  );
  const dayFrom = new Int32Array(days + 1);
  const day: number[] = [];
  const slot: number[] = [];
  const start: number[] = [];
  for (let i = 0; i < days; i++) {
    dayFrom[i] = start.length;
    const begin = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    const width = step === "P1D" ? end - begin : HOUR;
    const plain = end - begin === 24 * HOUR;
    for (let at = begin, hour = 0; at < end; at += width, hour++) {
      day.push(firstDay + i);
      slot.push(step === "P1D" ? 0 : plain ? hour : Math.floor(minuteOfDay(at, zone) / 60));
      start.push(at);
    }
  }
  dayFrom[days] = start.length;
  return {
    step,
    zone,
    count: start.length,
    firstDay,
    dayFrom,
    day: Int32Array.from(day),
    slot: Uint8Array.from(slot),
    start: Float64Array.from(start),
  };
}

/** Steps per wall-clock day: 24 or 1. */
export function slotsPerDay(axis: Axis): 24 | 1 {
  return axis.step === "PT1H" ? 24 : 1;
}

/** Index of the first step that begins at or after an instant; `count` when all begin before it. */
export function stepAt(axis: Axis, at: Instant): number {
  let low = 0;
  let high = axis.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((axis.start[middle] ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of a wall-clock hour of a day, or -1 when the axis has no such step (skipped hour, other day).
 *  @param pass 0 for the first and 1 for the second pass of a doubled hour. */
export function stepOf(axis: Axis, day: number, slot: number, pass = 0): number {
  const i = day - axis.firstDay;
  const from = axis.dayFrom[i];
  const to = axis.dayFrom[i + 1];
  if (from === undefined || to === undefined) return -1;
  if (to - from === slotsPerDay(axis)) return pass === 0 && slot < to - from ? from + slot : -1;
  for (let step = from, seen = 0; step < to; step++) {
    if (axis.slot[step] === slot && seen++ === pass) return step;
  }
  return -1;
}

/** The local day of a step. */
export function dateOf(axis: Axis, step: number): LocalDate {
  return fromDayNumber(axis.day[step] ?? Number.NaN);
}

/** Weekday of `days` days from a day number on: 0 Monday … 6 Sunday. */
export function weekdays(firstDay: number, days: number): Uint8Array {
  return Uint8Array.from({ length: days }, (_, i) => (((firstDay + i + 3) % 7) + 7) % 7);
}

/** The same series with nothing from `origin` (a step index) on: what was known just before it. */
export function cutAt(set: SeriesSet, origin: number): SeriesSet {
  return {
    axis: set.axis,
    series: set.series.map(({ id, values }) => ({ id, values: values.subarray(0, origin) })),
  };
}
