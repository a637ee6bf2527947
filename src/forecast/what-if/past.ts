/** The known days of one series as an effect is measured on them: beside days like them, before and after. */
import { weekdays } from "../../domain/series.ts";
import type { DayCalendar } from "../calendar.ts";
import type { History } from "../model.ts";

/** Days are indices (day number − firstDay). */
export interface Past {
  readonly firstDay: number;
  /** First day that is not known. */
  readonly origin: number;
  /** People; NaN = not observed or closed. Nothing from the origin on. */
  readonly values: Float64Array;
  /** 0 Monday … 6 Sunday. */
  readonly weekday: Uint8Array;
  readonly calendar: DayCalendar;
  /** Minutes open by day; NaN = not known. */
  readonly minutes: Float64Array;
}

/** @throws RangeError for a series or a calendar that is not there, or an axis that is not of days */
export function pastOf({ set: { axis, series }, origin, calendars }: History, index: number): Past {
  const [values, calendar] = [series[index]?.values, calendars[index]];
  if (!values || !calendar) throw new RangeError(`invalid series: ${index} (the history has no such series)`);
  if (axis.step !== "P1D") throw new RangeError(`invalid step: ${axis.step} (days are expected)`);
  const minutes = minutesOf(calendar, axis.count);
  const known = Float64Array.from({ length: origin }, (_, day) =>
    minutes[day] === 0 ? Number.NaN : (values[day] ?? Number.NaN),
  );
  const weekday = weekdays(axis.firstDay, axis.count);
  return { firstDay: axis.firstDay, origin, values: known, weekday, calendar, minutes };
}

function minutesOf({ open }: DayCalendar, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) =>
    open ? open.subarray(day * 24, day * 24 + 24).reduce((sum, hour) => sum + hour, 0) : Number.NaN,
  );
}

/** Days this far to either side still tell what a day would have been. */
const REACH = 56;
/** Days that are asked, at most and at least. */
const MOST = 6;
const FEWEST = 3;
/** Opening times that differ by more than this share are not alike. */
const ALIKE = 0.2;

/** Ordinary days of the same weekday, in or out of school holidays as the day is, nearest first; none where fewer than
 *  three are near. `anyHours`: also days that were open for a shorter or longer time. */
export function neighbours(past: Past, day: number, anyHours = false): readonly number[] {
  const { calendar } = past;
  const found: number[] = [];
  for (let off = 7; off <= REACH && found.length < MOST; off += 7) {
    for (const near of [day - off, day + off]) {
      if (!isOrdinary(past, near) || calendar.school[near] !== calendar.school[day]) continue;
      if (anyHours || !(Math.abs(openRatio(past, near, day)) > ALIKE)) found.push(near);
    }
  }
  return found.length < FEWEST ? [] : found;
}

/** Log of how much longer a day was open than another one; NaN where that is not known. */
export function openRatio({ minutes }: Past, day: number, other: number): number {
  return Math.log((minutes[day] ?? Number.NaN) / (minutes[other] ?? Number.NaN));
}

/** A known day on which people were counted and nothing special was. */
export function isOrdinary({ values, calendar }: Past, day: number): boolean {
  return !Number.isNaN(values[day] ?? Number.NaN) && !calendar.special.has(day);
}

/** Log of what came against what came on the neighbours; NaN without neighbours. */
export function excess(past: Past, day: number, beside: readonly number[] = neighbours(past, day)): number {
  return logOf(past.values[day]) - mean(beside.map((near) => logOf(past.values[near])));
}

export function logOf(people: number | undefined): number {
  return Math.log((people ?? Number.NaN) + 1);
}

/** NaN without values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Days of the noise, newest first: two years of a site that is open every day. */
const NOISY_DAYS = 700;

/** Variance of {@link excess} on ordinary days: how far a day is off its neighbours when nothing is the matter. */
export function noiseOf(past: Past): number {
  const offs: number[] = [];
  for (let day = past.origin - 1; day >= 0 && offs.length < NOISY_DAYS; day--) {
    if (!isOrdinary(past, day)) continue;
    const off = excess(past, day);
    if (!Number.isNaN(off)) offs.push(off * off);
  }
  return mean(offs);
}
