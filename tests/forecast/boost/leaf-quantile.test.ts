import fc from "fast-check";
import { expect, test } from "vitest";
import { leafQuantile } from "../../../src/forecast/boost/leaf-quantile.ts";

/** The definition: the least value at which the weights up to it reach the level. */
function bySorting(values: readonly number[], weights: readonly number[], level: number): number {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const total = weights.reduce((a, b) => a + b, 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i] ?? 0;
    if (sum >= level * total - 1e-6) return values[i] ?? 0;
  }
  return Number.NaN;
}

test("the quantile of a leaf is the weighted one, to a bucket of buckets", () => {
  const row = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.1, 0.5, 0.9),
      (rows, level) => {
        const values = rows.map(([v]) => v);
        const weights = rows.map(([, w]) => w);
        const all = Int32Array.from(rows, (_, i) => i);
        const got = leafQuantile(
          Float64Array.from(values),
          Float32Array.from(weights),
          all,
          0,
          all.length,
          level,
        );
        // Between the quantiles a hair below and above the level: equal weights may meet it exactly.
        const low = bySorting(values, weights, level - 1e-4);
        const high = bySorting(values, weights, level + 1e-4);
        const spread = Math.max(...values) - Math.min(...values);
        expect(got).toBeGreaterThanOrEqual(low - spread / 256 ** 2 - 1e-9);
        expect(got).toBeLessThanOrEqual(high + spread / 256 ** 2 + 1e-9);
      },
    ),
  );
});

test("rows outside the leaf do not count, and an empty leaf says 0", () => {
  const values = Float64Array.from([9, 1, 2, 3, 9]);
  const weights = new Float32Array(5).fill(1);
  const rows = Int32Array.from([0, 1, 2, 3, 4]);
  expect(leafQuantile(values, weights, rows, 1, 4, 0.5)).toBeCloseTo(2, 3);
  expect(leafQuantile(values, weights, rows, 2, 2, 0.5)).toBe(0);
});
