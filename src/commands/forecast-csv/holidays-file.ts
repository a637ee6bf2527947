/** The holidays file of forecast-csv → facts of days. */
import type { Readable } from "node:stream";
import { isLocalDate } from "../../domain/time.ts";
import type { DayFacts } from "../../forecast/calendar-facts.ts";
import { Faults, readRows } from "./rows.ts";

/** Holidays by day; a date that comes twice counts once. @throws ConfigError with every fault, by line. */
export async function readHolidays(file: string, open: (file: string) => Readable): Promise<DayFacts[]> {
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
