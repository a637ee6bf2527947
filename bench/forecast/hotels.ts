/** Public bookings of two hotels: arrivals by day and the curve that led to them. Net = not cancelled; someone who
 *  did not show up had booked and not cancelled, and stays in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { makeAxis, stepOf } from "../../src/domain/series.ts";
import { dayNumber } from "../../src/domain/time.ts";
import { compileCalendar } from "../../src/forecast/calendar.ts";
import type { BookingCurve } from "../../src/forecast/inputs.ts";
import type { Counts } from "./data.ts";

/** Counts with their bookings, one curve per series. */
export interface BookedCounts extends Counts {
  readonly bookings: readonly BookingCurve[];
}

const file = "hotel_bookings_DEV.csv.gz";
const portugal =
  "2015-08-15 2015-12-08 2015-12-25 2016-01-01 2016-03-25 2016-03-27 2016-04-25 2016-05-01 2016-05-26 2016-06-10 " +
  "2016-08-15 2016-10-05 2016-11-01 2016-12-01 2016-12-08 2016-12-25 2017-01-01";

/** Reads both hotels; days of which no row speaks have 0 arrivals. measure: what is counted, by booking or by head.
 *  The axis reaches 90 days over the last arrivals. */
export function hotels(folder: string, measure: "bookings" | "guests" = "bookings"): BookedCounts {
  const axis = makeAxis("P1D", "Europe/Lisbon", { from: "2015-07-01", to: "2017-01-31" });
  const known = stepOf(axis, dayNumber("2016-11-01"), 0);
  const found = new Map<string, { values: Float64Array; rows: [number, number, number][] }>();
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString("utf8")
    .trim()
    .split("\n");
  for (const line of lines.slice(1)) {
    const [id = "", , date = "", lead, status, cancelLead, count, guests] = line.split(",");
    const site = found.get(id) ?? { values: new Float64Array(axis.count).fill(0, 0, known), rows: [] };
    found.set(id, site);
    const visit = dayNumber(date);
    const people = Number(measure === "guests" ? guests : count);
    site.rows.push([visit, visit - Number(lead), people]);
    if (status === "cancelled") site.rows.push([visit, visit - Number(cancelLead), -people]);
    else site.values[visit - axis.firstDay] = (site.values[visit - axis.firstDay] ?? 0) + people;
  }
  const holidays = portugal.split(" ");
  const facts = holidays.map((date) => ({ date, holiday: "", schoolHoliday: false, events: [], open: null }));
  return {
    set: {
      axis,
      series: [...found].map(([id, { values }]) => ({ id, values: values.fill(Number.NaN, known) })),
    },
    calendar: compileCalendar(facts, axis.firstDay, axis.dayFrom.length - 1),
    holidays,
    bookings: [...found.values()].map(({ rows }) => curveOf(rows)),
  };
}

function curveOf(rows: [number, number, number][]): BookingCurve {
  rows.sort((a, b) => a[1] - b[1]);
  return {
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, made]) => made),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  };
}
