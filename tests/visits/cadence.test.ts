import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../src/domain/time.ts";
import { learnedAllowance, learnedAllowances } from "../../src/visits/cadence.ts";

const DAY = 24 * HOUR;
const every = (gap: number, count: number) => Array.from({ length: count }, (_, i) => i * gap);

test("a file a day teaches a day and a half, whatever the feed is asked", () => {
  expect(learnedAllowance(every(DAY, 20))).toBe(36 * HOUR);
});

test("a feed that rests at weekends rests until Monday", () => {
  const weekdays = every(DAY, 42).filter((_, i) => i % 7 < 5);
  expect(learnedAllowance(weekdays)).toBe(1.5 * 3 * DAY);
});

test("one outage teaches no patience", () => {
  const hours = every(HOUR, 400);
  const broken = hours.filter((at) => at < 100 * HOUR || at > 180 * HOUR);
  expect(learnedAllowance(broken)).toBe(1.5 * HOUR);
});

test.each([
  ["too few arrivals", every(DAY, 10)],
  ["too little time", every(10 * MINUTE, 100)],
  ["none", []],
])("%s teach nothing", (_, arrivals) => {
  expect(learnedAllowance(arrivals)).toBeNull();
  expect(learnedAllowances([{ feed: "f", arrivals }]).size).toBe(0);
});

describe("of any arrivals", () => {
  const gaps = fc.array(fc.integer({ min: MINUTE, max: 3 * DAY }), { minLength: 10, maxLength: 200 });
  const arrivals = (list: readonly number[]) =>
    [0, ...list].map((_, i) => list.slice(0, i).reduce((a, b) => a + b, 0));

  test("nine gaps in ten are shorter than what is learned, and the longest bounds it", () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const learned = learnedAllowance(arrivals(list));
        if (learned === null) return;
        expect(list.filter((gap) => gap < learned).length).toBeGreaterThanOrEqual(
          Math.floor(0.9 * list.length),
        );
        expect(learned).toBeLessThanOrEqual(1.5 * Math.max(...list));
      }),
    );
  });

  test("twice as slow is twice as patient, up to a fortnight", () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const once = learnedAllowance(arrivals(list));
        const twice = learnedAllowance(arrivals(list.map((gap) => 2 * gap)));
        if (once === null || twice === null) return;
        expect(twice).toBeCloseTo(Math.min(14 * DAY, 2 * once), 0);
      }),
    );
  });
});
