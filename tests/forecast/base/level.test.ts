import { expect, test } from "vitest";
import { basisAt, dayForecast } from "../../../src/forecast/base/point.ts";
import { hourlyTuning, type Tuning } from "../../../src/forecast/base/tuning.ts";
import { seats } from "../features/support.ts";

const DAYS = 130; // the origin is Friday 2023-05-12
const LATELY = "2023-05-06";

/** People by hour of the day after the origin's, where the last six days were other than those before. */
function ahead(value: (lately: boolean, slot: number) => number, tuning: Tuning = hourlyTuning) {
  const [seat] = seats({
    days: DAYS,
    step: "PT1H",
    value: (date, slot, noise) => value(date >= LATELY, slot) * (0.97 + 0.06 * noise),
  }).seats;
  if (!seat) throw new Error("no seat");
  const site = seat.site;
  return dayForecast(basisAt(site, DAYS * 24, 3, tuning), DAYS + 1);
}

test("hours that have lately been quieter are expected to be, the others are not", () => {
  const people = ahead((lately, slot) => (lately && slot >= 7 && slot < 10 ? 100 : 200));
  expect(people[8]).toBeLessThan(150);
  expect(people[16]).toBeGreaterThan(185);
});

test("what mornings lost and evenings won is told though the day stayed the same", () => {
  const people = ahead((lately, slot) => (lately ? (slot < 12 ? 100 : 300) : 200));
  expect(people[8]).toBeLessThan(150);
  expect(people[16]).toBeGreaterThan(240);
});

test("of a handful of people an hour tells next to nothing of itself", () => {
  /** What the morning is lowered by for its own level, beyond what week and day say. */
  const moved = (scale: number) => {
    const value = (lately: boolean, slot: number) => (lately && slot >= 7 && slot < 10 ? 0.5 : 1) * scale;
    const [own, without] = [ahead(value), ahead(value, { ...hourlyTuning, levelHours: 0 })];
    return (own[8] ?? Number.NaN) / (without[8] ?? Number.NaN);
  };
  expect(moved(200)).toBeLessThan(0.85);
  expect(moved(2)).toBeGreaterThan(0.95);
});

test("where few come hours go with their day, and the day is believed less", () => {
  const half = (scale: number) => (lately: boolean) => (lately ? 1 : 2) * scale;
  const [own, without] = [ahead(half(5)), ahead(half(5), { ...hourlyTuning, levelHours: 0 })];
  expect((own[8] ?? Number.NaN) / (without[8] ?? Number.NaN)).toBeCloseTo(1, 1);
  const lowered = (scale: number) => (ahead(half(scale))[8] ?? Number.NaN) / scale;
  expect(lowered(0.1)).toBeGreaterThan(1.1 * lowered(100));
});
