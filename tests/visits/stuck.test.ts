import fc from "fast-check";
import { expect, test } from "vitest";
import { isStuck } from "../../src/visits/stuck.ts";

test("the larger the count, the shorter the run that is too long for chance", () => {
  // Chance of one more equal count: 0.40 at 1, 0.18 at 5, 0.04 at 100; five zeros are reached after so many steps.
  const shortest = (count: number) => Array.from({ length: 40 }, (_, n) => n).find((n) => isStuck(n, count));
  expect([1, 5, 100].map(shortest)).toEqual([14, 8, 5]);
});

test("zeros are never stuck: a quiet hour is quiet", () => {
  expect(isStuck(96, 0)).toBe(false);
});

test("a longer run of the same count, or the same run of a larger one, is no less suspicious", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 500 }), (steps, count) => {
      if (!isStuck(steps, count)) return;
      expect(isStuck(steps + 1, count)).toBe(true);
      expect(isStuck(steps, count + 1)).toBe(true);
    }),
  );
});
