/** A file that some system leaves in a folder: which days it covers and what it holds at an instant. */
import { addDays, type Instant, type LocalDate } from "../../src/domain/time.ts";

/** What stands in a file, and when it was last written. */
interface Written {
  readonly bytes: Uint8Array;
  readonly at: Instant;
}

export interface Sheet {
  /** Relative to the drop folder, with `/`. */
  readonly path: string;
  /** The file as of an instant, null while it does not exist. */
  readonly at: (now: Instant) => Written | null;
  /** From then on the file changes no more. */
  readonly finalFrom: Instant;
}

/** Days that one file covers, in order; half-open. */
export interface Period {
  /** `202611` for a month (or what lies of it before the demonstration went live), `20261124` for a day. */
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Months of history up to `daily`, then single days up to and including `last`. */
export function periodsOf(start: LocalDate, daily: LocalDate, last: LocalDate): Period[] {
  return [...monthsOf(start, daily), ...daysOf(start > daily ? start : daily, last)];
}

/** Months (the first and last perhaps in part) of `[from, to)`. */
export function monthsOf(from: LocalDate, to: LocalDate): Period[] {
  const periods: Period[] = [];
  for (let day = from; day < to; ) {
    const next = `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    const end = next < to ? next : to;
    periods.push({ name: day.slice(0, 7).replace("-", ""), from: day, to: end });
    day = end;
  }
  return periods;
}

function daysOf(from: LocalDate, last: LocalDate): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) {
    periods.push({ name: day.replaceAll("-", ""), from: day, to: addDays(day, 1) });
  }
  return periods;
}
