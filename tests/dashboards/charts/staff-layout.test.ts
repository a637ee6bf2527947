import fc from "fast-check";
import { expect, test } from "vitest";
import "../../support/seed.ts";
import { layoutStaff, type StaffPiece } from "../../../dashboards/charts/staff-layout.ts";

const FRAME = { top: 10, bottom: 110, ticks: 5, span: 4 };
const piece = (from: number, to: number, need80: number | null, planned: number | null): StaffPiece => ({
  from,
  to,
  need50: need80 === null ? null : 1,
  need80,
  planned,
  short: need80 === null || planned === null ? 0 : Math.max(0, need80 - planned),
});
const day = (pieces: readonly StaffPiece[]) => ({ pieces, closed: pieces.length === 0, weekend: false });

test("the plan is one stroke through its numbers and breaks where nothing is planned", () => {
  const { plan, scale } = layoutStaff(
    [
      day([piece(1, 2, 3, 2), piece(2, 3, 3, 1)]),
      day([]),
      day([piece(1, 3, 1, null)]),
      day([piece(1, 3, 1, 0)]),
    ],
    FRAME,
  );
  const [two, one, none] = [2, 1, 0].map(scale.y);
  expect(plan).toBe(`M1 ${two}H2V${one}H3M13 ${none}H15`);
});

test("neighbours that miss as many are marked once, above what they need", () => {
  const { gaps, scale } = layoutStaff(
    [day([piece(0, 1, 3, 2), piece(1, 2, 2, 1), piece(2, 3, 3, 1)]), day([piece(0, 1, 2, 2)])],
    FRAME,
  );
  expect(gaps).toEqual([
    { x: 1, y: scale.y(3), people: 1 },
    { x: 2.5, y: scale.y(3), people: 2 },
  ]);
});

test("an open hour without a forecast is outlined, a closed day is a run of the rail", () => {
  const { unknown, closed, need80 } = layoutStaff([day([piece(1, 2, null, 2)]), day([]), day([])], FRAME);
  expect(unknown.map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
  expect(closed).toEqual([{ from: 1, to: 3 }]);
  expect(need80).toBe("");
});

test("bars and plan stay between the top and the axis, whatever the numbers", () => {
  const people = fc.nat(40);
  fc.assert(
    fc.property(fc.array(fc.tuple(people, people), { minLength: 1, maxLength: 7 }), (days) => {
      const { need80, plan, scale } = layoutStaff(
        days.map(([need, planned]) => day([piece(1, 3, need, planned)])),
        FRAME,
      );
      for (const [, y] of [...need80.matchAll(/M[\d.]+ ([\d.]+)/g), ...plan.matchAll(/M[\d.]+ ([\d.]+)/g)]) {
        expect(Number(y)).toBeGreaterThanOrEqual(FRAME.top);
        expect(Number(y)).toBeLessThanOrEqual(FRAME.bottom);
      }
      expect(scale.ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});
