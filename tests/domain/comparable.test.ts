import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCalendar } from "../../src/domain/calendar.ts";
import { comparablePairs } from "../../src/domain/comparable.ts";
import { publicHolidays } from "../../src/domain/holidays.ts";
import { NO_NEIGHBOURS } from "../../src/domain/neighbours.ts";
import { addDays, daysIn, weekday } from "../../src/domain/time.ts";
import { bataille, event, withoutSchools, zoneB } from "./support.ts";

const calendar = zoneB([bataille]);
const open = () => 210;
const year = (n: number) => ({ from: `${n}-01-01`, to: `${n + 1}-01-01` });
const pairOf = (date: string, days = calendar, minutes: (date: string) => number = open, site = "tank") =>
  comparablePairs({ from: date, to: addDays(date, 1) }, days, minutes, site)[0];

test("20 November pairs with 20 November, although 364 days earlier is the 21st", () => {
  expect(pairOf("2026-11-20")).toEqual({ date: "2026-11-20", pair: "2025-11-20", reason: "event" });
  // A site without the anniversary compares Friday with Friday.
  expect(pairOf("2026-11-20", calendar, open, "labo")).toMatchObject({
    pair: "2025-11-21",
    reason: "weekday",
  });
});

test("public holidays pair with themselves, whatever their weekday or date", () => {
  expect(pairOf("2026-11-11")).toMatchObject({ pair: "2025-11-11", reason: "holiday" });
  expect(pairOf("2026-05-14")).toMatchObject({ pair: "2025-05-29", reason: "holiday" });
  expect(pairOf("2026-12-24")).toMatchObject({ pair: "2025-12-24", reason: "holiday" });
});

test("the days of Easter pair with the days of Easter, from Good Friday to the Saturday after", () => {
  const days = daysIn({ from: "2026-04-03", to: "2026-04-12" });
  const pairs = comparablePairs({ from: "2026-04-03", to: "2026-04-12" }, calendar, open);
  // Easter 2025 was 20 April; the Saturday after, zone B was on holiday in 2026 and is its break's first day.
  expect(pairs.slice(0, 8).map(({ pair }) => pair)).toEqual(daysIn({ from: "2025-04-18", to: "2025-04-26" }));
  expect(pairs[8]).toEqual({ date: days[8], pair: "2025-04-05", reason: "school" });
});

test("Ascension moves days only where it is a public holiday", () => {
  const melbourne = makeCalendar({
    holidays: publicHolidays("AU", "VIC"),
    schoolZone: null,
    breaks: [],
    neighbours: NO_NEIGHBOURS,
    events: [],
  });
  expect(pairOf("2013-05-09", melbourne)).toMatchObject({ pair: "2012-05-10", reason: "weekday" });
  expect(pairOf("2013-03-31", melbourne)).toMatchObject({ pair: "2012-04-08", reason: "holiday" });
});

test("school holidays pair by break, week of the break and weekday", () => {
  // Zone B's winter break began on 14 February 2026 and on 8 February 2025.
  expect(pairOf("2026-02-18")).toMatchObject({ pair: "2025-02-12", reason: "school" });
  expect(pairOf("2026-02-28")).toMatchObject({ pair: "2025-02-22", reason: "school" });
  expect(pairOf("2026-07-22")).toMatchObject({ pair: "2025-07-23", reason: "school" });
  expect(pairOf("2026-01-03")).toMatchObject({ pair: "2025-01-04", reason: "school" });
});

test("an ordinary day pairs with the same weekday 364 days before", () => {
  expect(pairOf("2026-10-14")).toEqual({ date: "2026-10-14", pair: "2025-10-15", reason: "weekday" });
});

test("an ordinary day whose partner fell into a break takes the nearest like day that is left", () => {
  // 10 February 2026 was school; 11 February 2025 was not. The break of 2025 left 25 February 2025 free.
  expect(pairOf("2026-02-10")).toEqual({ date: "2026-02-10", pair: "2025-02-25", reason: "weekday" });
});

test("a day is never compared with a day of another opening status, and says so", () => {
  const closedIn2025 = (date: string) => (date.startsWith("2025") ? 0 : 210);
  const reasons = new Set(comparablePairs(year(2026), calendar, closedIn2025).map(({ reason }) => reason));
  expect(pairOf("2026-11-11", calendar, closedIn2025)).toEqual({
    date: "2026-11-11",
    pair: null,
    reason: "opening",
  });
  expect(pairOf("2026-10-14", calendar, closedIn2025)).toMatchObject({ pair: null, reason: "opening" });
  expect(reasons.has("weekday")).toBe(false);
});

test("an event that did not take place the year before has no comparable day", () => {
  const once = withoutSchools([event("tour", { on: ["2026-06-10"] })]);
  expect(pairOf("2026-06-10", once)).toMatchObject({ pair: null, reason: "new-event" });
  expect(pairOf("2026-06-11", once)).toMatchObject({ pair: "2025-06-12" });
});

test("a market of weeks pairs the nth Saturday with the nth Saturday, and leaves holidays to themselves", () => {
  const market = withoutSchools([event("marche", { between: [["11-28", "12-26"]] })]);
  expect(pairOf("2026-12-12", market)).toMatchObject({ pair: "2025-12-13", reason: "event" });
  expect(pairOf("2026-12-25", market)).toMatchObject({ pair: "2025-12-25", reason: "holiday" });
});

test("29 February pairs by weekday, and 29 February is paired with in turn", () => {
  const plain = withoutSchools();
  expect(pairOf("2024-02-29", plain)).toMatchObject({ pair: "2023-03-02", reason: "weekday" });
  expect(pairOf("2025-02-27", plain)).toMatchObject({ pair: "2024-02-29", reason: "weekday" });
});

test("a year of 53 weeks leaves its surplus weekday alone instead of using a day twice", () => {
  for (const n of [2020, 2021, 2026, 2027, 2024, 2025]) {
    const pairs = comparablePairs(year(n), withoutSchools(), open);
    const used = pairs.flatMap(({ pair }) => pair ?? []);
    expect(new Set(used).size).toBe(used.length);
    expect(used.every((date) => date.startsWith(String(n - 1)))).toBe(true);
    expect(pairs.length - used.length).toBeLessThan(12);
  }
});

test("days before the calendar of school holidays are compared only with each other", () => {
  // Summer 2023 is known from 8 July on: July 2022 may have been anything.
  expect(pairOf("2023-10-11")).toMatchObject({ pair: null, reason: "no-like-day" });
  expect(pairOf("2023-05-10")).toMatchObject({ pair: "2022-05-11" });
});

test("pairs depend on the day alone: any part of a year gives the same pairs as the whole", () => {
  const whole = new Map(comparablePairs(year(2026), calendar, open, "tank").map((pair) => [pair.date, pair]));
  const anyOffset = fc.integer({ min: 0, max: 364 });
  fc.assert(
    fc.property(anyOffset, fc.nat({ max: 40 }), (offset, length) => {
      const from = addDays("2026-01-01", offset);
      const span = { from, to: addDays(from, Math.min(length, 365 - offset)) };
      const part = comparablePairs(span, calendar, open, "tank");
      expect(part).toEqual(daysIn(span).map((date) => whole.get(date)));
    }),
    { numRuns: 10 },
  );
});

test("whatever the opening days: no day is used twice, and paired days share status and, by weekday, weekday", () => {
  const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }));
  fc.assert(
    fc.property(fc.constantFrom(2024, 2025, 2026, 2027), week, week, (n, before, now) => {
      const minutes = (date: string) => ((date < `${n}` ? before : now).includes(weekday(date)) ? 210 : 0);
      const pairs = comparablePairs(year(n), calendar, minutes);
      const used = pairs.flatMap(({ pair }) => pair ?? []);
      expect(new Set(used).size).toBe(used.length);
      for (const { date, pair, reason } of pairs) {
        if (pair === null) continue;
        expect(minutes(date) > 0).toBe(minutes(pair) > 0);
        if (reason === "weekday" || reason === "school") expect(weekday(pair)).toBe(weekday(date));
      }
    }),
    { numRuns: 10 },
  );
});
