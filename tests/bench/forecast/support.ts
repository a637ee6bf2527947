/** Made-up counts for the benchmark's own tests. */
import type { Counts } from "../../../bench/forecast/data.ts";
import { makeAxis } from "../../../src/domain/series.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";

/** One series by the day from 2024-01-01 (a Monday) on, with holidays. */
export function countsOf(
  days: number,
  value: (day: number) => number,
  holidays: readonly string[] = [],
): Counts {
  const to = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
  const axis = makeAxis("P1D", "Europe/Paris", { from: "2024-01-01", to });
  const values = Float64Array.from({ length: days }, (_, day) => value(day));
  return {
    set: { axis, series: [{ id: "a", values }] },
    calendar: compileCalendar([], axis.firstDay, days),
    holidays,
  };
}
