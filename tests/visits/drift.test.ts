import fc from "fast-check";
import { expect, test } from "vitest";
import { driftOf } from "../../src/visits/drift.ts";

/** Scatter of a twentieth that repeats: no day is like the next. */
const noise = (i: number) => 1 + (((i * 7) % 11) - 5) / 100;
const series = (count: number, level: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => level(i) * noise(i));

test("a door that loses half a hundredth a day is found", () => {
  const change = driftOf(series(70, (i) => 1 - 0.005 * i));
  expect(change).not.toBeNull();
  expect(change).toBeLessThan(-0.15);
});

test("a steady door is steady, at any level", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 5, noNaN: true }),
      fc.integer({ min: 34, max: 120 }),
      (level, count) => {
        expect(driftOf(series(count, () => level))).toBeNull();
      },
    ),
  );
});

test("what is told does not depend on the unit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 34, maxLength: 90 }),
      fc.constantFrom(0.25, 0.5, 2, 8),
      (ratios, unit) => {
        expect(driftOf(ratios.map((ratio) => ratio * unit))).toEqual(driftOf(ratios));
      },
    ),
  );
});

test("scatter without a trend is seldom told: fewer than one in fifty", () => {
  let told = 0;
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let n = 0; n < 500; n++) {
    const ratios = Array.from({ length: 70 }, () => 1 + 0.15 * (random() + random() + random() - 1.5));
    if (driftOf(ratios) !== null) told++;
  }
  expect(told).toBeLessThan(10);
});

test("too few days say nothing", () => {
  expect(driftOf(series(33, (i) => (i < 19 ? 1 : 2)))).toBeNull();
  expect(driftOf([])).toBeNull();
});
