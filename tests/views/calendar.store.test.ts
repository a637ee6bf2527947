import { afterAll, beforeAll, expect, test } from "vitest";
import type { Calendar } from "../../src/contract/calendar.ts";
import { addDays, daysIn, localDate } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const at = ({ hours }: Pick<Calendar, "hours">, weekday: number, hour: number) =>
  hours.find((each) => each.weekday === weekday && each.hour === hour);
const rowOf = ({ rows }: Pick<Calendar, "rows">, day: string) => rows.find((row) => row.day === day);

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const ahead = daysIn({ from: TODAY, to: addDays(TODAY, 30) });
  for (const site of ["tank", "labo", "territory"]) {
    await issue(store, site, NOW - 3_600_000, ahead, () => 100);
  }
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("without a period: 52 whole weeks up to this one, each day in its state", async () => {
  const reply = await views.calendar({});
  expect([reply.from, reply.to, reply.rows.length]).toEqual(["2025-12-01", "2026-11-30", 364]);
  expect(rowOf(reply, "2026-11-24")).toMatchObject({ visits: 288, state: "measured", at_least: false });
  expect(rowOf(reply, "2026-11-24")?.open_hours).toBe(8);
  expect(rowOf(reply, "2026-11-23")).toMatchObject({ visits: null, state: "closed", open_hours: 0 });
  // The sheet of Esnes has not come yet.
  expect(rowOf(reply, "2026-11-22")).toMatchObject({ visits: 56, at_least: true });
  expect(rowOf(reply, TODAY)).toMatchObject({ visits: 210, at_least: true, forecast_middle: null });
  expect(rowOf(reply, "2026-11-28")).toMatchObject({
    visits: null,
    state: "coming",
    forecast_low: 80,
    forecast_middle: 100,
    forecast_high: 120,
  });
  expect(reply.years).toEqual([2025, 2026]);
  expect(reply.total).toBe(reply.rows.reduce((sum, row) => sum + (row.visits ?? 0), 0));
});

test("hours are visits an open hour: sites added up, half hours by their open time, seldom open ones by their share", async () => {
  const reply = await views.calendar({});
  // Labo: 4 quarters of 10 heads, of which nine tenths are visits. Tank: 4 quarters of 2 scans, 4 on Sundays.
  expect(at(reply, 2, 10)).toMatchObject({
    visits: 36,
    days: 52,
    open_days: 52,
    open_hours: 52,
    at_least: false,
  });
  expect(at(reply, 3, 14)).toMatchObject({ visits: 36 + 8 });
  // The tank closes at half past five: 4 scans in an hour in which the labo is open throughout.
  expect(at(reply, 3, 17)).toMatchObject({ visits: 36 + 4 });
  expect(at(reply, 7, 15)).toMatchObject({ visits: 16, at_least: false });
  expect(at(reply, 7, 17)).toMatchObject({ visits: 16, open_days: 51, open_hours: 25.5 });
  // On one Friday of 51 the tank was open too.
  expect(at(reply, 5, 14)?.visits).toBeCloseTo(36 + 8 / 51, 2);
  expect(at(reply, 1, 14)).toBeUndefined();
  // A sheet of three hours says nothing by the hour.
  expect(reply.sites.map(({ id, by_hour }) => [id, by_hour])).toEqual([
    ["tank", true],
    ["labo", true],
    ["esnes", false],
  ]);
});

test("hours that were not measured in full weigh as the others of their kind, and are not counted", async () => {
  const { store: own } = await engine.fresh();
  // The labo's door was dead on the mornings of the last ten Tuesdays.
  await fill(own, territory, (record) => {
    const day = localDate(record.at, "Europe/Paris");
    const isTuesday = new Date(`${day}T12:00:00Z`).getUTCDay() === 2;
    const morning = record.measure === "entries" && record.minutes === 15 && record.site === "labo";
    return !(morning && isTuesday && day > "2026-09-15" && new Date(record.at).getUTCHours() < 10);
  });
  const reply = await createViews({ store: own, territory, now: () => NOW }).calendar({});
  expect(at(reply, 2, 10)).toMatchObject({ visits: 36, days: 42, open_days: 52 });
  expect(at(reply, 2, 14)).toMatchObject({ visits: 36, days: 52 });
});

test("one site: its own hours and forecasts; a site counted by the day has none", async () => {
  const tank = await views.calendar({ sites: ["tank"] });
  expect(at(tank, 6, 14)).toMatchObject({ visits: 8 });
  expect(at(tank, 6, 10)).toBeUndefined();
  expect(rowOf(tank, "2026-11-28")).toMatchObject({ state: "coming", forecast_middle: 100 });
  const esnes = await views.calendar({ sites: ["esnes"] });
  expect(esnes.hours).toEqual([]);
  expect(rowOf(esnes, "2026-11-08")).toMatchObject({ visits: 30 });
  // No forecast was ever made of it.
  expect(rowOf(esnes, "2026-11-29")).toMatchObject({ state: "coming", forecast_middle: null });
});

test("a year is a question, two are refused", async () => {
  const year = await views.calendar({ from: "2026-01-01", to: "2027-01-01" });
  expect(year.rows).toHaveLength(365);
  expect(rowOf(year, "2026-12-25")).toMatchObject({ state: "coming" });
  await expect(views.calendar({ from: "2025-01-01", to: "2027-01-01" })).rejects.toThrow("invalid from");
  await expect(views.calendar({ from: "2026-11-01", last: "2026-10-01" })).rejects.toThrow("invalid to");
});
