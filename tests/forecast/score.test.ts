import { expect, test } from "vitest";
import { bias, coverage, mae, pinball, seasonalScale, skill, wape } from "../../src/forecast/score.ts";

// Five points and their measures, computed outside this code to six decimals.
const y = Float64Array.of(120, 80, 0, 45, 200);
const q10 = Float64Array.of(90, 60, 0, 20, 120);
const q50 = Float64Array.of(110, 85, 5, 50, 160);
const q90 = Float64Array.of(140, 120, 20, 90, 210);
const naive = Float64Array.of(100, 90, 10, 60, 150);

test("the measures give the figures of the worked example", () => {
  expect(wape(y, q50)).toBeCloseTo(0.146067, 6);
  expect(wape(y, naive)).toBeCloseTo(0.235955, 6);
  expect(skill(wape(y, q50), wape(y, naive))).toBeCloseTo(0.380952, 6);
  expect(bias(y, q50)).toBeCloseTo(-0.078652, 6);
  expect(coverage(y, q10, q90)).toBe(1);
  const mean = (pinball(y, q10, 0.1) + pinball(y, q50, 0.5) + pinball(y, q90, 0.9)) / 3;
  expect(mean).toBeCloseTo(4.1, 6);
});

test("pairs with a missing side do not count", () => {
  expect(mae(Float64Array.of(1, Number.NaN, 3), Float64Array.of(2, 2, Number.NaN))).toBe(1);
  expect(mae(Float64Array.of(Number.NaN), Float64Array.of(1))).toBeNaN();
});

test("the scale of MASE is the mean absolute change over a season", () => {
  expect(seasonalScale(Float64Array.of(1, 5, 2, 9), 2)).toBe(2.5);
});
