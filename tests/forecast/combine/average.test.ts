import { expect, test } from "vitest";
import { average } from "../../../src/forecast/combine/average.ts";
import { evenness, learnStretches, stretched } from "../../../src/forecast/combine/stretch.ts";
import type { Forecast } from "../../../src/forecast/model.ts";
import { seeded } from "../support.ts";

function made(rows: readonly (readonly number[])[], closed: readonly number[] = []): Forecast {
  return {
    kind: "forecast",
    id: "a",
    model: "made",
    levels: [0.1, 0.5, 0.9],
    leads: rows.length,
    quantiles: Float64Array.from(rows.flat()),
    mean: Float64Array.from(rows, (row) => row[1] ?? 0),
    closed: Uint8Array.from(rows, (_, i) => closed[i] ?? 0),
  };
}

/** Two forecasts of the same weight at every lead. */
const evenly = (leads: number) => new Float64Array(leads).fill(evenness([0.5, 0.5]));

test("quantiles are averaged level by level", () => {
  const mean = average("m", [made([[0, 10, 20]]), made([[40, 50, 100]])], () => [0.75, 0.25]);
  expect([...mean.quantiles]).toEqual([10, 20, 40]);
  expect([...mean.mean]).toEqual([20]);
});

test("a day is closed where all say so; one that is open for some is theirs", () => {
  const shut = made(
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [1, 1],
  );
  const open = made(
    [
      [0, 0, 0],
      [5, 6, 7],
    ],
    [1, 0],
  );
  const mean = average("m", [shut, open], () => [0.9, 0.1]);
  expect([...mean.closed]).toEqual([1, 0]);
  expect([...mean.quantiles]).toEqual([0, 0, 0, 5, 6, 7]);
});

test("bands too narrow are stretched until they cover, bands too wide are drawn in", () => {
  const random = seeded(3);
  const z = 1.2816;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (const width of [0.5, 2]) {
    const row = [-z, 0, z].map((unit) => 1000 * Math.exp(unit * 0.2 * width) - 1);
    const outcomes = Array.from({ length: 60 }, (_, n) => ({
      forecast: made(Array.from({ length: 14 }, () => row)),
      actual: Float64Array.from({ length: 14 }, () => 1000 * Math.exp(0.2 * normal()) - 1),
      origin: n * 14,
      even: evenly(14),
    }));
    const { quantiles } = stretched(made([row]), learnStretches(outcomes, 1).all, 1, evenly(1));
    expect(quantiles[1]).toBeCloseTo(row[1] ?? 0, 6);
    const found = Math.log(((quantiles[2] ?? 0) + 1) / ((quantiles[1] ?? 0) + 1));
    expect(Math.abs(found / (0.2 * z) - 1)).toBeLessThan(0.15);
  }
});

test("a series whose bands are too narrow is stretched more than the others", () => {
  const random = seeded(4);
  const row = [800, 1000, 1250];
  const of = (id: string, noise: number) =>
    Array.from({ length: 30 }, (_, n) => ({
      forecast: { ...made(Array.from({ length: 7 }, () => row)), id },
      actual: Float64Array.from({ length: 7 }, () => 1000 * Math.exp(noise * (random() - 0.5))),
      origin: n * 7,
      even: evenly(7),
    }));
  const { all, own } = learnStretches([...of("a", 0.4), ...of("b", 0.4), ...of("c", 1.2)], 1);
  const [calm = 1, wild = 1] = [own.get("a")?.[0], own.get("c")?.[0]];
  expect(calm).toBeLessThan(all[0] ?? 0);
  expect(wild).toBeGreaterThan((all[0] ?? 0) * 1.1);
});

test("a few windows that overlap draw far leads less than near ones", () => {
  const outcomes = Array.from({ length: 12 }, (_, n) => ({
    forecast: made(Array.from({ length: 90 }, () => [500, 1000, 2000])),
    actual: Float64Array.from({ length: 90 }, (_v, i) => ((n + i) % 2 === 0 ? 900 : 1100)),
    origin: n * 12,
    even: evenly(90),
  }));
  const [near = 1, , middle = 1, far = 1] = learnStretches(outcomes, 1).all;
  expect(near).toBeLessThan(1);
  expect(middle).toBeLessThan(1);
  expect(far).toBeLessThan(1);
  expect(far).toBeGreaterThan(middle);
});

test("bands are the less an average the more one weight stands out", () => {
  const found = [[0.5, 0.5], [0.2, 0.3, 0.5], [0.7, 0.3], [0.95, 0.05], [1], [0, 1]].map(evenness);
  expect(found.slice(0, 2)).toEqual([1, 1]);
  expect(found.slice(-2)).toEqual([0, 0]);
  expect(found).toEqual(found.toSorted((a, b) => b - a));
});

test("where one forecast speaks alone its bands stay, and nothing is learned from them", () => {
  const row = [500, 1000, 2000];
  const outcome = (even: number) =>
    Array.from({ length: 30 }, (_, n) => ({
      forecast: made(Array.from({ length: 7 }, () => row)),
      actual: new Float64Array(7).fill(1000 + n),
      origin: n * 7,
      even: new Float64Array(7).fill(even),
    }));
  expect(learnStretches(outcome(0), 1).all).toEqual([1, 1, 1, 1]);
  const { all } = learnStretches(outcome(1), 1);
  expect(all[0]).toBeLessThan(0.8);
  const { quantiles } = stretched(made([row, row]), all, 1, Float64Array.of(0, 1));
  expect([...quantiles.subarray(0, 3)].map((people) => Math.round(people * 1e6) / 1e6)).toEqual(row);
  expect(quantiles[3]).toBeGreaterThan(500);
});
