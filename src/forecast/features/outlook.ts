/** Bookings and weather of one site as they were known at an origin. Rows made on the origin's day or later, and
 *  issues at or after the origin, are never read; what is absent is NaN. */
import { type Axis, slotsPerDay } from "../../domain/series.ts";
import type { Site } from "../base/site.ts";
import { type OnHand, onHand } from "../bookings.ts";
import type { BookingCurve, Covariate } from "../inputs.ts";
import { type Issues, issuesOf, valueAt } from "../ridge/covariates.ts";

/** Weather that features know, as covariates are named. */
export const skies = ["temperature", "rain"] as const;
export type Sky = (typeof skies)[number];

/** All that was ever known beside the counts of a site. */
export interface Beside {
  readonly bookings: OnHand | undefined;
  readonly issues: ReadonlyMap<string, Issues>;
  /** First step of the axis at or after each cell: cells + 1 entries. */
  readonly stepOfCell: Int32Array;
  readonly start: Float64Array;
}

/** What was known of the days ahead at one origin. Days are indices of the table. NaN = not known. */
export interface Outlook {
  /** Net people who have booked the day, all and those of groups. */
  readonly booked: (day: number) => number;
  readonly groups: (day: number) => number;
  /** Mean of those on hand so long before the last eight same weekdays. */
  readonly usuallyBooked: (day: number) => number;
  /** What was said of the step last; and its mean at this slot over the four weeks before. */
  readonly sky: (name: Sky, day: number, slot: number) => number;
  readonly usualSky: (name: Sky, slot: number) => number;
}

/** Indexes what is known beside the counts; rows from the origin of the history on are dropped. */
export function besideOf(
  axis: Axis,
  origin: number,
  curve: BookingCurve | undefined,
  covariates: readonly Covariate[],
  stepOfCell: Int32Array,
): Beside {
  const originDay = axis.day[origin] ?? Number.POSITIVE_INFINITY;
  const known = covariates.filter(({ name }) => skies.some((sky) => sky === name));
  return {
    bookings: curve && onHand(curve, originDay),
    issues: new Map(known.map((covariate) => [covariate.name, issuesOf(covariate, axis.count)])),
    stepOfCell,
    start: axis.start,
  };
}

/** First step of the axis at or after each cell (day × slots + slot); a skipped hour has the one after it. */
export function stepsOfCells(axis: Axis): Int32Array {
  const slots = slotsPerDay(axis);
  const out = new Int32Array((axis.dayFrom.length - 1) * slots + 1).fill(-1);
  out[out.length - 1] = axis.count;
  for (let step = axis.count - 1; step >= 0; step--)
    out[((axis.day[step] ?? 0) - axis.firstDay) * slots + (axis.slot[step] ?? 0)] = step;
  for (let cell = out.length - 2; cell >= 0; cell--) if (out[cell] === -1) out[cell] = out[cell + 1] ?? 0;
  return out;
}

/** What was known at an origin cell. */
export function outlookAt({ table }: Site, beside: Beside, cell: number): Outlook {
  const { bookings, issues, stepOfCell, start } = beside;
  const { slots, firstDay } = table;
  const originDay = Math.floor(cell / slots);
  const today = originDay + firstDay;
  const asOf = (start[stepOfCell[cell] ?? 0] ?? Number.POSITIVE_INFINITY) - 1;
  const begun = bookings !== undefined && bookings.firstMade < today ? bookings : undefined;
  const sky = (name: Sky, day: number, slot: number) => {
    const own = issues.get(name);
    return own ? valueAt(own, stepOfCell[day * slots + slot] ?? -1, asOf) : Number.NaN;
  };
  const usual = new Map<string, number>();
  return {
    booked: (day) => begun?.before(day + firstDay, today) ?? Number.NaN,
    groups: (day) => begun?.groupsBefore(day + firstDay, today) ?? Number.NaN,
    usuallyBooked: (day) => (begun ? usuallyBooked(begun, day + firstDay, today) : Number.NaN),
    sky,
    usualSky: (name, slot) => {
      if (!issues.has(name)) return Number.NaN;
      const key = `${name} ${slot}`;
      const before = usual.get(key);
      if (before !== undefined) return before;
      const mean = meanOf(Array.from({ length: 28 }, (_, i) => sky(name, originDay - 1 - i, slot)));
      usual.set(key, mean);
      return mean;
    },
  };
}

function usuallyBooked(bookings: OnHand, visit: number, today: number): number {
  const ahead = visit - today;
  const nearest = visit - 7 * (Math.floor(ahead / 7) + 1);
  const past = Array.from({ length: 8 }, (_, week) => nearest - 7 * week);
  return meanOf(
    past.map((day) => (day - ahead > bookings.firstMade ? bookings.before(day, day - ahead) : Number.NaN)),
  );
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((a, b) => a + b, 0) / known.length;
}
