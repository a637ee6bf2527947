/** Instants, local days and spans. Instants are epoch milliseconds; days are `YYYY-MM-DD` in a named zone.
 *  Spans are half-open: `from` inclusive, `to` exclusive. Nothing here reads the machine's own zone. */
import { Temporal } from "temporal-polyfill";

/** Epoch milliseconds, UTC. */
export type Instant = number;
/** `YYYY-MM-DD` in the zone of the site it belongs to. */
export type LocalDate = string;
/** IANA zone name, such as `Europe/Paris`. */
export type Zone = string;

/** Half-open span of instants `[from, to)`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Half-open span of local days `[from, to)`. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const QUARTER = 15 * MINUTE;
const DAY = 24 * HOUR;

/** Bucket widths that the API and the forecasts know. */
export type Step = "PT15M" | "PT1H" | "P1D" | "P1W" | "P1M" | "P1Y";

/** ISO 8601 in UTC with `Z`, milliseconds only when there are any. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** @throws RangeError `invalid instant: …` unless text is ISO 8601 with `Z` or an offset. */
export function parseInstant(text: string): Instant {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (cause) {
    throw new RangeError(`invalid instant: ${text} (ISO 8601 with Z or an offset is expected)`, { cause });
  }
}

/** True for a real day of the proleptic Gregorian calendar written `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** Day number since 1970-01-01; consecutive days differ by one whatever the clock does. */
export function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** Inverse of {@link dayNumber}. */
export function fromDayNumber(n: number): LocalDate {
  return new Date(n * DAY).toISOString().slice(0, 10);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every day of `[from, to)`. */
export function daysIn({ from, to }: DaySpan): LocalDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, i) => fromDayNumber(first + i));
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** ISO week and the year it belongs to; 53-week years come out as such. */
export function isoWeek(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) };
}

/** The instant at which a local day begins in a zone (not always 00:00). */
export function startOfDay(date: LocalDate, zone: Zone): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** A local day as instants: 23, 24 or 25 hours. */
export function daySpan(date: LocalDate, zone: Zone): Span {
  return { from: startOfDay(date, zone), to: startOfDay(addDays(date, 1), zone) };
}

const offsetCache = new Map<Zone, (at: Instant) => number>();

/** Minutes that a zone's clock is ahead of UTC at an instant. Looked up per quarter hour and remembered. */
export function offsetMinutes(at: Instant, zone: Zone): number {
  let offsetAt = offsetCache.get(zone);
  if (!offsetAt) {
    const seen = new Map<number, number>();
    offsetAt = (instant) => {
      const quarter = Math.floor(instant / QUARTER);
      let offset = seen.get(quarter);
      if (offset === undefined) {
        offset =
          Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER).toZonedDateTimeISO(zone)
            .offsetNanoseconds / 60e9;
        if (seen.size > 400_000) seen.clear();
        seen.set(quarter, offset);
      }
      return offset;
    };
    offsetCache.set(zone, offsetAt);
  }
  return offsetAt(at);
}

/** The local day that holds an instant. */
export function localDate(at: Instant, zone: Zone): LocalDate {
  return new Date(at + offsetMinutes(at, zone) * MINUTE).toISOString().slice(0, 10);
}

/** A {@link localDate} for many instants in any order: remembers the days it has met with their bounds. */
export function dayFinder(zone: Zone): (at: Instant) => LocalDate {
  const spans = new Map<LocalDate, Span>();
  let day = "";
  let from = 0;
  let to = 0;
  return (at) => {
    if (at >= from && at < to) return day;
    day = localDate(at, zone);
    let span = spans.get(day);
    if (!span) {
      span = daySpan(day, zone);
      spans.set(day, span);
    }
    ({ from, to } = span);
    return day;
  };
}

/** Minutes after local midnight by the wall clock, 0–1439. */
export function minuteOfDay(at: Instant, zone: Zone): number {
  const local = at + offsetMinutes(at, zone) * MINUTE;
  return Math.floor((((local % DAY) + DAY) % DAY) / MINUTE);
}

/** The instant of a wall-clock time `HH:MM`; a time that the clock skips moves forward, one that it repeats is
 *  the first (`earlier`) pass. "24:00" is the end of the day. */
export function atLocalTime(date: LocalDate, time: string, zone: Zone): Instant {
  if (time === "24:00") return startOfDay(addDays(date, 1), zone);
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
    disambiguation: "compatible",
  }).epochMilliseconds;
}
