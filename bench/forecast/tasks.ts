/** What the benchmark forecasts: counts, origins, horizons. */
import type { BookingCurve } from "../../src/forecast/inputs.ts";
import { type Counts, melbourne, museums } from "./data.ts";
import { hotels } from "./hotels.ts";
import { hourlyOrigins, type Origin, quietOrigins, steadyOrigins } from "./origins.ts";

export type TaskName = "hourly" | "museums" | "streets" | "bookings" | "bookings-young";

export interface Task {
  readonly name: TaskName;
  readonly counts: Counts;
  readonly bookings?: readonly BookingCurve[];
  /** Ascending. */
  readonly origins: readonly Origin[];
  /** Scores are taken over leads 1 … n for each n, in steps; ascending. */
  readonly horizons: readonly [number, number];
  /** Days from the first observation to an origin below which a series is not scored there. */
  readonly youngest: number;
}

/** By day a series is scored from the day on that a year of it is known: models that learn the year are not judged
 *  before they have seen one. */
const YEAR = 365;

/** Weeks of each kind by the hour, unless all are asked for. */
const PER_KIND = 6;

/** Reads one task. `all`: every origin that the rule gives, instead of a few. */
export function readTask(name: TaskName, folder: string, all: boolean): Task {
  switch (name) {
    case "hourly": {
      const counts = melbourne(folder, "PT1H");
      const span = { from: "2012-12-20", to: "2014-06-20" };
      const origins = hourlyOrigins(counts, span, all ? undefined : PER_KIND);
      return { name, counts, origins, horizons: [24, 168], youngest: 56 };
    }
    case "museums": {
      const counts = museums(folder);
      const origins = quietOrigins(counts, { from: "2016-04-01", to: "2017-10-02" }, all ? 3 : undefined);
      return { name, counts, origins, horizons: [14, 90], youngest: YEAR };
    }
    case "streets": {
      const counts = melbourne(folder, "P1D");
      const origins = quietOrigins(counts, { from: "2013-01-20", to: "2014-04-01" }, all ? 3 : undefined);
      return { name, counts, origins, horizons: [14, 90], youngest: YEAR };
    }
    case "bookings": {
      const { bookings, ...counts } = hotels(folder);
      const origins = steadyOrigins(counts, { from: "2016-06-30", to: "2016-10-18" }, all ? 3 : 6);
      return { name, counts, bookings, origins, horizons: [14, 90], youngest: YEAR };
    }
    case "bookings-young": {
      const { bookings, ...counts } = hotels(folder);
      const origins = steadyOrigins(counts, { from: "2016-01-01", to: "2016-10-18" }, all ? 3 : 17);
      return { name, counts, bookings, origins, horizons: [14, 90], youngest: 182 };
    }
  }
}
