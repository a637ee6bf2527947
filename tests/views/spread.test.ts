import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLocalTime } from "../../src/domain/time.ts";
import { shareLeft } from "../../src/views/share-left.ts";
import { expectedAtClosing, type Spread, sumSpreads } from "../../src/views/spread.ts";
import { cutBefore } from "../../src/visits/open-time.ts";

const part = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .map(([low, a, b]): Spread => ({ low, middle: low + a, high: low + a + b }));

test("a sum's middle is the sum of the middles, its range narrower than the ranges laid end to end", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const sum = sumSpreads(parts);
      const total = (of: (p: Spread) => number) => parts.reduce((all, p) => all + of(p), 0);
      expect(sum.middle).toBe(total((p) => p.middle));
      expect(sum.low).toBeGreaterThanOrEqual(total((p) => p.low) - 1e-6);
      expect(sum.high).toBeLessThanOrEqual(total((p) => p.high) + 1e-6);
      expect(sum.low <= sum.middle && sum.middle <= sum.high).toBe(true);
    }),
  );
});

test("one part is its own sum", () => {
  expect(sumSpreads([{ low: 10, middle: 20, high: 40 }])).toEqual({ low: 10, middle: 20, high: 40 });
});

test("what is expected at closing lies between what has come and beyond, and is exact when nothing is left", () => {
  const day = { low: 80, middle: 100, high: 130 };
  expect(expectedAtClosing(null, day, 1)).toEqual(day);
  expect(expectedAtClosing(90, day, 0)).toEqual({ low: 90, middle: 90, high: 90 });
  expect(expectedAtClosing(0, day, 1)).toEqual(day);
  fc.assert(
    fc.property(fc.nat(500), part, fc.double({ min: 0, max: 1, noNaN: true }), (visits, forecast, share) => {
      const { low, middle, high } = expectedAtClosing(visits, forecast, share);
      expect(low >= visits && low <= middle && middle <= high).toBe(true);
    }),
  );
});

describe("the share of a day that is left", () => {
  const at = (clock: string) => atLocalTime("2026-11-25", clock, "Europe/Paris");
  const spans = [
    { from: at("10:00"), to: at("12:00") },
    { from: at("14:00"), to: at("18:00") },
  ];
  const from = (clock: string) =>
    cutBefore(spans, at("18:00")).flatMap(({ from, to }) => {
      return to > at(clock) ? [{ from: Math.max(from, at(clock)), to }] : [];
    });
  test("follows the clock where there are no hours", () => {
    expect(shareLeft(spans, from("09:00"), [], 100)).toBe(1);
    expect(shareLeft(spans, from("13:00"), [], 100)).toBeCloseTo(4 / 6);
    expect(shareLeft(spans, from("18:00"), [], 100)).toBe(0);
  });
  test("follows what hours expect where there are", () => {
    const hours = [16, 17].map((hour) => ({ start: at(`${hour}:00`), mean: 20 }));
    expect(shareLeft(spans, from("16:30"), hours, 100)).toBeCloseTo(0.3);
    expect(shareLeft(spans, from("15:00"), hours, 100)).toBeCloseTo(0.4 + 1 / 6);
  });
  test("holds the holes of the morning too", () => {
    const hole = { from: at("11:00"), to: at("12:00") };
    expect(shareLeft(spans, [hole, ...from("17:00")], [], 100)).toBeCloseTo(2 / 6);
  });
  test("is never more than all, nor less than nothing", () => {
    const hours = [14, 15, 16, 17].map((hour) => ({ start: at(`${hour}:00`), mean: 90 }));
    expect(shareLeft(spans, from("14:00"), hours, 100)).toBe(1);
    expect(shareLeft([], [], hours, 100)).toBe(0);
    expect(shareLeft(spans, from("17:00"), [{ start: at("17:00"), mean: 5 }], 0)).toBeCloseTo(1 / 6);
  });
});
