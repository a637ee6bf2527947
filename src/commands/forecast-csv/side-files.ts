/** The files beside the input: holidays are used; bookings and covariates are checked and, as long as no model
 *  takes them, left aside with a warning. */
import type { Readable } from "node:stream";
import { isLocalDate } from "../../domain/time.ts";
import type { DayFacts } from "../../forecast/calendar-facts.ts";
import { Faults, readRows } from "./rows.ts";

type Open = (file: string) => Readable;

/** Holidays by day; a date that comes twice counts once. @throws ConfigError with every fault, by line. */
export async function readHolidays(file: string, open: Open): Promise<DayFacts[]> {
  const faults = new Faults();
  const days = new Map<string, DayFacts>();
  for await (const { cells, line } of readRows(file, open, ["date"], ["name"])) {
    const [date = "", holiday = ""] = cells;
    if (!isLocalDate(date)) {
      faults.add({ file, path: `line ${line}`, value: `invalid date: ${date}`, remedy: "write YYYY-MM-DD" });
    } else if (!days.has(date)) {
      days.set(date, { date, holiday, schoolHoliday: false, events: [], open: null });
    }
  }
  faults.throwIfAny();
  return [...days.values()];
}

/** Makes sure that a file that is not used yet could be; reads its header and first row only.
 *  @throws ConfigError when a column is missing. */
export async function checkUnused(file: string, open: Open, columns: readonly string[]): Promise<void> {
  for await (const row of readRows(file, open, columns)) if (row) return;
}
