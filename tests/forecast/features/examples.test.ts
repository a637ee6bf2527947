import { expect, test } from "vitest";
import { hourlyTuning } from "../../../src/forecast/base/tuning.ts";
import { columns } from "../../../src/forecast/features/columns.ts";
import { pastRows } from "../../../src/forecast/features/examples.ts";
import { feature, seats } from "./support.ts";

const options = { leads: 14, every: 5, perOrigin: 12, most: 100_000, youngest: 28, seed: 4 };

test("rows are bounded however many sites there are, and sites share them", () => {
  const { seats: all } = seats({ days: 150, step: "P1D", sites: 12 });
  const whole = pastRows(all, hourlyTuning, options);
  const fewer = pastRows(all, hourlyTuning, { ...options, most: 500 });
  expect(whole.count).toBeGreaterThan(2500);
  expect(fewer.count).toBeLessThanOrEqual(500);
  expect(fewer.count).toBeGreaterThan(250);
  expect(new Set(fewer.site).size).toBe(12);
  expect(fewer.values.length).toBe(fewer.count * fewer.width);
});

test("the target is what came over what was hoped for, at leads that had come to pass", () => {
  const { seats: all, origin } = seats({ days: 150, step: "P1D" });
  const past = pastRows(all, hourlyTuning, options);
  const values = all[0]?.site.table.values ?? new Float64Array();
  for (let row = 0; row < past.count; row++) {
    const lead = past.lead[row] ?? 0;
    const cell = origin - (past.age[row] ?? 0) + lead - 1;
    expect(cell).toBeLessThan(origin);
    const people = Math.exp(past.target[row] ?? 0) * ((past.hope[row] ?? 0) + 1) - 1;
    expect(people).toBeCloseTo(values[cell] ?? 0, 6);
  }
});

test("rows of a past origin do not know what came after it", () => {
  const calm = seats({ days: 150, step: "PT1H", value: (_d, slot) => 10 + slot });
  const wild = seats({ days: 150, step: "PT1H", value: (d, slot) => (d >= "2023-04-12" ? 500 : 10 + slot) });
  for (const name of [
    "hope",
    "level",
    "last day",
    "last week",
    "weekday hour, last 4",
    "season",
    "town, last day",
  ]) {
    expect(feature(wild.seats, name, 100 * 24, 30)).toBe(feature(calm.seats, name, 100 * 24, 30));
  }
});

test("no feature of a past origin knows what came after it, but for what kind of place a site is", () => {
  const holidays = ["2023-05-08", "2023-07-14", "2024-05-08", "2024-07-14", "2024-12-25"];
  const origin = 480; // 26 April 2024
  const made = (after: number) =>
    seats({
      days: 760,
      spare: 120,
      step: "P1D",
      sites: 2,
      holidays,
      value: (date, _slot, noise) =>
        (date.endsWith("-05-08") ? 30 : 90) * (0.8 + 0.4 * noise) * (date < "2024-04-26" ? 1 : after),
    });
  const [calm, busy] = [made(1), made(5)];
  // How much a holiday is like a Sunday is learned once for all origins: that moves figures by a few hundredths.
  const same = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) < 0.1;
  const moved = columns.filter(({ name }) =>
    [1, 5, 13, 355, 372].some(
      (lead) => !same(feature(calm.seats, name, origin, lead), feature(busy.seats, name, origin, lead)),
    ),
  );
  expect(moved.map(({ name }) => name)).toEqual(["size", "unrest", "hope in size"]);
});

test("a special day that the site has not seen is known from the town", () => {
  const value = (date: string, _slot: number, noise: number, site: number) =>
    site === 0 && date < "2024-01-01"
      ? Number.NaN
      : (date.endsWith("-05-08") ? 60 : 20) * (0.95 + 0.1 * noise);
  const holidays = ["2023-05-08", "2024-05-08"];
  const { seats: all, axis } = seats({ days: 490, step: "P1D", sites: 3, holidays, value });
  const day = axis.day.findIndex((d) => d - axis.firstDay === 492); // 8 May 2024
  expect(feature(all, "same day before", 485, day - 484)).toBeNaN();
  expect(feature(all, "same day before, town", 485, day - 484)).toBeGreaterThan(0.6);
  expect(feature(all, "seen before", 485, day - 484)).toBe(0);
});
