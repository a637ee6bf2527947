import fc from "fast-check";
import { expect, test } from "vitest";
import { clockShift, type TwoClocks } from "../../src/visits/clock-shift.ts";

/** People of a day by quarter hour: few in the morning, a hump in the afternoon that differs from day to day. */
const day = (seed: number): Float64Array =>
  Float64Array.from({ length: 96 }, (_, i) =>
    i < 40 || i > 72
      ? 0
      : 3 + ((seed * 7 + i * i * 13) % 9) + 10 * Math.exp(-(((i - 52 - (seed % 8)) / 4) ** 2)),
  );
const moved = (values: Float64Array, by: number) => values.map((_, i) => values[i - by] ?? 0);
const days = (count: number, of: (door: Float64Array, i: number) => TwoClocks) =>
  Array.from({ length: count }, (_, i) => of(day(i), i));

test("any shift up to three hours is found, whatever share of people the till sees", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -12, max: 12 }),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.integer({ min: 10, max: 30 }),
      (by, share, count) => {
        const shifted = days(count, (door) => ({
          door,
          till: moved(door, by).map((people) => share * people),
        }));
        expect(clockShift(shifted)).toBe(by);
      },
    ),
  );
});

test("changing the two counters over turns the sign", () => {
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 12 }), (by) => {
      const one = days(12, (door) => ({ door, till: moved(door, by) }));
      expect(clockShift(one.map(({ door, till }) => ({ door: till, till: door })))).toBe(by === 0 ? 0 : -by);
    }),
  );
});

test("fewer than ten days say nothing, days without anybody say that the clocks agree", () => {
  expect(clockShift(days(9, (door) => ({ door, till: moved(door, 4) })))).toBeNull();
  const empty = days(12, () => ({ door: new Float64Array(96), till: new Float64Array(96) }));
  expect(clockShift(empty)).toBe(0);
});

test("a clock that jumps to and fro has no shift", () => {
  expect(clockShift(days(20, (door, i) => ({ door, till: moved(door, i % 2 === 0 ? 4 : -4) })))).toBeNull();
});

test("one odd day does not move the clock", () => {
  expect(clockShift(days(20, (door, i) => ({ door, till: moved(door, i === 7 ? 8 : 0) })))).toBe(0);
});
