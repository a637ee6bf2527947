import fc from "fast-check";
import { expect, test } from "vitest";
import { compileConditions, type DayConditions } from "../../src/domain/day-match.ts";
import { addDays, dayNumber, daysIn, fromDayNumber, weekday } from "../../src/domain/time.ts";

const plain = (date: string) => ({ date, weekday: weekday(date), holiday: null, school: null, events: [] });
const matching = (conditions: DayConditions, from: string, to: string) =>
  daysIn({ from, to }).filter((date) => compileConditions(conditions)(plain(date)));

test("a season over New Year holds both of its ends and nothing of the summer", () => {
  const days = matching({ between: [["12-24", "02-10"]] }, "2026-01-01", "2027-01-01");
  expect(days).toHaveLength(31 + 10 + 8);
  expect(days).toContain("2026-02-10");
  expect(days).not.toContain("2026-02-11");
  expect(days).toContain("2026-12-24");
  expect(days).not.toContain("2026-12-23");
});

test("29 February matches in leap years only, and a season up to it ends on the 28th otherwise", () => {
  expect(matching({ on: ["02-29"] }, "2023-01-01", "2029-01-01")).toEqual(["2024-02-29", "2028-02-29"]);
  expect(matching({ between: [["02-27", "02-29"]] }, "2025-01-01", "2026-01-01")).toHaveLength(2);
  expect(matching({ between: [["02-27", "02-29"]] }, "2024-01-01", "2025-01-01")).toHaveLength(3);
});

test("a dated season does not come back the next year", () => {
  const between: [string, string][] = [["2025-03-13", "2025-03-16"]];
  expect(matching({ between }, "2024-01-01", "2028-01-01")).toHaveLength(4);
});

test("nth weekdays are counted in their month, -1 is the last one", () => {
  const sundays = { days: [7], between: [["09-01", "09-30"]] } satisfies DayConditions;
  expect(matching({ ...sundays, nth: [-1] }, "2024-01-01", "2027-01-01")).toEqual([
    "2024-09-29",
    "2025-09-28",
    "2026-09-27",
  ]);
  expect(matching({ ...sundays, nth: [1] }, "2024-01-01", "2025-01-01")).toEqual(["2024-09-01"]);
});

test("all conditions must hold together", () => {
  const holds = compileConditions({ days: [6, 7], when: "school-holidays", events: ["fete"] });
  const day = { ...plain("2026-08-01"), school: { home: true }, events: ["fete"] };
  expect(holds(day)).toBe(true);
  expect(holds({ ...day, school: { home: false } })).toBe(false);
  expect(holds({ ...day, events: ["foire"] })).toBe(false);
  expect(holds({ ...day, weekday: 5 })).toBe(false);
});

test("a season and its complement share out every day", () => {
  const anyDay = fc
    .integer({ min: dayNumber("2019-01-01"), max: dayNumber("2033-01-01") })
    .map(fromDayNumber);
  const turn = (date: string, by: number) => addDays(`2023-${date.slice(5)}`, by).slice(5);
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (first, last, date) => {
      fc.pre(![first, last].some((day) => day.endsWith("02-29")) && turn(last, 1) !== first.slice(5));
      fc.pre(!date.endsWith("02-29"));
      const within = compileConditions({ between: [[first.slice(5), last.slice(5)]] });
      const outside = compileConditions({ between: [[turn(last, 1), turn(first, -1)]] });
      expect(within(plain(date))).not.toBe(outside(plain(date)));
    }),
  );
});
