/** Numbers of a spreadsheet as text, by the format of their cell: a day number becomes a date, the fraction of a day a
 *  time, everything else the number with the decimal sign that the columns are read with. */
import { HOUR } from "../../src/domain/time.ts";
import type { DecimalSign } from "./numbers.ts";

const DAY = 24 * HOUR;
/** Day number of 1970-01-01 when days are counted from 1900, as if 1900 had a 29 February. */
const EPOCH = 25_569;
/** Difference of the two day counts. */
const FROM_1904 = 1462;

/** True when a number format shows a date or a time: `dd/mm/yyyy`, `[h]:mm`; not `0.00 "jours"` or `# ##0 [$€]`. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0];
  return /[dmyhsja]/i.test(bare?.replace(/general|standard|[#0?]E[+-]/gi, "") ?? "");
}

/** Built-in number formats that are dates or times.
 *  SOURCE: ECMA-376 part 1, section 18.8.30; 27–36 and 50–58 are dates of East Asian editions. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** `2026-07-14`, `2026-07-14T10:15:00`, or `10:15:00` for less than a day; seconds are rounded, as the fraction of a
 *  day is a binary one. Text that is no day number stays as it is. */
export function serialToText(text: string, from1904: boolean): string {
  const serial = Number(text);
  if (!(serial >= 0 && serial < 110_000)) return text;
  const ms = Math.round(serial * 86_400) * 1000;
  if (ms < DAY) return new Date(ms).toISOString().slice(11, 19);
  const written = new Date(ms + ((from1904 ? FROM_1904 : 0) - EPOCH) * DAY).toISOString();
  return ms % DAY === 0 ? written.slice(0, 10) : written.slice(0, 19);
}

/** A number as a person would have typed it: `0.30000000000000004` is 0.3. */
export function numberToText(text: string, decimal: DecimalSign): string {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value)) return text;
  const written = String(Number(value.toPrecision(12)));
  return decimal === "," ? written.replace(".", ",") : written;
}
