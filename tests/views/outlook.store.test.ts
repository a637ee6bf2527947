import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, atLocalTime, daysIn } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { insertRows } from "../../src/store/rows.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const SIX = (day: string) => atLocalTime(day, "06:00", "Europe/Paris");
const isOpen = (day: string) => territory.sites[0]?.opening.on(day).kind === "open";

/** Vintages of the tank on each of 60 mornings: 25 on each open day, but 40 for Saturday 14 November. */
beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const explanation = JSON.stringify([
    {
      date: "2026-11-28",
      median: 25,
      drivers: [{ kind: "ordinary", people: 25 }],
      days: [{ date: "2026-11-21", weight: 1, value: 28 }],
    },
  ]);
  for (const morning of daysIn({ from: addDays(TODAY, -60), to: addDays(TODAY, 1) })) {
    const days = daysIn({ from: morning, to: addDays(morning, 40) });
    const median = (day: string) => (!isOpen(day) ? null : day === "2026-11-14" ? 40 : 25);
    await issue(store, "tank", SIX(morning), days, median, { explanation });
  }
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

describe("the outlook of a site", () => {
  test("lays what was measured beside what was promised seven days before", async () => {
    const { past } = await views.outlook({ site: "tank" });
    expect(past).toHaveLength(14);
    expect(past.find(({ day }) => day === "2026-11-21")).toMatchObject({
      visits: 28,
      promised: { low: 20, high: 30 },
    });
    expect(past.find(({ day }) => day === "2026-11-14")).toMatchObject({
      visits: 28,
      promised: { low: 32, high: 48 },
    });
    expect(past.find(({ day }) => day === "2026-11-13")).toMatchObject({
      visits: null,
      state: "closed",
      promised: null,
    });
  });

  test("looks four weeks ahead from today, with the reasons of the day that matters most", async () => {
    const reply = await views.outlook({ site: "tank" });
    expect(reply.coming).toHaveLength(29);
    expect(reply.coming[0]).toMatchObject({ day: TODAY, forecast: { q50: 25 }, desk: null });
    expect(reply.today).toEqual({ visits: 12, state: "measured" });
    expect(reply.selected).toBe("2026-11-28");
    expect(reply.drivers).toEqual([{ kind: "ordinary", name: null, people: 25 }]);
    expect(reply.similar).toEqual([{ day: "2026-11-21", visits: 28, weight: 1 }]);
    expect((await views.outlook({ site: "tank", day: "2026-12-05" })).selected).toBe("2026-12-05");
  });

  test("says how far promises were off, beside the simple rule", async () => {
    const { scores, last_miss } = await views.outlook({ site: "tank" });
    const week = scores.find(({ lead }) => lead === 7);
    // Sundays bring 56, all other open days 28; 25 was promised. The rule knows Sundays.
    expect(week?.mae).toBeGreaterThan(3);
    expect(week?.naive_mae).toBeLessThan(week?.mae ?? 0);
    expect(week?.inside).toBeLessThan(week?.days ?? 0);
    expect(last_miss).toEqual({ day: "2026-11-22", visits: 56, promised: { low: 20, high: 30 } });
    expect(scores.map(({ lead }) => lead)).toEqual([1, 7, 28]);
    expect(new Set(scores.map(({ source }) => source))).toEqual(new Set(["vintages"]));
  });

  test("says why there is no forecast", async () => {
    expect((await views.outlook({ site: "labo" })).refused).toBe("no_data");
    const run = {
      site: "labo",
      step: "P1D",
      origin: "2026-11-25T05:00:00Z",
      issued_at: "2026-11-25T05:00:00Z",
    };
    await insertRows(store, "test", "forecast_run", [
      { ...run, model: "", inputs: "", refused: "short_history", explanation: "[]", retrospective: 0 },
    ]);
    const reply = await views.outlook({ site: "labo" });
    expect(reply).toMatchObject({ refused: "short_history", model: null, selected: null, scores: [] });
  });
});

describe("the scorecard", () => {
  test("scores each lead from what was served", async () => {
    const { rows } = await views.scorecard({ sites: ["tank"] });
    expect(rows.map(({ lead }) => lead)).toEqual([1, 2, 3, 7, 14, 28]);
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(["vintages"]));
    expect(rows.every(({ days, mae }) => days > 10 && mae > 0)).toBe(true);
  });

  test("scores forecasts made in retrospect where none was served, and says so", async () => {
    for (const morning of daysIn({ from: "2026-11-10", to: "2026-11-18" })) {
      const days = daysIn({ from: morning, to: addDays(morning, 10) });
      await issue(store, "labo", SIX(morning), days, () => 288, { retrospective: 1 });
    }
    const { rows } = await createViews({ store, territory, now: () => NOW }).scorecard({ sites: ["labo"] });
    expect(rows.find(({ lead }) => lead === 1)).toMatchObject({
      source: "backtest",
      mae: 0,
      coverage80: 1,
      wape: 0,
      naive_mae: 0,
    });
  });
});

describe("forecasts", () => {
  test("are those of the newest vintage, or of a past one", async () => {
    const newest = await views.forecasts({ sites: ["tank"], step: "P1D", measure: "visits" });
    expect(newest.rows[0]).toMatchObject({
      day: TODAY,
      lead: 1,
      q50: 25,
      model: "test",
      origin: "2026-11-25T05:00:00Z",
    });
    const past = await views.forecasts({
      sites: ["tank"],
      step: "P1D",
      measure: "visits",
      issued_at: "2026-11-10T12:00:00Z",
    });
    expect(past.rows[0]).toMatchObject({ day: "2026-11-11", lead: 2, origin: "2026-11-10T05:00:00Z" });
    expect(past.figure).not.toBe(newest.figure);
  });
  test("of a site without any say why", async () => {
    const { rows, refused } = await views.forecasts({ sites: ["esnes"], step: "P1D", measure: "visits" });
    expect([rows, refused]).toEqual([[], []]);
  });
});
