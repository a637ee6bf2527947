import fc from "fast-check";
import { expect, test } from "vitest";
import { likeWeekday, mixed } from "../../../src/forecast/base/like-weekday.ts";
import { seats } from "../features/support.ts";

const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY] = [0, 1, 2, 4, 5, 6];
const MAY = ["2023-05-01", "2023-05-18"]; // Monday 119, Thursday 136

/** Weekdays that the night (2 h), day (12 h) and evening (21 h) of a day are like. */
function like(day: number, holidays: readonly string[] = MAY): (number | undefined)[] {
  const [seat] = seats({ days: 150, step: "PT1H", holidays }).seats;
  if (!seat) return [];
  const { weekday } = likeWeekday(seat.site, day);
  return [2, 12, 21].map((slot) => weekday[slot]);
}

test("the evening before a day off is like that of a Friday, or of a Saturday", () => {
  expect(like(135)).toEqual([WEDNESDAY, FRIDAY, FRIDAY]);
  expect(like(118)).toEqual([SUNDAY, SUNDAY, SATURDAY]);
});

test("a holiday is like a Sunday, but for a night after work and an evening before more days off", () => {
  expect(like(119)).toEqual([SUNDAY, SUNDAY, SUNDAY]);
  expect(like(136)).toEqual([SATURDAY, SUNDAY, SUNDAY]);
  expect(like(136, [...MAY, "2023-05-19"])).toEqual([SATURDAY, SUNDAY, SATURDAY]);
});

test("the day after is like a Monday as far as it is one of work", () => {
  expect(like(120)).toEqual([MONDAY, MONDAY, TUESDAY]);
});

test("by day only holidays are like another weekday", () => {
  const [seat] = seats({ days: 150, step: "P1D", holidays: MAY }).seats;
  const of = (day: number) => seat && [...likeWeekday(seat.site, day).weekday];
  expect(of(119)).toEqual([SUNDAY]);
  expect(of(118)).toEqual([SUNDAY]);
  expect(of(120)).toEqual([TUESDAY]);
  expect(of(135)).toEqual([WEDNESDAY]);
});

test("a mix lies between the two, and is the day itself where the other is not known", () => {
  const hours = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 24, maxLength: 24 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const [seat] = seats({ days: 150, step: "PT1H", holidays: MAY }).seats;
  if (!seat) throw new Error("no seat");
  const how = likeWeekday(seat.site, 119);
  fc.assert(
    fc.property(hours, hours, share, (own, other, part) => {
      const shares = Array.from({ length: 6 }, () => part);
      const out = mixed(
        Float64Array.from(own),
        how,
        (slot) => (slot < 3 ? Number.NaN : (other[slot] ?? 0)),
        shares,
      );
      for (const [slot, value] of out.entries()) {
        const [a, b] = [own[slot] ?? 0, slot < 3 ? (own[slot] ?? 0) : (other[slot] ?? 0)];
        expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-6);
        expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-6);
      }
    }),
  );
});
