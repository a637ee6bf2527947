/** What calendar-ridge keeps about a series: its days as logs, and the columns of any day as known at any time. */
import type { Site } from "../base/site.ts";
import { type Columns, fillRow } from "./columns.ts";
import { type Issues, valueAt } from "./covariates.ts";
import { lastYears } from "./last-years.ts";

export interface RidgeSite {
  readonly base: Site;
  readonly covariates: readonly Issues[];
  /** Epoch milliseconds at which each day begins. */
  readonly start: Float64Array;
  /** Log of people + 1 by day, less `centre`; NaN = not observed. */
  readonly logs: Float64Array;
  /** Mean log of the days observed. */
  readonly centre: number;
  /** Variance of an ordinary day's log about its expectation. */
  readonly noise: number;
  /** How past years' weeks stood out, at this site and at all: log by day, NaN and 0 = not known. */
  readonly years: Float64Array;
  readonly allYears: Float64Array;
}

/** Least variance believed of a day's log (a tenth). */
const QUIETEST = 0.005;

/** Prepares a series whose table is by day. */
export function ridgeSite(
  base: Site,
  covariates: readonly Issues[],
  start: Float64Array,
): Omit<RidgeSite, "allYears"> {
  const { totals } = base.table;
  const logs = totals.map((total) => Math.log(total + 1));
  const seen = logs.filter((log) => !Number.isNaN(log));
  const centre = seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length);
  return {
    base,
    covariates,
    start,
    logs: logs.map((log) => log - centre),
    centre,
    noise: noiseOf(logs),
    years: lastYears(base, logs),
  };
}

/** From changes over a week: half of their variance, by the median, which outliers do not move. */
function noiseOf(logs: Float64Array): number {
  const changes = logs
    .map((log, day) => Math.abs(log - (logs[day - 7] ?? Number.NaN)))
    .filter((c) => !Number.isNaN(c))
    .sort();
  const median = changes[Math.floor(changes.length / 2)] ?? 0.5;
  return Math.max(QUIETEST, (median * 1.4826) ** 2 / 2);
}

/** Writes the columns of a day into `row`, covariates as issued by `asOf` (epoch milliseconds). */
export function siteRow(
  columns: Columns,
  site: RidgeSite,
  day: number,
  asOf: number,
  row: Float64Array,
): void {
  fillRow(columns, site.base.calendar, day, site.base.effects.sunday, row);
  const { years } = columns.at;
  const group = (site.base.weekday[day] ?? 0) >= 5 ? 1 : 0;
  row[years + group] = site.years[day] || 0;
  row[years + 2 + group] = site.allYears[day] ?? 0;
  for (const issues of site.covariates) {
    const found = columns.covariates.get(issues.name);
    if (!found) continue;
    const value = valueAt(issues, day, asOf);
    if (Number.isNaN(value)) continue;
    const z = found.scale(value);
    row[found.column] = z;
    row[found.column + 1] = z * z - 1;
  }
}
