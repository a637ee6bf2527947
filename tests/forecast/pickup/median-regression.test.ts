import fc from "fast-check";
import { expect, test } from "vitest";
import { dot, medianRegression, type Samples } from "../../../src/forecast/pickup/median-regression.ts";
import { seeded } from "../support.ts";

const BLUNT = 0.01;

/** What the coefficients should make small; below `blunt` a residual counts as a square, as above. */
function loss({ x, y, weight, width }: Samples, pull: readonly number[], b: Float64Array): number {
  let sum = pull.reduce((all, p, j) => all + 0.5 * p * (b[j] ?? 0) ** 2, 0);
  for (let i = 0; i < y.length; i++) {
    const off = Math.abs((y[i] ?? 0) - dot(x, i * width, b));
    sum += (weight[i] ?? 0) * (off < BLUNT ? off ** 2 / (2 * BLUNT) : off - BLUNT / 2);
  }
  return sum;
}

function constant(y: readonly number[]): Samples {
  return {
    x: new Float64Array(y.length).fill(1),
    y: Float64Array.from(y),
    weight: new Float64Array(y.length).fill(1),
    width: 1,
  };
}

test("a constant alone is the median, and one huge day moves it little", () => {
  expect(medianRegression(constant([1, 2, 3, 4, 5]), [1e-6], BLUNT)[0]).toBeCloseTo(3, 1);
  expect(medianRegression(constant([1, 2, 3, 4, 50]), [1e-6], BLUNT)[0]).toBeLessThan(3.6);
});

test("rows without weight count for nothing", () => {
  const samples = constant([1, 2, 3, 900, 901, 902, 903]);
  samples.weight.fill(0, 3);
  expect(medianRegression(samples, [1e-6], BLUNT)[0]).toBeCloseTo(2, 1);
});

test("a strong pull draws the coefficient to 0, a weak one leaves it", () => {
  const samples = constant([4, 4, 4, 4]);
  expect(Math.abs(medianRegression(samples, [1e6], BLUNT)[0] ?? 1)).toBeLessThan(0.01);
  expect(medianRegression(samples, [1e-6], BLUNT)[0]).toBeCloseTo(4, 3);
});

test("no small step from the answer makes the loss much smaller", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const random = seeded(seed);
      const width = 3;
      const n = 60;
      const x = Float64Array.from({ length: n * width }, (_, i) => (i % width === 0 ? 1 : random()));
      const y = Float64Array.from(
        { length: n },
        (_, i) => dot(x, i * width, Float64Array.of(1, -2, 3)) + random() ** 4,
      );
      const weight = Float64Array.from({ length: n }, () => 0.2 + random());
      const samples = { x, y, weight, width };
      const pull = [0.01, 0.1, 0.1];
      const b = medianRegression(samples, pull, BLUNT);
      const found = loss(samples, pull, b);
      for (let j = 0; j < width; j++) {
        for (const step of [-0.1, 0.1]) {
          const other = b.map((value, k) => (k === j ? value + step : value));
          expect(loss(samples, pull, other)).toBeGreaterThan(found - 0.02 * found);
        }
      }
    }),
    { numRuns: 25 },
  );
});
