import fc from "fast-check";
import { expect, test } from "vitest";
import "../../support/seed.ts";
import { type CurvePoint, layoutCurve } from "../../../dashboards/charts/booking-layout.ts";

const FRAME = { width: 610, top: 10, bottom: 110, ticks: 5 };
/** Four mornings, the last still to come. */
const points: CurvePoint[] = [
  { lead: 3, booked: 0, usual: { low: 0, middle: 5, high: 10 } },
  { lead: 2, booked: 40, usual: { low: 0, middle: 10, high: 20 } },
  { lead: 1, booked: 25, usual: { low: 5, middle: 15, high: 30 } },
  { lead: 0, booked: null, usual: { low: 5, middle: 20, high: 40 } },
];

test("the curve steps where places came, ends at what is in hand now, and marks where it fell", () => {
  const { line, falls, end, scale } = layoutCurve(points, [], 25, FRAME);
  const [zero, forty, now] = [0, 40, 25].map(scale.y);
  expect(line).toBe(`M0 ${zero}H0.5H1.5V${forty}H2.5V${now}H3V${now}`);
  expect(falls).toBe(`M2.5 ${forty}V${now}`);
  expect(end).toEqual({ slot: 3, y: now });
});

test("a group stands where its places were first in hand, today's at now, one before the drawing nowhere", () => {
  const steps = [4, 3, 1].map((lead) => ({ lead, places: 12, tariff: "school" as const }));
  const { marks, scale } = layoutCurve(points, steps, 60, FRAME);
  // Booked 4 days ahead it was in hand on the first morning drawn, 3 days ahead on the second; today's is in now.
  expect(marks.map(({ slot, y }) => [slot, y])).toEqual([
    [0.5, scale.y(0)],
    [1.5, scale.y(40)],
    [3, scale.y(60)],
  ]);
  expect(layoutCurve(points, [{ lead: 9, places: 5, tariff: "group" }], 25, FRAME).marks).toEqual([]);
});

test("without a habit there is no band and no name for it; without bookings no curve", () => {
  const bare = points.map((point) => ({ ...point, usual: null }));
  expect(layoutCurve(bare, [], 25, FRAME)).toMatchObject({ band: "", edges: "", middle: "", name: null });
  const none = points.map((point) => ({ ...point, booked: null }));
  expect(layoutCurve(none, [], 0, FRAME)).toMatchObject({ line: "", falls: "", end: null, marks: [] });
});

test("everything drawn lies between the top and the axis", () => {
  const places = fc.nat(500);
  const point = fc.record({ booked: places, low: places, more: places });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 61 }), places, (mornings, now) => {
      const curve = mornings.map(({ booked, low, more }, i) => ({
        lead: mornings.length - 1 - i,
        booked,
        usual: { low, middle: low, high: low + more },
      }));
      const { line, band, edges, falls } = layoutCurve(curve, [], now, FRAME);
      const heights = [
        ...`${band}${edges}${falls}`.matchAll(/[ML][\d.]+ ([\d.]+)/g),
        ...line.matchAll(/V([\d.]+)/g),
      ];
      for (const [, y] of heights) {
        expect(Number(y)).toBeGreaterThanOrEqual(FRAME.top - 0.1);
        expect(Number(y)).toBeLessThanOrEqual(FRAME.bottom);
      }
    }),
  );
});
