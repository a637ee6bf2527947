import fc from "fast-check";
import { expect, test } from "vitest";
import { causesOf, type DayEvidence } from "../../../src/forecast/unusual/causes.ts";
import { departure, unusualFrom } from "../../../src/forecast/unusual/departure.ts";
import { silentHours, stuckHours } from "../../../src/forecast/unusual/hours.ts";
import { seeded } from "../support.ts";
import "../../support/seed.ts";

const quiet: DayEvidence = {
  measured: 20,
  expected: 100,
  silentHours: 0,
  stuckHours: 1,
  otherSource: Number.NaN,
  revised: 0,
  events: [],
  warmer: Number.NaN,
  wetter: Number.NaN,
  others: 5,
  alike: 0,
};
const first = (over: Partial<DayEvidence>) => causesOf({ ...quiet, ...over })[0];

test("the ends of the band lie 1.28 deviations from the median, however skewed it is", () => {
  const band = { q10: 200, q50: 400, q90: 500 };
  expect(departure(200, band)).toBeCloseTo(-1.2816, 3);
  expect(departure(500, band)).toBeCloseTo(1.2816, 3);
  expect(departure(400, band)).toBe(0);
  expect(departure(Number.NaN, band)).toBeNaN();
});

test("more people are never less of a departure", () => {
  const band = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)).map((three) => {
    const [q10 = 0, q50 = 0, q90 = 0] = three.toSorted((a, b) => a - b);
    return { q10, q50, q90 };
  });
  fc.assert(
    fc.property(band, fc.nat(1000), fc.nat(1000), (known, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(departure(less, known)).toBeLessThanOrEqual(departure(more, known));
    }),
  );
});

test("a narrow band of a small count is not taken at its word: two people instead of none are nothing", () => {
  expect(departure(2, { q10: 1, q50: 1, q90: 1 })).toBeLessThan(1);
});

test("bands that are too narrow raise the limit, a few wild days do not", () => {
  const random = seeded(3);
  const scores = Array.from({ length: 180 }, () => 2 * (random() + random() + random() - 1.5));
  const plain = unusualFrom(scores);
  expect(unusualFrom(scores.map((score) => 3 * score))).toBeCloseTo(Math.max(2.3263, 3 * plain), 0);
  const wild = scores.map((score, i) => (i % 40 === 0 ? 50 : score));
  expect(unusualFrom(wild)).toBeLessThan(1.35 * plain);
  expect(unusualFrom([0, 0, 0])).toBeCloseTo(2.632, 2);
});

test("the cause that explains most comes first, and none is made up", () => {
  expect(causesOf(quiet)).toEqual([{ kind: "unknown", weight: 0, sign: "", size: 0 }]);
  expect(first({ silentHours: 4 })).toMatchObject({ kind: "feed", sign: "silent", size: 4 });
  expect(first({ stuckHours: 5 })).toMatchObject({ kind: "feed", sign: "stuck" });
  expect(first({ otherSource: 6 })).toMatchObject({ kind: "feed", sign: "other_source" });
  expect(first({ revised: -70 })).toMatchObject({ kind: "feed", sign: "revised", size: -70 });
  expect(first({ wetter: 14 })).toMatchObject({ kind: "weather", sign: "rain", size: 14 });
  expect(first({ alike: 4 })).toMatchObject({ kind: "everywhere", size: 4 });
  const event = { id: "braderie", foreseen: false };
  expect(first({ measured: 300, events: [event], wetter: -6 })).toMatchObject({
    kind: "event",
    sign: "braderie",
  });
});

test("silence tells of a fault only where too few were counted", () => {
  expect(first({ measured: 300, silentHours: 4 })?.kind).toBe("unknown");
  expect(first({ measured: 300, otherSource: 6 })?.kind).toBe("unknown");
  expect(first({ measured: 300, otherSource: -6 })?.sign).toBe("other_source");
});

test("weights are between 0 and 1 and fall", () => {
  const evidence = fc.record({
    measured: fc.nat(500),
    expected: fc.nat(500),
    silentHours: fc.nat(24),
    stuckHours: fc.nat(24),
    otherSource: fc.double({ min: -50, max: 50 }),
    revised: fc.integer({ min: -900, max: 900 }),
    events: fc.array(fc.record({ id: fc.string(), foreseen: fc.boolean() }), { maxLength: 3 }),
    warmer: fc.double({ min: -30, max: 30 }),
    wetter: fc.double({ min: -90, max: 90 }),
    others: fc.constant(5),
    alike: fc.nat(5),
  });
  fc.assert(
    fc.property(evidence, (day) => {
      const weights = causesOf(day).map(({ weight }) => weight);
      expect(weights.length).toBeGreaterThan(0);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
    }),
  );
});

test("hours without anybody count only where some were due; a count that repeats is a stuck one", () => {
  const hours = (people: readonly number[], due: number) => people.map((n) => ({ people: n, due }));
  expect(silentHours(hours([5, 0, 0, 0, 4, 0], 10))).toBe(3);
  expect(silentHours(hours([5, 0, 0, 0, 4, 0], 1))).toBe(0);
  expect(stuckHours(hours([5, 7, 7, 7, 7, 3], 5))).toBe(4);
  expect(stuckHours(hours([0, 0, 0, 5], 5))).toBe(1);
});
