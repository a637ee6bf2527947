/** A series by day beside its booking curve: all that the pick-up needs, ready to stand at any past day again. */

import { makeSite } from "../base/make-site.ts";
import { type Basis, basisAt, dayForecast } from "../base/point.ts";
import type { Site } from "../base/site.ts";
import { makeTable } from "../base/table.ts";
import { dailyTuning } from "../base/tuning.ts";
import { type OnHand, onHand } from "../bookings.ts";
import type { History } from "../model.ts";

/** Days are indices (day number − firstDay). */
export interface BookedSite {
  /** The calendar model's view of the same days, by day whatever the step of the series. */
  readonly site: Site;
  readonly firstDay: number;
  /** First day not known whole. */
  readonly originDay: number;
  /** People per day; NaN = not observed, closed or not known. */
  readonly totals: Float64Array;
  /** Usual people per day, above 0: the unit in which sites are alike. */
  readonly level: number;
  /** Share of the people who come that was on hand the evening before, 0.01–0.99. */
  readonly bookedAhead: number;
  /** Net people on hand for a day from what was made before the day `asOf`, and groups alone. */
  onHand(day: number, asOf: number): number;
  groups(day: number, asOf: number): number;
  /** Forecast of the calendar model as of a day, people; NaN where it knows too little. */
  calendarForecast(day: number, asOf: number): number;
  readonly curve: OnHand;
}

/** Days before the origin whose mean is the usual level. */
const USUAL = 182;
/** Days observed that the calendar model needs before it is asked. */
const YOUNGEST = 28;

/** Prepares one series of a history; undefined without bookings. */
export function bookedSite(history: History, series: number): BookedSite | undefined {
  const { set, origin, calendars, bookings } = history;
  const values = set.series[series]?.values;
  const calendar = calendars[series];
  const rows = bookings?.[series];
  if (!values || !calendar || !rows || rows.visit.length === 0) return undefined;
  const { axis } = set;
  const table = byDay(makeTable(axis, values, origin, calendar));
  const site = makeSite(table, calendar, dailyTuning);
  const originDay = table.known;
  const curve = onHand(rows, axis.firstDay + originDay);
  const level = Math.max(1, meanBefore(table.totals, originDay, USUAL));
  const bases = new Map<number, Basis>();
  const basis = (asOf: number) => {
    let found = bases.get(asOf);
    if (!found) {
      found = basisAt(site, asOf, table.days - asOf, dailyTuning);
      bases.set(asOf, found);
    }
    return found;
  };
  return {
    site,
    firstDay: axis.firstDay,
    originDay,
    totals: table.totals,
    level,
    bookedAhead: bookedAhead(table.totals, axis.firstDay, curve),
    curve,
    onHand: (day, asOf) => curve.before(axis.firstDay + day, axis.firstDay + asOf),
    groups: (day, asOf) => curve.groupsBefore(axis.firstDay + day, axis.firstDay + asOf),
    calendarForecast: (day, asOf) =>
      asOf - site.firstSeen < YOUNGEST ? Number.NaN : (dayForecast(basis(asOf), day)[0] ?? Number.NaN),
  };
}

/** The same table with one cell per day; the origin's day is the first not known. */
function byDay(table: ReturnType<typeof makeTable>): ReturnType<typeof makeTable> {
  const known = Math.floor(table.known / table.slots);
  return { ...table, slots: 1, known, values: table.totals };
}

function meanBefore(totals: Float64Array, end: number, days: number): number {
  const seen = totals.subarray(Math.max(0, end - days), end).filter((total) => !Number.isNaN(total));
  return seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length);
}

function bookedAhead(totals: Float64Array, firstDay: number, curve: OnHand): number {
  let came = 0;
  let booked = 0;
  for (let day = Math.max(0, curve.firstMade - firstDay); day < totals.length; day++) {
    const total = totals[day] ?? Number.NaN;
    if (Number.isNaN(total)) continue;
    came += total;
    booked += Math.min(total, curve.before(firstDay + day, firstDay + day));
  }
  return Math.min(0.99, Math.max(0.01, booked / Math.max(1, came)));
}
