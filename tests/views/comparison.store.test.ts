import { afterAll, beforeAll, expect, test } from "vitest";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();

beforeAll(async () => {
  engine = await startEngine();
  const { store } = await engine.fresh();
  await fill(store, territory);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("sites by visits an open hour, on pairs of days, with those left out and why", async () => {
  const reply = await views.comparison({ from: "2026-11-02", to: "2026-11-23" });
  expect(reply.rows.map(({ site, left_out }) => [site, left_out])).toEqual([
    ["labo", null],
    ["tank", null],
    ["esnes", "coverage"],
  ]);
  const [labo, tank, esnes] = reply.rows;
  // 32 quarters of 10 heads by nine tenths in eight hours.
  expect(labo).toMatchObject({ per_hour: 36, before_per_hour: 36, change: 0 });
  expect(labo?.open_hours).toBe((labo?.days ?? 0) * 8);
  // The anniversary falls on a Friday in 2026 and on a Thursday in 2025, and is paired with itself.
  expect(tank?.open_hours).toBe((tank?.days ?? 0) * 3.5);
  expect(tank?.before_open_hours).toBe(tank?.open_hours);
  // Armistice Day was a Tuesday then, and closed: nine of ten days are left.
  const nine = 3 * 112 + 28 - 28;
  expect(tank).toMatchObject({ days: 9, days_left_out: 1, visits: nine, before_visits: nine, change: 0 });
  // One Sunday of three has come: its own rate, and no comparison.
  expect(esnes).toMatchObject({ visits: 30, open_hours: 3, per_hour: 10, days: 1, before_per_hour: null });
  const visits = (labo?.visits ?? 0) + (tank?.visits ?? 0);
  const hours = (labo?.open_hours ?? 0) + (tank?.open_hours ?? 0);
  expect(reply.together).toEqual({ per_hour: visits / hours, before_per_hour: visits / hours, change: 0 });
  expect(reply.concentration?.now).toMatchObject({ sites: 2, visits });
  expect(reply.concentration?.before).toEqual(reply.concentration?.now);
});

test("a year that was not counted leaves every site its own rate, and its concentration", async () => {
  const reply = await views.comparison({ from: "2025-11-03", to: "2025-11-24" });
  expect(reply.rows.map(({ left_out }) => left_out)).toEqual(Array(3).fill("not_counted_before"));
  expect(reply.rows.map(({ per_hour }) => per_hour)).toEqual([36, expect.closeTo(364 / 35), 10]);
  expect(reply.together).toBeNull();
  expect(reply.concentration).toMatchObject({ now: { sites: 3 }, before: null });
});

test("without a period: twelve months up to yesterday; the running day is in no rate", async () => {
  const reply = await views.comparison({ sites: ["labo"] });
  expect([reply.from, reply.to]).toEqual(["2025-11-25", "2026-11-25"]);
  expect(reply.sites.map(({ chosen }) => chosen)).toEqual([false, true, false]);
  expect(reply.concentration).toBeNull();
  const today = await views.comparison({ from: "2026-11-25", last: "2026-11-25" });
  expect(today.rows.every(({ per_hour }) => per_hour === null)).toBe(true);
});
