/** Public counts as series, for the forecasting benchmark and the test that holds its main figure. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { makeAxis, type SeriesSet, type SeriesStep, stepOf } from "../../src/domain/series.ts";
import { dayNumber, type LocalDate } from "../../src/domain/time.ts";
import { compileCalendar, type DayCalendar } from "../../src/forecast/calendar.ts";

export interface Counts {
  readonly set: SeriesSet;
  /** The same for all series. */
  readonly calendar: DayCalendar;
  readonly holidays: readonly LocalDate[];
}

/** True when the folder holds the public counts. */
export function hasCounts(folder: string): boolean {
  return existsSync(join(folder, "melbourne_hourly_DEV.csv.gz"));
}

/** Street counters of Melbourne by hour, or as totals of the days with at least 23 hours observed. */
export function melbourne(folder: string, step: SeriesStep): Counts {
  const axis = makeAxis(step, "Australia/Melbourne", { from: "2012-01-01", to: "2014-10-01" });
  const counted = new Map<string, Uint8Array>();
  const values = new Map<string, Float64Array>();
  for (const [id = "", time = "", count = ""] of rows(folder, "melbourne_hourly_DEV.csv.gz")) {
    const at = stepOf(axis, dayNumber(time.slice(0, 10)), step === "P1D" ? 0 : Number(time.slice(11, 13)));
    const own = values.get(id) ?? new Float64Array(axis.count).fill(Number.NaN);
    const seen = counted.get(id) ?? new Uint8Array(axis.count);
    values.set(id, own);
    counted.set(id, seen);
    if (at < 0) continue;
    own[at] = (seen[at] === 0 ? 0 : (own[at] ?? 0)) + Number(count);
    seen[at] = (seen[at] ?? 0) + 1;
  }
  if (step === "P1D") {
    for (const [id, own] of values) {
      for (let at = 0; at < own.length; at++) if ((counted.get(id)?.[at] ?? 0) < 23) own[at] = Number.NaN;
    }
  }
  const holidays = rows(folder, "melbourne_public_holidays.csv").map(([date = ""]) => date);
  return counts(axis, values, holidays);
}

const england =
  "2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28 2016-01-01 2016-03-25 2016-03-28 " +
  "2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27 2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 " +
  "2017-08-28 2017-12-25 2017-12-26 2018-01-01 2018-03-30 2018-04-02";

/** Visitors of five museums by day; a 0 of theirs means closed or not recorded, and becomes NaN. */
export function museums(folder: string): Counts {
  const axis = makeAxis("P1D", "Europe/London", { from: "2015-04-01", to: "2018-01-01" });
  const values = new Map<string, Float64Array>();
  for (const [id = "", date = "", count = ""] of rows(folder, "bristol_museums_daily_DEV.csv.gz")) {
    const own = values.get(id) ?? new Float64Array(axis.count).fill(Number.NaN);
    values.set(id, own);
    if (Number(count) > 0) own[stepOf(axis, dayNumber(date), 0)] = Number(count);
  }
  return counts(axis, values, england.split(" "));
}

function rows(folder: string, file: string): string[][] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

function counts(
  axis: SeriesSet["axis"],
  values: ReadonlyMap<string, Float64Array>,
  holidays: readonly LocalDate[],
): Counts {
  const facts = holidays.map((date) => ({ date, holiday: "", schoolHoliday: false, events: [], open: null }));
  const calendar = compileCalendar(facts, axis.firstDay, axis.dayFrom.length - 1);
  return { set: { axis, series: [...values].map(([id, own]) => ({ id, values: own })) }, calendar, holidays };
}
