import { expect, test } from "vitest";
import { type CounterSetup, counterDay, readingAt } from "../../../demo/simulation/counter.ts";
import { createWorld, type Place } from "../../../demo/simulation/world.ts";
import { addDays, daysIn, HOUR, QUARTER } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";

const world = createWorld({ territory: fakeTerritory(), seed: "test", start: "2024-11-24", days: 730 });
const year = daysIn({ from: "2025-09-01", to: "2026-09-01" });

function counter(site: string, story: CounterSetup["story"] = "none") {
  const place = world.place(site) as Place;
  const setup = { id: `${site}-door`, site, habit: { everyMinutes: 15, lagMinutes: 3 }, story };
  return (date: string) => counterDay(world, place, setup, date);
}

test("on most open days the counter agrees with the people who came, within a tenth and the staff", () => {
  const at = counter("vaucelles");
  const open = year.filter((date) => world.truth("vaucelles", date).open);
  const near = open.filter((date) => {
    const entries = at(date).reduce((sum, reading) => sum + reading.entries, 0);
    const visits = world.truth("vaucelles", date).visits;
    return Math.abs(entries - visits) <= 6 + 0.1 * visits;
  });
  expect(near.length / open.length).toBeGreaterThan(0.85);
});

test("as many leave as came, over a day without faults", () => {
  const days = year.map(counter("vaucelles")).filter((readings) => readings.length === 96);
  const sum = (side: "entries" | "exits") => days.flat().reduce((total, reading) => total + reading[side], 0);
  expect(sum("exits") / sum("entries")).toBeCloseTo(1, 1);
});

test("quiet nights are delivered as zeros", () => {
  const readings = counter("labo")("2026-05-05");
  expect(readings.slice(0, 20).every(({ entries, exits }) => entries === 0 && exits === 0)).toBe(true);
});

test("days of clock changes have 92 and 100 quarter hours, one after the other", () => {
  const at = counter("labo");
  for (const [date, quarters] of [
    ["2026-03-29", 92],
    ["2026-10-25", 100],
  ] as const) {
    const readings = at(date);
    expect(readings.length).toBe(quarters);
    for (const [i, reading] of readings.entries()) {
      expect(reading.at).toBe((readings[0]?.at ?? 0) + i * QUARTER);
    }
  }
});

test("no reading is there before its quarter hour is over", () => {
  for (const reading of counter("labo")("2026-05-05")) {
    expect(readingAt(reading, reading.at + QUARTER - 1)).toBeNull();
    expect(readingAt(reading, reading.uploadedAt)).not.toBeNull();
  }
});

test("counters miss hours, stick at a value, are corrected, and hand in days at once", () => {
  const days = year.map(counter("labo"));
  const lost = days.filter((readings) => readings.length < 92);
  const corrected = days.flat().filter(({ correction }) => correction !== null);
  const late = days.filter((readings) => readings.some(({ at, uploadedAt }) => uploadedAt - at > 24 * HOUR));
  expect(lost.length).toBeGreaterThan(2);
  expect(lost.length).toBeLessThan(30);
  expect(corrected.length).toBeGreaterThan(4);
  expect(late.length).toBeGreaterThan(1);
  expect(late.length).toBeLessThan(40);
  const one = corrected[0];
  expect(one && readingAt(one, one.uploadedAt)).not.toEqual(one && readingAt(one, 1e15));
});

test("on the day of the first start the story's counter goes silent after opening and speaks in the night", () => {
  const date = world.live;
  const { spans } = world.truth("labo", date);
  const opening = spans[0]?.from ?? 0;
  const readings = counter("labo", "silent")(date);
  const known = readings.filter((reading) => readingAt(reading, opening + 3 * HOUR) !== null);
  expect(known.at(-1)?.at).toBeLessThan(opening + HOUR);
  const night = Date.parse(`${addDays(date, 1)}T02:00:00Z`);
  expect(readings.every((reading) => readingAt(reading, night) !== null)).toBe(true);
});

test("on that day ninety minutes are lost at another counter, and stay lost", () => {
  const opening = world.truth("labo", world.live).spans[0]?.from ?? 0;
  const told = counter("labo", "gap")(world.live);
  const quiet = counter("labo")(world.live);
  const starts = new Set(told.map(({ at }) => at));
  const lost = quiet.filter(({ at }) => !starts.has(at)).map(({ at }) => at);
  expect(lost).toEqual([2, 3, 4, 5, 6, 7].map((n) => opening + n * QUARTER));
});

test("about two weeks before the first start the same counter repeats one value for three hours, on one open day", () => {
  const before = daysIn({ from: addDays(world.live, -30), to: addDays(world.live, -2) });
  const told = before.filter((date) => {
    const plain = counter("labo")(date);
    const own = counter("labo", "gap")(date);
    return own.some(({ entries }, i) => entries !== plain[i]?.entries);
  });
  expect(told).toHaveLength(1);
  const [date = ""] = told;
  const opening = world.truth("labo", date).spans[0]?.from ?? 0;
  const stuck = counter(
    "labo",
    "gap",
  )(date).filter(({ at }) => at >= opening + HOUR && at < opening + 4 * HOUR);
  expect(stuck.length).toBeGreaterThan(10);
  expect(new Set(stuck.map(({ entries }) => entries))).toEqual(new Set([6]));
  expect(stuck.every(({ correction }) => correction === null)).toBe(true);
});
