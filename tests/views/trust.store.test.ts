import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, atLocalTime, daysIn, HOUR } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const at = (day: string, time = "06:00") => atLocalTime(day, time, "Europe/Paris");

/** The tank has 28 visits on an open day, 56 on a Sunday. Sixty mornings promise 25 (20 to 30); those before 15 October
 *  were made up afterwards. On 20 October a second forecast is served at 11:00 that promises 40, and one made up
 *  afterwards at noon that promises 90. */
beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const days = (morning: string) => daysIn({ from: morning, to: addDays(morning, 40) });
  for (const morning of daysIn({ from: addDays(TODAY, -60), to: TODAY })) {
    const retrospective = morning < "2026-10-15" ? 1 : 0;
    await issue(store, "tank", at(morning), days(morning), () => 25, { retrospective });
  }
  await issue(store, "tank", at("2026-10-20", "11:00"), days("2026-10-20"), () => 40);
  await issue(store, "tank", at("2026-10-20", "12:00"), days("2026-10-20"), () => 90, { retrospective: 1 });
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("judges each distance, and lists the last forecasts of the asked one", async () => {
  const { leads, last, lead } = await views.trust({ site: "tank", lead: "1" });
  expect(leads.map((each) => each.lead)).toEqual([1, 2, 3, 7, 14, 28]);
  expect(lead).toBe(1);
  const sunday = last.find(({ day }) => day === "2026-11-22");
  expect(sunday).toEqual({
    day: "2026-11-22",
    origin: "2026-11-21",
    visits: 56,
    promised: { low: 20, high: 30 },
    median: 25,
    naive: 56,
    inside: false,
    retrospective: false,
  });
  expect(last.find(({ day }) => day === "2026-11-21")).toMatchObject({ visits: 28, inside: true });
  const [day] = leads;
  const inside = last.filter((each) => each.inside).length;
  // Fewer than thirty: what is listed is what is judged.
  expect(last.length).toBeLessThan(30);
  expect(day).toMatchObject({ days: last.length, inside });
  const error = last.reduce((sum, { visits, median }) => sum + Math.abs(visits - median), 0) / last.length;
  expect(day?.mae).toBeCloseTo(error, 2);
});

test("shows a past forecast as it was served, beside what came", async () => {
  const { vintage } = await views.trust({ site: "tank", lead: "7", origin: "2026-10-20" });
  expect(vintage).toMatchObject({
    day: "2026-10-20",
    issued_at: "2026-10-20T09:00:00Z",
    retrospective: false,
  });
  expect(vintage?.days).toHaveLength(29);
  expect(vintage?.days.find(({ day }) => day === "2026-10-21")).toMatchObject({
    forecast: { q10: 32, q50: 40, q90: 48 },
    visits: 28,
    state: "measured",
    inside: false,
  });
  expect(vintage?.days.find(({ day }) => day === "2026-10-23")).toMatchObject({
    visits: null,
    state: "closed",
    inside: null,
  });
});

test("without a day it is that of four weeks ago; days to come and the running one are judged later", async () => {
  const whole = await views.trust({ site: "tank", lead: "7" });
  expect(whole.vintage?.day).toBe(addDays(TODAY, -29));
  expect(whole.vintage?.days.every(({ state }) => state !== null)).toBe(true);
  const young = await views.trust({ site: "tank", lead: "7", origin: addDays(TODAY, -1) });
  const today = young.vintage?.days.find(({ day }) => day === TODAY);
  expect(today).toMatchObject({ visits: 12, provisional: true, inside: null });
  expect(young.vintage?.days.at(-1)).toMatchObject({ visits: null, state: null, inside: null });
  expect(young.vintage?.measured).toBe(0);
});

test("says since when forecasts are served, and that none was for a site without any", async () => {
  const tank = await views.trust({ site: "tank", lead: "7" });
  expect(tank.served_since).toBe("2026-10-15");
  expect(tank.origins[0]).toBe(addDays(TODAY, -60));
  expect(tank).toMatchObject({ refused: null, model: "test", serves_rule: false });
  const labo = await views.trust({ site: "labo", lead: "7" });
  expect(labo).toMatchObject({ refused: "no_data", leads: [], last: [], origins: [], vintage: null });
});

test("a forecast that did not exist yet is not shown", async () => {
  const then = createViews({ store, territory, now: () => at("2026-10-20") + HOUR });
  const { origins, vintage } = await then.trust({ site: "tank", lead: "7", origin: "2026-10-21" });
  expect(origins.at(-1)).toBe("2026-10-20");
  expect(vintage).toMatchObject({ day: "2026-10-20", issued_at: "2026-10-20T04:00:00Z" });
});
