import fc from "fast-check";
import { expect, test } from "vitest";
import { GROUP, onHand } from "../../src/forecast/bookings.ts";
import { type BookingRow, curveOf } from "./pickup/support.ts";

const rowsOf = fc.array(
  fc.tuple(
    fc.integer({ min: 100, max: 104 }),
    fc.integer({ min: 80, max: 104 }),
    fc.integer({ min: -40, max: 40 }),
  ),
  { maxLength: 40 },
);

test("on hand before a day is the sum of the rows made before it and before the origin", () => {
  fc.assert(
    fc.property(
      rowsOf,
      fc.integer({ min: 79, max: 106 }),
      fc.integer({ min: 79, max: 106 }),
      (rows, day, origin) => {
        const read = onHand(curveOf(rows), origin);
        for (let visit = 99; visit <= 105; visit++) {
          const known = rows.filter(([v, made]) => v === visit && made < day && made < origin);
          expect(read.before(visit, day)).toBe(known.reduce((sum, [, , people]) => sum + people, 0));
        }
      },
    ),
  );
});

test("neither the order of the rows nor how a day's bookings are split into rows makes a difference", () => {
  fc.assert(
    fc.property(rowsOf, fc.integer({ min: 79, max: 106 }), (rows, day) => {
      const split = rows.flatMap(([visit, made, people]): BookingRow[] => [
        [visit, made, people - 3],
        [visit, made, 3],
      ]);
      const [one, other] = [onHand(curveOf(rows), 104), onHand(curveOf(split.reverse()), 104)];
      expect([other.firstMade, other.lastMade]).toEqual([one.firstMade, one.lastMade]);
      for (let visit = 99; visit <= 105; visit++) {
        expect(other.before(visit, day)).toBe(one.before(visit, day));
        expect(other.groupsBefore(visit, day)).toBe(one.groupsBefore(visit, day));
      }
    }),
  );
});

test("groups are what is booked or cancelled in large numbers on one day", () => {
  const read = onHand(
    curveOf([
      [100, 90, GROUP],
      [100, 91, GROUP - 1],
      [100, 95, -GROUP],
    ]),
    100,
  );
  expect(read.groupsBefore(100, 91)).toBe(GROUP);
  expect(read.groupsBefore(100, 95)).toBe(GROUP);
  expect(read.groupsBefore(100, 96)).toBe(0);
  expect(read.before(100, 96)).toBe(GROUP - 1);
});

test("without rows nobody is on hand and no day was one of booking", () => {
  const read = onHand(curveOf([[100, 99, 5]]), 99);
  expect(read.before(100, 200)).toBe(0);
  expect([read.firstMade, read.lastMade]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

test("columns of unequal length are refused", () => {
  const curve = { ...curveOf([[100, 99, 5]]), quantity: new Float64Array(2) };
  expect(() => onHand(curve, 100)).toThrow("columns of 1, 1 and 2 rows");
});
