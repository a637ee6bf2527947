import { expect, test } from "vitest";
import { cutAt } from "../../../src/domain/series.ts";
import { sitesOf } from "../../../src/forecast/base/sites.ts";
import { town } from "../ridge/support.ts";

const history = town({ days: 100, leads: 7, sites: [() => 50, (_, noise) => 80 + noise] });

test("a history is prepared once, however many models ask", () => {
  expect(sitesOf(history)).toBe(sitesOf(history));
});

test("the same series at an earlier origin are another history", () => {
  const earlier = { ...history, set: cutAt(history.set, 60), origin: 60 };
  const [before] = sitesOf(earlier);
  expect(sitesOf(history)[0]?.table.totals[70]).toBe(50);
  expect(before?.table.totals[70]).toBeNaN();
});

test("a series without a calendar is refused", () => {
  expect(() => sitesOf({ ...history, calendars: history.calendars.slice(1) })).toThrow(
    "invalid calendars: 1",
  );
});
