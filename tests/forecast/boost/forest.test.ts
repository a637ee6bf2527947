import { expect, test } from "vitest";
import { type ForestOptions, predict, trainForest } from "../../../src/forecast/boost/forest.ts";
import { seeded } from "../../../src/forecast/boost/random.ts";

const options: ForestOptions = {
  rate: 0.2,
  leaves: 8,
  leastRows: 20,
  rowShare: 0.7,
  columnShare: 1,
  rounds: 80,
  patience: 10,
  seed: 5,
};

/** Two columns, the second of which tells nothing; NaN in the first for every fifth row. */
function lessons(effect: (x: number, noise: number) => number, count = 3000) {
  const random = seeded(1);
  const values = new Float32Array(count * 2);
  const target = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const x = row % 5 === 0 ? Number.NaN : random() * 2 - 1;
    values.set([x, random()], row * 2);
    target[row] = effect(x, random());
  }
  return { count, width: 2, values, target, weight: new Float32Array(count).fill(1) };
}
const half = (count: number) => ({
  learn: Int32Array.from({ length: count / 2 }, (_, i) => i),
  held: Int32Array.from({ length: count / 2 }, (_, i) => i + count / 2),
});
const ask = (...xs: number[]) => ({
  count: xs.length,
  width: 2,
  values: Float32Array.from(xs.flatMap((x) => [x, 0.5])),
});

test("a known effect is found, and a missing number goes its own way", () => {
  const effect = (x: number) => (Number.isNaN(x) ? 3 : x > 0.2 ? 1 : -1);
  const told = lessons((x, noise) => effect(x) + 0.2 * (noise - 0.5));
  const [, middle] = predict(trainForest(told, half(told.count), options).forest, ask(-0.5, 0.6, Number.NaN));
  expect(middle?.[0]).toBeCloseTo(-1, 1);
  expect(middle?.[1]).toBeCloseTo(1, 1);
  expect(middle?.[2]).toBeCloseTo(3, 1);
});

test("quantiles follow noise that differs from place to place", () => {
  const told = lessons((x, noise) => (x > 0 ? 2 : 0.5) * (noise - 0.5));
  const [low, , high] = predict(trainForest(told, half(told.count), options).forest, ask(-0.5, 0.5));
  expect(high?.[0]).toBeCloseTo(0.2, 1);
  expect(low?.[0]).toBeCloseTo(-0.2, 1);
  expect(high?.[1]).toBeCloseTo(0.8, 0);
  expect((high?.[1] ?? 0) - (low?.[1] ?? 0)).toBeGreaterThan(1.2);
});

test("the same seed trains the same trees, and noise alone trains few", () => {
  const told = lessons((_, noise) => noise);
  const first = trainForest(told, half(told.count), options).forest;
  expect(trainForest(told, half(told.count), options).forest).toEqual(first);
  expect(first.quantiles.every(({ trees }) => trees.length < 30)).toBe(true);
});

test("a row that weighs more pulls more", () => {
  const told = lessons((_, noise) => (noise < 0.3 ? 10 : 0), 1000);
  const weight = Float32Array.from(told.target, (t) => (t === 10 ? 20 : 1));
  const [, light] = predict(trainForest(told, half(1000), options).forest, ask(0));
  const [, heavy] = predict(trainForest({ ...told, weight }, half(1000), options).forest, ask(0));
  expect(light?.[0]).toBeLessThan(1);
  expect(heavy?.[0]).toBeGreaterThan(9);
});
