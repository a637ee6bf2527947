import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../src/domain/time.ts";
import { type BothDay, ratiosOf } from "../../../src/views/quality/concordance.ts";

const day = (i: number, entries: number, tickets = 100): BothDay => ({
  day: addDays("2026-09-01", i),
  entries,
  tickets,
});
const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })), {
  minLength: 1,
  maxLength: 60,
});

test("median and band come from the days before, worked out by hand", () => {
  // Ratios 0.95 to 1.05: median 1, median deviation 0.03, so 3 × 1.4826 × 0.03 on either side.
  const before = [95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105].map((entries, i) => day(i, entries));
  const told = ratiosOf([...before, day(11, 112), day(12, 120)]);
  expect(told.slice(0, 10).every(({ median }) => median === null)).toBe(true);
  expect(told[11]).toMatchObject({ ratio: 1.12, median: 1, low: 0.85, high: 1.15, outside: false });
  expect(told[12]).toMatchObject({ ratio: 1.2, outside: true });
});

test("a day never moves the bands of the days before it", () => {
  fc.assert(
    fc.property(days, fc.nat({ max: 59 }), (list, cut) => {
      const all = list.map(([entries, tickets], i) => day(i, entries, tickets));
      const some = all.slice(0, cut);
      expect(ratiosOf(all).slice(0, ratiosOf(some).length)).toEqual(ratiosOf(some));
    }),
  );
});

test("a broken door does not teach its own normality", () => {
  const good = Array.from({ length: 20 }, (_, i) => day(i, 100 + (i % 3)));
  const broken = Array.from({ length: 12 }, (_, i) => day(20 + i, 30));
  expect(ratiosOf([...good, ...broken]).filter(({ outside }) => outside)).toHaveLength(12);
});

test("days with hardly a ticket have no ratio", () => {
  expect(ratiosOf([day(0, 5, 9), day(1, 12, 10)]).map(({ tickets }) => tickets)).toEqual([10]);
});
