/** Dates and times as exports write them → the reading of a wall clock. French day-first dates, ISO with or without
 *  offset, `14h30`, Excel serial days. Which instant a reading is, is the business of `local-clock.ts`.
 *
 *  A wall reading is a number: milliseconds since 1970-01-01T00:00 on that clock, as if it were UTC's. */
import { HOUR, MINUTE } from "../../src/domain/time.ts";

/** Order of day and month in dates with slashes; years of four digits may stand first in each. */
export type DateOrder = "dmy" | "mdy";

export interface WallReading {
  /** Milliseconds on the wall clock, NaN when the text is no date that exists. */
  readonly wall: number;
  /** Milliseconds the clock is ahead of UTC, when the text says so. */
  readonly offset: number | undefined;
  /** True when the text names a day and no time. */
  readonly dateOnly: boolean;
}

const DAY = 24 * HOUR;
const NONE: WallReading = { wall: Number.NaN, offset: undefined, dateOnly: false };
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01, NaN for a day that does not exist (2026-02-29). Years 1900–2199.
 *  SOURCE: the proleptic Gregorian count with the year begun in March. */
export function civilDay(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year < 2200) || !(month >= 1 && month <= 12)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  if (!(day >= 1 && day <= longest)) return Number.NaN;
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    719_469
  );
}

/** Two digits at `i`, NaN when they are not. */
function two(text: string, i: number): number {
  const tens = text.charCodeAt(i) - 48;
  const ones = text.charCodeAt(i + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Reads a date, with or without a time and an offset, in one cell. */
export function parseWall(text: string, order: DateOrder = "dmy"): WallReading {
  // `2026-07-14T10:15` and `2026-07-14 10:15:00`, the forms of nearly every counter, without a regular expression.
  const length = text.length;
  if ((length === 16 || length === 19) && text.charCodeAt(4) === 45 && text.charCodeAt(13) === 58) {
    const separator = text.charCodeAt(10);
    if ((separator === 84 || separator === 32) && text.charCodeAt(7) === 45) {
      const day = civilDay(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
      const seconds = length === 16 ? 0 : text.charCodeAt(16) === 58 ? two(text, 17) : Number.NaN;
      const wall = day * DAY + clockTime(two(text, 11), two(text, 14), seconds);
      if (!Number.isNaN(wall)) return { wall, offset: undefined, dateOnly: false };
    }
  }
  return parseAny(text.trim(), order);
}

const DATE =
  /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})|(\d{4})(\d{2})(\d{2}))/;

function parseAny(text: string, order: DateOrder): WallReading {
  const date = DATE.exec(text);
  if (!date) return parseSerial(text);
  const [whole, y1, m1, d1, a, b, y2, y3, m3, d3] = date;
  const year = Number(y1 ?? y3 ?? fullYear(y2 ?? ""));
  const [d2, m2] = order === "dmy" ? [a, b] : [b, a];
  const day = civilDay(year, Number(m1 ?? m3 ?? m2), Number(d1 ?? d3 ?? d2)) * DAY;
  const rest = text.slice(whole.length);
  if (rest === "") return { wall: day, offset: undefined, dateOnly: true };
  const time = /^(?: à |,|[T ])\s*(.+?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(rest);
  if (!time) return NONE;
  return { wall: day + parseTimeOfDay(time[1] ?? ""), offset: parseOffset(time[2]), dateOnly: false };
}

/** `26` is 2026, `87` is 1987. */
function fullYear(text: string): string {
  if (text.length !== 2) return text;
  return Number(text) < 80 ? `20${text}` : `19${text}`;
}

function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.toUpperCase() === "Z") return 0;
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.slice(1).replace(":", "");
  return sign * (Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2) || "0") * MINUTE);
}

/** Milliseconds after midnight of `14:30`, `14:30:05.5`, `14h30`, `14h`, `9 h 05`; NaN when it is no time.
 *  `24:00` is the end of the day. */
export function parseTimeOfDay(text: string): number {
  const parts =
    /^(\d{1,2})\s*(?:[:.hH]\s*(?:(\d{2})(?:\s*[:.mM]\s*(\d{2})(?:[.,](\d{1,9}))?)?)?\s*[sS]?)$/.exec(
      text.trim(),
    );
  if (!parts) return Number.NaN;
  if (parts[2] === undefined && !/h/i.test(text)) return Number.NaN;
  const [, hours, minutes = "0", seconds = "0", fraction = "0"] = parts;
  return (
    clockTime(Number(hours), Number(minutes), Number(seconds)) + Math.floor(Number(`0.${fraction}`) * 1000)
  );
}

function clockTime(hours: number, minutes: number, seconds: number): number {
  const time = hours * HOUR + minutes * MINUTE + seconds * 1000;
  return hours <= 24 && minutes <= 59 && seconds <= 59 && time <= DAY ? time : Number.NaN;
}

/** Excel's day numbers (1900 system), 1954–2119: `46220` or `46220,4375`; seconds are rounded, as the fraction of a
 *  day is a binary one. */
function parseSerial(text: string): WallReading {
  if (!/^[2-7]\d{4}(?:[.,]\d+)?$/.test(text)) return NONE;
  const serial = Number(text.replace(",", "."));
  const wall = Math.round((serial - 25_569) * 86_400) * 1000;
  return { wall, offset: undefined, dateOnly: Number.isInteger(serial) };
}
