import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bands, calibrated, learnBands, type Miss } from "../../../src/forecast/conformal/bands.ts";
import { seeded } from "../support.ts";

/** Errors spread evenly over ±width, whatever the raw half bands say. */
function misses(count: number, width: (lead: number) => number, half = 0.3): Miss[] {
  const random = seeded(11);
  return Array.from({ length: count }, (_, i) => {
    const lead = 1 + (i % 14);
    const middle = random() - 0.5;
    return {
      low: middle - half,
      middle,
      high: middle + half,
      lead,
      hope: 50,
      special: false,
      site: "a",
      target: middle + width(lead) * (2 * random() - 1),
    };
  });
}
const step = (lead: number) => ({
  low: -0.3,
  middle: 0,
  high: 0.3,
  lead,
  hope: 50,
  special: false,
  site: "a",
});

test("raw bands that are too narrow are widened until past errors fit, apart for each lead", () => {
  const bands = learnBands(
    misses(20_000, (lead) => (lead <= 2 ? 0.5 : 1)),
    1,
    1000,
  );
  expect(calibrated(bands, step(1))(0.9)).toBeCloseTo(0.4, 1);
  expect(calibrated(bands, step(10))(0.9)).toBeCloseTo(0.8, 1);
  expect(calibrated(bands, step(10))(0.1)).toBeCloseTo(-0.8, 1);
});

test("bands hold on errors they have not seen", () => {
  const all = misses(8000, (lead) => 0.2 + lead / 20);
  const bands = learnBands(all.slice(0, 4000), 1, 1000);
  const inside = all.slice(4000).filter((miss) => {
    const at = calibrated(bands, miss);
    return miss.target >= at(0.1) && miss.target <= at(0.9);
  });
  expect(inside.length / 4000).toBeGreaterThan(0.77);
  expect(inside.length / 4000).toBeLessThan(0.83);
});

test("the quantile function never falls, even where raw quantiles cross", () => {
  const bands = learnBands(
    misses(500, () => 1),
    1,
    1000,
  );
  const level = fc.double({ min: 0, max: 1, noNaN: true });
  const number = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(level, level, number, number, number, fc.nat(90), (a, b, low, middle, high, lead) => {
      const at = calibrated(bands, {
        low,
        middle,
        high,
        lead: lead + 1,
        hope: 20,
        special: lead % 2 === 0,
        site: "b",
      });
      expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
    }),
  );
});

test("special days are as much wider as their past errors were, once there are many", () => {
  const plain = misses(20_000, () => 0.5);
  const wild = misses(20_000, () => 1).map((miss) => ({ ...miss, special: true }));
  const width = (bands: Bands, special: boolean) => calibrated(bands, { ...step(5), special })(0.9);
  const many = learnBands([...plain, ...wild], 1, 1000);
  expect(width(many, true) / width(many, false)).toBeGreaterThan(1.8);
  const few = learnBands([...plain, ...wild.slice(0, 20)], 1, 1000);
  expect(width(few, true) / width(few, false)).toBeLessThan(1.15);
});

test("a site that has erred more than others gets wider bands, one that nobody knows the usual ones", () => {
  const calm = misses(20_000, () => 0.5);
  const wild = misses(20_000, () => 1).map((miss) => ({ ...miss, site: "wild" }));
  const bands = learnBands([...calm, ...wild], 1, 1000);
  const width = (site: string) => calibrated(bands, { ...step(5), site })(0.9);
  expect(width("wild") / width("a")).toBeGreaterThan(1.7);
  expect(width("new")).toBeGreaterThan(width("a"));
  expect(width("new")).toBeLessThan(width("wild"));
});

test("few windows that do not overlap make bands wider", () => {
  const width = (days: number) => {
    const at = calibrated(
      learnBands(
        misses(2000, () => 0.5),
        1,
        days,
      ),
      step(10),
    );
    return at(0.9) - at(0.1);
  };
  expect(width(42) / width(4200)).toBeCloseTo(1 + 0.5 / 3, 2);
});
