import { expect, test } from "vitest";
import { daysBetween, weekday } from "../../../src/domain/time.ts";
import type { Forecast } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { town } from "./support.ts";

/** Workdays of an autumn week that no calendar names, in each year. */
const autumn = ["2021-10-25", "2022-10-24", "2023-10-23"];
/** Monday before Good Friday, which moves. */
const holyWeek = ["2021-03-29", "2022-04-11", "2023-04-03"];

const within = (weeks: readonly string[]) => (date: string, noise: number) => {
  const off = weekday(date) < 6 && weeks.some((monday) => Math.floor(daysBetween(monday, date) / 7) === 0);
  return 200 * (off ? 1.8 : 1) * Math.exp(noise * 0.1);
};

function medians(weeks: readonly string[], days: number): Float64Array {
  const history = town({ days, leads: 21, sites: Array.from({ length: 3 }, () => within(weeks)) });
  const [answer] = calendarRidge.fit(history, { leads: 21 }).forecast(history, { leads: 21, levels: [0.5] });
  return (answer as Forecast).quantiles;
}

test("a week that stood out in both past years stands out again, its weekend and neighbours do not", () => {
  // 2023-10-16, a Monday: the week after it is the one.
  const got = medians(autumn, daysBetween("2021-01-04", "2023-10-16"));
  expect(got[8] ?? 0).toBeGreaterThan(250);
  for (const ahead of [1, 12, 15]) expect(got[ahead] ?? 0).toBeLessThan(235);
});

test("a week that goes with Easter moves with it", () => {
  const got = medians(holyWeek, daysBetween("2021-01-04", "2023-03-27"));
  expect(got[8] ?? 0).toBeGreaterThan(215);
  expect(got[15] ?? 0).toBeLessThan((got[8] ?? 0) * 0.9);
});
