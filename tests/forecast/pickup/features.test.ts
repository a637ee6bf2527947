import fc from "fast-check";
import { expect, test } from "vitest";
import { bookedSite } from "../../../src/forecast/pickup/booked-site.ts";
import { features, width } from "../../../src/forecast/pickup/features.ts";
import { type BookingRow, booked, curveOf } from "./support.ts";

const { asked, rows } = booked({ days: 150, leads: 14 });

/** The features of a day at a lead. `from` (index): all that was counted or booked from there on is another figure. */
function rowOf(day: number, lead: number, from = Number.POSITIVE_INFINITY): Float64Array {
  const first = asked.set.axis.firstDay;
  const told = rows.map(([visit, made, n]): BookingRow => [visit, made, made - first < from ? n : n + 50]);
  const site = bookedSite({ ...asked, bookings: [curveOf(told)] }, 0);
  if (!site) throw new Error("no bookings");
  const out = new Float64Array(width);
  const totals = site.totals.map((total, at) => (at < from ? total : 3 * total));
  features({ ...site, totals }, day, lead, out, 0);
  return out;
}

test("features of a past day at a lead are of what was counted and booked before the day it was asked", () => {
  fc.assert(
    fc.property(fc.integer({ min: 110, max: 149 }), fc.integer({ min: 1, max: 40 }), (day, lead) => {
      const askedOn = day - lead + 1;
      expect(rowOf(day, lead, askedOn)).toEqual(rowOf(day, lead));
    }),
    { numRuns: 15 },
  );
  expect(rowOf(140, 5, 135)).not.toEqual(rowOf(140, 5));
});
