/** The bookings file of forecast-csv → one booking curve per series. Rows booked on or after the day of the last
 *  origin are passed over unread, whatever else they hold; those between two origins are cut by the models. */
import type { Readable } from "node:stream";
import type { SeriesSet } from "../../domain/series.ts";
import type { BookingCurve } from "../../forecast/inputs.ts";
import { Faults, readRows } from "./rows.ts";
import { localDayOf, parseTime } from "./time-form.ts";
import { unknownSeries } from "./unknown-series.ts";

/** Curves by the name of their series; a series without rows is absent: it takes no bookings. */
export interface ReadBookings {
  readonly curves: ReadonlyMap<string, BookingCurve>;
  readonly warnings: readonly string[];
}

interface Row {
  readonly visit: number;
  readonly made: number;
  readonly people: number;
}

/** endDay: day number of the last origin. @throws ConfigError with every fault, by line. */
export async function readBookings(
  file: string,
  open: (file: string) => Readable,
  { axis, series }: SeriesSet,
  endDay: number,
): Promise<ReadBookings> {
  const faults = new Faults();
  const rows = new Map(series.map(({ id }): [string, Row[]] => [id, []]));
  const unknown = new Set<string>();
  for await (const { cells, line } of readRows(file, open, columns)) {
    const [id = "", visited = "", booked = "", quantity = ""] = cells;
    const fault = (value: string, remedy: string) =>
      faults.add({ file, path: `line ${line}`, value, remedy });
    const [visit, made] = [visited, booked].map((text) => {
      const time = parseTime(text);
      return time && localDayOf(time, axis.zone);
    });
    if (made === undefined) {
      fault(`invalid booked_on: ${booked}`, "write YYYY-MM-DD, or a time as in the input");
      continue;
    }
    if (made >= endDay) continue;
    if (visit === undefined) fault(`invalid visit_date: ${visited}`, "write YYYY-MM-DD");
    const people = quantity === "" ? Number.NaN : Number(quantity);
    if (!Number.isFinite(people)) {
      fault(`invalid quantity: ${quantity}`, "give people as a number, below 0 for a cancellation");
    }
    if (id === "") fault("no series", "name the series in each row");
    const own = rows.get(id);
    if (own && visit !== undefined) own.push({ visit, made, people });
    else if (!own) unknown.add(id);
  }
  faults.throwIfAny();
  const taking = [...rows].filter(([, own]) => own.length > 0);
  return {
    curves: new Map(taking.map(([id, own]) => [id, curveOf(own)])),
    warnings: unknownSeries(file, unknown),
  };
}

const columns = ["series", "visit_date", "booked_on", "quantity"];

function curveOf(rows: Row[]): BookingCurve {
  rows.sort((a, b) => a.made - b.made);
  return {
    visit: Int32Array.from(rows, ({ visit }) => visit),
    made: Int32Array.from(rows, ({ made }) => made),
    quantity: Float64Array.from(rows, ({ people }) => people),
  };
}
