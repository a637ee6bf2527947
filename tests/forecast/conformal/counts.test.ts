import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonQuantile, widenSmall } from "../../../src/forecast/conformal/counts.ts";

test("Poisson quantiles are those of the table", () => {
  // Cumulative shares of a mean of 2: 0.135, 0.406, 0.677, 0.857, 0.947, 0.983 …
  expect([0.1, 0.4, 0.5, 0.8, 0.9, 0.975].map((level) => poissonQuantile(2, level))).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
  expect(poissonQuantile(0, 0.9)).toBe(0);
});

test("small counts are never narrower than Poisson, large ones stay, the median always does, order is kept", () => {
  const levels = [0.1, 0.25, 0.5, 0.75, 0.9];
  const row = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(row, fc.double({ min: 0, max: 20, noNaN: true }), (values, mean) => {
      const before = Float64Array.from(values).sort();
      const after = before.slice();
      widenSmall(after, levels, mean);
      expect(after[2]).toBe(before[2]);
      if (mean >= 10) expect(after).toEqual(before);
      else {
        expect(after[0]).toBeLessThanOrEqual(poissonQuantile(mean, 0.1));
        expect(after[4]).toBeGreaterThanOrEqual(poissonQuantile(mean, 0.9));
        expect([...after.subarray(0, 2)]).toEqual([...after.subarray(0, 2)].sort((a, b) => a - b));
        expect([...after.subarray(3)]).toEqual([...after.subarray(3)].sort((a, b) => a - b));
      }
    }),
  );
});
