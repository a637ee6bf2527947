import { afterAll, beforeAll, expect, test } from "vitest";
import { qualityRoute } from "../../src/contract/quality.ts";
import { addDays, atLocalTime, HOUR } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, pull, record, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("open time without a measure is a gap, with or without an estimate in its place", async () => {
  const { gaps } = await views.quality({ from: "2026-11-15", to: TODAY });
  expect(gaps).toEqual(
    ["2026-11-15", "2026-11-22"].map((day) => ({
      site: "esnes",
      day,
      missing_minutes: 180,
      estimated_minutes: 0,
    })),
  );
  const later = createViews({
    store,
    territory,
    now: () => atLocalTime(addDays(TODAY, 1), "09:00", "Europe/Paris"),
  });
  const [labo] = (await later.quality({ from: TODAY, to: addDays(TODAY, 1) })).gaps.filter(
    ({ site }) => site === "labo",
  );
  expect(labo).toEqual({ site: "labo", day: TODAY, missing_minutes: 150, estimated_minutes: 150 });
});

test("the reply names its state of the data and the share of open time measured", async () => {
  const reply = qualityRoute.reply.parse(await views.quality({ from: "2026-11-22", to: "2026-11-23" }));
  expect(reply.as_of).not.toBeNull();
  expect(reply.coverage).toBeCloseTo(3.5 / 6.5, 3);
  expect(reply.figure).toMatch(/^BF·26W48·/);
});

test("runs, rejected rows and revisions are listed as they were", async () => {
  const at = atLocalTime("2026-11-21", "14:00", "Europe/Paris");
  await pull(store, territory, "till", [{ ...record("tank", "admissions", at, 0, 9), version: NOW }], {
    now: NOW,
  });
  await createRecordSink(store, territory.zone, territory.sites).write({
    feed: "labo-door",
    stream: "s",
    run: "bad",
    movable: false,
    token: "bad",
    records: [],
    rejections: [
      { reason: "negative", position: "line 3", field: "entries", detail: "-4 (0 or more is expected)" },
    ],
    now: NOW - HOUR,
  });
  const { runs, rejected, revisions } = await views.quality({});
  expect(runs.find(({ revised }) => revised === 1)).toMatchObject({
    feed: "till",
    status: "done",
    accepted: 0,
  });
  expect(rejected).toEqual([
    {
      feed: "labo-door",
      reason: "negative",
      count: 1,
      example: "line 3: entries -4 (0 or more is expected)",
    },
  ]);
  expect(revisions).toMatchObject([
    { site: "tank", day: "2026-11-21", before: 28, after: 35, measure: "admissions" },
  ]);
});

test("sites say what they have counted today and how fresh each feed is", async () => {
  const { rows, coverage } = await views.sites({});
  expect(rows.map(({ id, visits_today, state }) => [id, visits_today, state])).toEqual([
    ["tank", 12, "measured"],
    ["labo", 198, "measured"],
    ["esnes", null, "closed"],
  ]);
  expect(rows[0]?.feeds.map(({ feed, health }) => [feed, health])).toEqual([
    ["till", "ok"],
    ["tank-door", "ok"],
  ]);
  expect(coverage).toBe(1);
});

test("health is degraded without forecasts, starting without data, and down without a store", async () => {
  expect(await views.health({})).toMatchObject({
    status: "degraded",
    store: { reachable: true },
    forecast: { age_minutes: null },
  });
  const { store: empty } = await engine.fresh();
  expect(await createViews({ store: empty, territory, now: () => NOW }).health({})).toMatchObject({
    status: "starting",
  });
  const away: Store = { ...store, rows: () => Promise.reject(new Error("away")) };
  expect(await createViews({ store: away, territory, now: () => NOW }).health({})).toMatchObject({
    status: "down",
    store: { reachable: false, version: null },
  });
});

test("a period that ends before it begins is refused", async () => {
  await expect(views.quality({ from: "2026-11-20", to: "2026-11-20" })).rejects.toThrow(
    "invalid to: 2026-11-20",
  );
});
