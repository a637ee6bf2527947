import { describe, expect, test } from "vitest";
import { addDays, atLocalTime, weekday } from "../../src/domain/time.ts";
import { type PastDays, usualDays, usualOf, usualUntil } from "../../src/visits/usual.ts";
import { TODAY } from "../views/support/world.ts";
import { contextWith, quarters, site, territory } from "./support/context.ts";

const { calendar } = territory;
const labo = site("labo");
const isSchoolOff = (day: string) => calendar.dayFacts(day).school?.home === true;

describe("the days that a day is compared with", () => {
  test("are open, of the same weekday, newest first, and no public holiday", () => {
    const days = usualDays(labo, TODAY, calendar);
    expect(days).toHaveLength(10);
    expect(days.every((day) => weekday(day) === weekday(TODAY))).toBe(true);
    expect([...days].sort().reverse()).toEqual(days);
    // Armistice Day of 2026 is a Wednesday.
    expect(days).not.toContain("2026-11-11");
  });
  test("are outside school holidays when the day is, and inside when it is and there are enough", () => {
    expect(usualDays(labo, TODAY, calendar).some(isSchoolOff)).toBe(false);
    expect(usualDays(labo, "2026-08-26", calendar).every(isSchoolOff)).toBe(true);
  });
  test("are any open days where too few share the school status", () => {
    const days = usualDays(labo, "2026-02-18", calendar);
    expect(days).toHaveLength(10);
    expect(new Set(days.map(isSchoolOff))).toEqual(new Set([true, false]));
  });
  test("reach back to the last season", () => {
    const summer = territory.sites.map((s) => ({ ...s, opening: { ...s.opening, on: seasonal } }))[0];
    if (!summer) throw new RangeError("no site");
    expect(usualDays(summer, "2026-07-01", calendar)[0]).toBe("2025-08-27");
  });
});

function seasonal(day: string) {
  const month = day.slice(5, 7);
  if (month !== "07" && month !== "08") return { kind: "closed" as const };
  return labo.opening.on("2026-11-25");
}

test("a habit needs four days, and its range leaves one new day in ten out at each end", () => {
  const days = (n: number) => Array.from({ length: n }, (_, i) => ({ now: i, day: 10 * i }));
  expect(usualOf(days(3))).toBeNull();
  expect(usualOf(days(19))).toEqual({ now: { low: 1, middle: 9, high: 17 }, day: 90 });
  expect(usualOf(days(8))?.now).toEqual({ low: 0, middle: 3.5, high: 7 });
});

describe("visits up to a time of day", () => {
  const days = [1, 2, 3, 4].map((week) => addDays(TODAY, -7 * week));
  const past = (minutes: number, value: number): PastDays => ({
    days: new Map([["labo", days]]),
    rows: new Map(
      days.map((day) => {
        const [from, to] = [
          atLocalTime(day, "10:00", "Europe/Paris"),
          atLocalTime(day, "18:00", "Europe/Paris"),
        ];
        return [`labo ${day}`, quarters("labo-door", "entries", from, to, value, minutes)];
      }),
    ),
  });
  const until = (minute: number, rows: PastDays) => usualUntil(labo, minute, rows, contextWith());

  test("count whole quarters, and the running one in proportion", () => {
    expect(until(12 * 60, past(15, 10))).toMatchObject({ now: { middle: 72 }, day: 288 });
    expect(until(12 * 60 + 5, past(15, 10))?.now?.middle).toBe(75);
  });
  test("cut hours in proportion", () => {
    expect(until(12 * 60 + 30, past(60, 40))).toMatchObject({ now: { middle: 90 }, day: 288 });
  });
  test("are not told by a reading of the whole day", () => {
    const whole = past(480, 320);
    expect(until(12 * 60, whole)).toEqual({ now: null, day: 288 });
    expect(until(1440, whole)?.day).toBe(288);
  });
  test("are none before opening", () => {
    expect(until(9 * 60, past(15, 10))?.now?.middle).toBe(0);
  });
});
