import fc from "fast-check";
import { expect, test } from "vitest";
import { inSeason } from "../../src/visits/season.ts";
import { usualOf } from "../../src/visits/usual.ts";

const days = (...visits: number[]) => visits.map((day) => ({ now: day / 2, day }));
const habit = (...visits: number[]) => usualOf(inSeason(days(...visits)));

test("in a falling season the habit is near the newest days, not in the middle of the list", () => {
  const autumn = [40, 44, 50, 53, 60, 66, 72, 80];
  expect(usualOf(days(...autumn))?.day).toBe(56.5);
  const now = habit(...autumn);
  expect(now?.day).toBeLessThan(46);
  expect(now?.day).toBeGreaterThan(34);
  expect(now?.now?.high).toBeLessThan(25);
});

test("in a rising season too", () => {
  expect(habit(80, 72, 66, 60, 53, 50, 44, 40)?.day).toBeGreaterThan(70);
});

test("days that only vary stay as they are, so do too few, and days without visits", () => {
  for (const list of [
    [100, 95, 105, 110, 98, 103, 101, 104],
    [10, 20, 40, 80],
    [0, 0, 0, 0, 0, 3],
  ])
    expect(inSeason(days(...list))).toEqual(days(...list));
});

test("one odd day makes no trend", () => {
  const odd = days(100, 101, 99, 100, 102, 100, 98, 900);
  expect(inSeason(odd)).toEqual(odd);
});

test("no day grows or shrinks by more than the fastest season, and unknown parts stay unknown", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 8 }), (visits) => {
      const list = visits.map((day) => ({ now: null, day }));
      inSeason(list).forEach(({ now, day }, i) => {
        expect(now).toBeNull();
        const limit = Math.exp(0.12 * (i + 1)) * (1 + 1e-12);
        expect(day).toBeLessThanOrEqual((list[i]?.day ?? 0) * limit);
        expect(day).toBeGreaterThanOrEqual((list[i]?.day ?? 0) / limit);
      });
    }),
  );
});
