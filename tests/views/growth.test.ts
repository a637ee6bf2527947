import { describe, expect, test } from "vitest";
import {
  changeOf,
  difference,
  growthComparable,
  growthPerOpenHour,
  growthToDate,
  sameDate,
} from "../../src/views/growth.ts";
import { pairDays, totalsByDay } from "../../src/views/period-days.ts";
import { weeksOf } from "../../src/views/weeks.ts";
import type { DayVisits } from "../../src/visits/daily.ts";

const TODAY = "2026-11-25";

function day(site: string, date: string, visits: number | null, openMinutes = 240): DayVisits {
  const state = openMinutes === 0 ? "closed" : visits === null ? "missing" : "measured";
  const coverage = openMinutes === 0 ? null : visits === null ? 0 : 1;
  return {
    site,
    day: date,
    visits,
    state,
    coverage,
    estimated: 0,
    openMinutes,
    dueMinutes: openMinutes,
    pending: date >= TODAY,
    provisional: date >= TODAY,
  };
}
const totals = (...days: DayVisits[]) =>
  totalsByDay(
    Map.groupBy(days, ({ site }) => site),
    TODAY,
  );
const before = (date: string) => `2025${date.slice(4)}`;
const paired = (now: ReturnType<typeof totals>, then: ReturnType<typeof totals>) =>
  pairDays([...now.values()], then, (date) => ({ date, pair: before(date), reason: "weekday" }));

test("no rate on fewer than thirty visits", () => {
  expect(changeOf(60, 29)).toBeNull();
  expect(changeOf(45, 30)).toBe(0.5);
});

test("29 February has no same date a year before", () => {
  expect(sameDate("2024-02-29")).toBeNull();
  expect(sameDate("2026-11-25")).toBe("2025-11-25");
});

describe("comparable days", () => {
  const now = totals(
    day("a", "2026-11-20", 60),
    day("b", "2026-11-20", 40),
    day("a", "2026-11-21", 50),
    day("b", "2026-11-21", null),
    day("a", "2026-11-22", null, 0),
    day("b", "2026-11-22", null, 0),
    day("a", "2026-11-24", 10),
    day("a", "2026-11-25", 5),
  );
  const then = totals(
    day("a", "2025-11-20", 50),
    day("b", "2025-11-20", 30, 120),
    day("a", "2025-11-21", 50),
    day("b", "2025-11-21", 50),
    day("a", "2025-11-22", null, 0),
    day("a", "2025-11-24", null),
    day("a", "2025-11-25", 100),
  );
  const days = paired(now, then);

  test("count only where both days are over, open and known at every open site", () => {
    expect(days.filter(({ counted }) => counted).map(({ now: { day: date } }) => date)).toEqual([
      "2026-11-20",
    ]);
    expect(growthComparable(days)).toEqual({ visits: 100, before: 80, change: 0.25, days: 1, left_out: 2 });
    expect(difference(days)).toBe(20);
  });
  test("per open hour makes unequal opening equal", () => {
    expect(growthPerOpenHour(days)).toEqual({ value: 12.5, before: 80 / 6, change: 12.5 / (80 / 6) - 1 });
  });
  test("to date compares the same dates, closed days as nothing, unknown days not at all", () => {
    expect(growthToDate([...now.values()], then)).toEqual({
      visits: 100,
      before: 80,
      change: 0.25,
      days: 2,
      left_out: 3,
    });
  });
  test("a week with a day not known or not over is partial, and says so beside what is known", () => {
    expect(weeksOf(days)).toMatchObject([
      { year: 2026, week: 47, monday: "2026-11-16", visits: 150, difference: 20, partial: true },
      { year: 2026, week: 48, monday: "2026-11-23", visits: 15, difference: null, partial: true },
    ]);
  });
  test("nothing to compare is no growth", () => {
    expect(growthComparable([])).toBeNull();
    expect(growthToDate([...now.values()], new Map())).toBeNull();
  });
});
