import { afterAll, beforeAll, expect, test } from "vitest";
import type { Site, Territory } from "../../../src/domain/site.ts";
import { addDays, HOUR, startOfDay, toIso } from "../../../src/domain/time.ts";
import { noticesOf } from "../../../src/jobs/alerts/conditions.ts";
import type { Store } from "../../../src/store/connect.ts";
import { insertRows } from "../../../src/store/rows.ts";
import { readAlertFacts } from "../../../src/views/mail/alert-facts.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, NOW, pull, quarterRecords, siteOf, TODAY, viewTerritory } from "../support/world.ts";

let engine: TestEngine;
let store: Store;
/** The Labo may hold 60 people. */
const territory: Territory = (() => {
  const whole = viewTerritory();
  const sites = whole.sites.map((site): Site => (site.id === "labo" ? { ...site, capacity: 60 } : site));
  return { ...whole, sites };
})();

async function facts(now: number) {
  const views = createViews({ store, territory, now: () => now });
  return readAlertFacts({ views, territory }, now, new Set(["forecast_occupancy_above", "occupancy_above"]));
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const labo = siteOf(territory, "labo");
  // Ten come in each quarter hour; seven leave.
  const exits = quarterRecords(labo, { from: TODAY, to: addDays(TODAY, 1) }, "entries", () => 7)
    .filter(({ at, minutes }) => at + minutes * 60_000 <= NOW - 10 * 60_000)
    .map((record) => ({ ...record, key: `${record.key} out`, measure: "exits" as const }));
  await pull(store, territory, "labo-door", exits);
  const base = {
    site: "labo",
    step: "PT1H",
    measure: "occupancy",
    origin: toIso(NOW - HOUR),
    issued_at: toIso(NOW - HOUR),
  };
  const day = addDays(TODAY, 2);
  const hours = [10, 14, 16].map((clock, i) => ({
    ...base,
    start: toIso(startOfDay(day, "Europe/Paris") + clock * HOUR),
    day,
    lead: i + 1,
    q10: 20,
    q25: 30,
    q50: 40,
    q75: [45, 56, 50][i],
    q90: [50, 62, 55][i],
    mean: 40,
    booked: null,
  }));
  await insertRows(store, "test", "forecast_point", hours);
  await insertRows(store, "test", "forecast_run", [
    { ...base, model: "test", inputs: "", refused: "", explanation: "[]", retrospective: 0 },
  ]);
}, 120_000);
afterAll(() => engine.close());

test("people inside are entries less exits since midnight, while the doors report", async () => {
  const { inside } = await facts(NOW);
  // 22 quarters from 10:00 to 15:30, three more inside each.
  expect(inside).toEqual([{ site: "labo", at: NOW - 10 * 60_000, inside: 66 }]);
  expect((await facts(NOW + 2 * HOUR)).inside).toEqual([]);
});

test("both kinds of crowding are told from stored rows: the fullest hour ahead, and now", async () => {
  const alert = { site: null, to: [], quiet: null };
  const alerts = [
    { ...alert, id: "ahead", when: { kind: "forecast_occupancy_above" as const, share: 0.9 } },
    { ...alert, id: "now", when: { kind: "occupancy_above" as const, share: 1 } },
  ];
  expect(noticesOf(alerts, await facts(NOW))).toMatchObject([
    // Level 0.8 of 14:00 is 58, above 54.
    { alert: "ahead", subject: "labo 2026-11-27", low: 20, high: 62, limit: 54 },
    { alert: "now", subject: "labo 2026-11-25", inside: 66, limit: 60 },
  ]);
});
