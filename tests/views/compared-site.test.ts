import { describe, expect, test } from "vitest";
import type { ComparablePair } from "../../src/domain/comparable.ts";
import { addDays, daysIn } from "../../src/domain/time.ts";
import { compareSite } from "../../src/views/compared-site.ts";
import type { DayVisits } from "../../src/visits/daily.ts";
import { siteOf, viewTerritory } from "./support/world.ts";

const site = siteOf(viewTerritory(), "tank");
const FROM = "2026-03-02";
const days = (count: number) => daysIn({ from: FROM, to: addDays(FROM, count) });
const pairOf = (date: string): ComparablePair => ({ date, pair: addDays(date, -364), reason: "weekday" });
const noPair = (date: string): ComparablePair => ({ date, pair: null, reason: "no-like-day" });

function day(date: string, visits: number | null, hours = 4): DayVisits {
  const closed = hours === 0;
  return {
    site: "tank",
    day: date,
    openMinutes: hours * 60,
    dueMinutes: hours * 60,
    pending: false,
    provisional: false,
    visits: closed ? null : visits,
    state: closed ? "closed" : visits === null ? "missing" : "measured",
    coverage: closed ? null : visits === null ? 0 : 1,
    estimated: 0,
  };
}

const now = (count: number, visits: number | null = 40) => days(count).map((date) => day(date, visits));
const then = (count: number, visits: number | null = 20, hours = 4) =>
  days(count).map((date) => day(addDays(date, -364), visits, hours));

test("visits an open hour on pairs of days, each side by its own hours", () => {
  expect(compareSite(site, now(10), then(10, 20, 2), pairOf)).toMatchObject({
    visits: 400,
    open_hours: 40,
    per_hour: 10,
    before_visits: 200,
    before_open_hours: 20,
    before_per_hour: 10,
    change: 0,
    days: 10,
    days_left_out: 0,
    left_out: null,
  });
});

test("a day unknown on either side leaves with its pair", () => {
  const some = now(20).map((each, i) => (i === 3 ? day(each.day, null) : each));
  const past = then(20).map((each, i) => (i === 7 ? day(each.day, null) : each));
  expect(compareSite(site, some, past, pairOf)).toMatchObject({
    days: 18,
    days_left_out: 2,
    visits: 18 * 40,
    before_visits: 18 * 20,
    left_out: null,
  });
});

test("fewer than 30 visits a year before make no rate of change", () => {
  expect(compareSite(site, now(10), then(10, 2), pairOf)).toMatchObject({
    before_visits: 20,
    change: null,
    left_out: null,
  });
});

describe("a site is left out of the comparison, and keeps its own rate", () => {
  const alone = { before_visits: null, before_per_hour: null, change: null };

  test("closed throughout", () => {
    const closed = days(10).map((date) => day(date, null, 0));
    expect(compareSite(site, closed, then(10), pairOf)).toMatchObject({
      ...alone,
      left_out: "closed",
      per_hour: null,
      coverage: null,
    });
  });

  test("nothing measured", () => {
    expect(compareSite(site, now(10, null), then(10), pairOf)).toMatchObject({
      ...alone,
      left_out: "no_data",
      per_hour: null,
    });
  });

  test("under nine tenths measured this year", () => {
    const some = now(10).map((each, i) => (i < 2 ? day(each.day, null) : each));
    expect(compareSite(site, some, then(10), pairOf)).toMatchObject({
      ...alone,
      left_out: "coverage",
      per_hour: 10,
      days: 8,
    });
  });

  test("under nine tenths measured the year before; never counted then", () => {
    const some = then(10).map((each, i) => (i < 2 ? day(each.day, null) : each));
    expect(compareSite(site, now(10), some, pairOf)).toMatchObject({ ...alone, left_out: "coverage_before" });
    expect(compareSite(site, now(10), then(10, null), pairOf)).toMatchObject({
      ...alone,
      left_out: "not_counted_before",
      per_hour: 10,
    });
  });

  test("no like day", () => {
    expect(compareSite(site, now(10), [], noPair)).toMatchObject({
      ...alone,
      left_out: "no_pairs",
      days: 10,
    });
  });
});
