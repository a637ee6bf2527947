import fc from "fast-check";
import { expect, test } from "vitest";
import { orderQuantiles, parseLevels, quantile, quantileSorted } from "../../src/domain/quantile.ts";

test("quantile uses definition 7", () => {
  // Ten values, linear between order statistics: 0.25 lies a quarter of the way from 7 to 8.
  const values = [20, 3, 6, 7, Number.NaN, 8, 8, 10, 13, 15, 16];
  expect([0, 0.25, 0.5, 0.9, 1].map((level) => quantile(values, level))).toEqual([3, 7.25, 9, 16.4, 20]);
});

test("quantile of nothing is not a number", () => {
  expect(quantileSorted([], 0.5)).toBeNaN();
});

test("ordered quantiles never fall and are never negative", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), (row) => {
      const out = orderQuantiles(Float64Array.from(row));
      out.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(i === 0 ? 0 : (out[i - 1] ?? 0));
      });
    }),
  );
});

test("levels are sorted; those outside (0, 1) and doubles are refused", () => {
  expect(parseLevels([0.9, 0.1])).toEqual([0.1, 0.9]);
  for (const bad of [[0], [1], [0.5, 0.5], [Number.NaN], []])
    expect(() => parseLevels(bad)).toThrow("invalid levels");
});
