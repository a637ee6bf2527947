import fc from "fast-check";
import { expect, test } from "vitest";
import { atLocalTime, HOUR, MINUTE, type Span } from "../../src/domain/time.ts";
import { eachOpenHour, union } from "../../src/visits/open-hours.ts";

const ZONE = "Europe/Paris";
const at = (day: string, time: string) => atLocalTime(day, time, ZONE);

function hoursOf(spans: readonly Span[]): [number, number][] {
  const out: [number, number][] = [];
  eachOpenHour(spans, ZONE, (_, hour, minutes) => out.push([hour, minutes]));
  return out;
}

test("hours are those of the clock, with the minutes of them that are open", () => {
  const spans = [
    { from: at("2026-11-25", "10:00"), to: at("2026-11-25", "12:30") },
    { from: at("2026-11-25", "12:45"), to: at("2026-11-25", "14:00") },
  ];
  expect(hoursOf(spans)).toEqual([
    [10, 60],
    [11, 60],
    [12, 45],
    [13, 60],
  ]);
});

test("the hour that autumn repeats is two hours, the one that spring skips is none", () => {
  expect(
    hoursOf([{ from: at("2026-10-25", "01:00"), to: at("2026-10-25", "04:00") }]).map(([h]) => h),
  ).toEqual([1, 2, 2, 3]);
  expect(
    hoursOf([{ from: at("2026-03-29", "01:00"), to: at("2026-03-29", "04:00") }]).map(([h]) => h),
  ).toEqual([1, 3]);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([quarter, length]) => {
    const from = at("2026-11-25", "00:00") + quarter * 15 * MINUTE;
    return { from, to: from + length * 15 * MINUTE };
  });

test("no minute is lost or counted twice", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const whole = union(spans);
      const inAny = (t: number) => spans.some(({ from, to }) => from <= t && t < to);
      const first = at("2026-11-25", "00:00");
      const quarters = Array.from({ length: 160 }, (_, i) => first + i * 15 * MINUTE).filter(inAny).length;
      const minutes = hoursOf(whole).reduce((sum, [, n]) => sum + n, 0);
      expect(minutes).toBe(quarters * 15);
      expect(whole.every(({ from }, i) => i === 0 || from > (whole[i - 1]?.to ?? 0))).toBe(true);
      expect(hoursOf(whole).every(([, n]) => n * MINUTE <= HOUR)).toBe(true);
    }),
  );
});
