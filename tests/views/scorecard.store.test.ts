import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, atLocalTime, daysIn } from "../../src/domain/time.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();

/** Vintages of each of 90 mornings that promise 25 on every day; those before 15 October were made up afterwards. */
beforeAll(async () => {
  engine = await startEngine();
  const { store } = await engine.fresh();
  await fill(store, territory);
  for (const morning of daysIn({ from: addDays(TODAY, -90), to: addDays(TODAY, 1) })) {
    const days = daysIn({ from: morning, to: addDays(morning, 30) });
    const retrospective = morning < "2026-10-15" ? 1 : 0;
    await issue(store, "tank", atLocalTime(morning, "06:00", "Europe/Paris"), days, () => 25, {
      retrospective,
    });
  }
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("by month there is a row per site, lead and month; else one for the half year", async () => {
  const { rows: months } = await views.scorecard({ sites: ["tank"], by: "month" });
  const { rows: whole } = await views.scorecard({ sites: ["tank"] });
  expect(whole.every(({ month }) => month === null)).toBe(true);
  const week = months.filter(({ lead }) => lead === 7);
  expect(week.map(({ month }) => month)).toEqual(["2026-09", "2026-10", "2026-11"]);
  for (const row of week) expect(row.days).toBeGreaterThan(5);
});

test("a month whose forecasts were made up afterwards says so; one with enough served ones leaves the others out", async () => {
  const { rows } = await views.scorecard({ sites: ["tank"], by: "month" });
  const at = (month: string) => rows.find((row) => row.lead === 7 && row.month === month);
  const september = at("2026-09");
  expect(september).toMatchObject({ source: "backtest", retrospective_days: september?.days });
  expect(at("2026-11")).toMatchObject({ source: "vintages", retrospective_days: 0 });
});

test("skill and MASE stand beside the error: a flat promise loses against a rule that knows Sundays", async () => {
  const { rows } = await views.scorecard({ sites: ["tank"] });
  const row = rows.find(({ lead }) => lead === 1);
  expect(row?.skill).toBeLessThan(0);
  // Every Sunday brings as many as the last: nothing changes from week to week but on 20 November.
  expect(row?.mase === null || (row?.mase ?? 0) > 1).toBe(true);
});
