import fc from "fast-check";
import { expect, test } from "vitest";
import type { WhatIfDay } from "../../../src/contract/what-if.ts";
import { totalOf } from "../../../src/views/suppose/total.ts";

const NOTHING = { q10: 0, q25: 0, q50: 0, q75: 0, q90: 0 };
const levels = (q10: number, q50: number, q90: number) => ({ q10, q25: q10, q50, q75: q90, q90 });
const day = (
  before: typeof NOTHING,
  after: typeof NOTHING,
  [low, middle, high]: readonly [number, number, number],
): WhatIfDay => ({
  kind: "answered",
  day: "2026-12-01",
  before,
  after,
  difference: { low, middle, high },
  basis: "past_days",
  clear: true,
  because: [],
});

test("without an answer there is no sum", () => {
  expect(totalOf([{ kind: "refused", day: "2026-12-01", reasons: ["that day is over"] }])).toBeNull();
});

test("one day is that day", () => {
  const { difference, before, after, days } = totalOf([
    day(levels(10, 20, 30), levels(15, 26, 40), [2, 6, 9]),
  ]) ?? { days: 0 };
  expect({ days, before, after, difference }).toEqual({
    days: 1,
    before: { low: 10, high: 30 },
    after: { low: 15, high: 40 },
    difference: { low: 2, middle: 6, high: 9 },
  });
});

test("an effect that is badly known on one day is so on all: its ends add up", () => {
  const each = day(levels(10, 20, 30), levels(15, 26, 40), [2, 6, 9]);
  const total = totalOf([each, each, each]);
  expect(total?.difference).toEqual({ low: 6, middle: 18, high: 27 });
  // Half of the luck is shared: √(0.5 × 30² + 0.5 × 3 × 10²) = 24.5 on both sides of 60.
  expect(total?.before).toEqual({ low: 35.5, high: 84.5 });
});

test("on days that open the difference is all who come, on days that close all who stay away", () => {
  const opens = day(NOTHING, levels(10, 20, 30), [10, 20, 30]);
  const total = totalOf([opens, opens]);
  expect(total?.difference).toMatchObject(total?.after ?? {});
  const closes = day(levels(10, 20, 30), NOTHING, [-30, -20, -10]);
  const shut = totalOf([closes, closes]);
  expect(shut?.difference).toEqual({
    low: -(shut?.before.high ?? 0),
    middle: -40,
    high: -(shut?.before.low ?? 0),
  });
});

test("the middle of the difference stays inside its range", () => {
  const spread = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(spread, spread, fc.integer({ min: -40, max: 40 })), { minLength: 1 }),
      (rows) => {
        const total = totalOf(
          rows.map(([[a, b, c], [d, e, f], middle]) =>
            day(levels(a, a + b, a + b + c), levels(d, d + e, d + e + f), [middle - e, middle, middle + f]),
          ),
        );
        const { low, middle, high } = total?.difference ?? { low: 1, middle: 0, high: 0 };
        expect(low).toBeLessThanOrEqual(middle + 0.1);
        expect(middle).toBeLessThanOrEqual(high + 0.1);
      },
    ),
  );
});
