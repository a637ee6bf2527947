/** Gaps are shown as forecast, counted apart, and go nowhere: not into facts, rollups or what forecasts learn from. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { attendanceRoute } from "../../src/contract/attendance.ts";
import { qualityRoute } from "../../src/contract/quality.ts";
import { stepAt } from "../../src/domain/series.ts";
import { addDays, HOUR, localDate, MINUTE, startOfDay } from "../../src/domain/time.ts";
import { readHistory } from "../../src/jobs/history.ts";
import type { Store } from "../../src/store/connect.ts";
import { createStateStore } from "../../src/store/state-store.ts";
import { createViews } from "../../src/views/views.ts";
import { readContext } from "../../src/visits/context.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, viewTerritory } from "./support/world.ts";

const territory = viewTerritory();
/** Two open days of the labo, which has 288 visits a day (32 quarters of 10 heads, times 0.9): nothing, and two hours. */
const [LOST, SHORT] = ["2026-11-10", "2026-11-12"];
let engine: TestEngine;
let store: Store;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  const noon = startOfDay(SHORT, territory.zone) + 12 * HOUR;
  await fill(store, territory, ({ site, at }) => {
    if (site !== "labo") return true;
    const day = localDate(at, territory.zone);
    return day !== LOST && (day !== SHORT || at < noon);
  });
}, 120_000);
afterAll(() => engine.close());

const open = () => createViews({ store, territory, now: () => NOW });
const span = { from: "2026-11-09", to: "2026-11-14" };

/** Sum of all that is stored of facts, rollups and forecasts. */
async function fingerprint(): Promise<unknown[]> {
  const tables = ["record", "rollup_15m", "rollup_day", "booking_day", "movement_day", "forecast_point"];
  return Promise.all(
    tables.map((table) =>
      store.rows("sum", `select toString(sum(cityHash64(*))) as sum, count() as n from ${table} final`),
    ),
  );
}

async function evidence(): Promise<(number | undefined)[]> {
  const context = await readContext(store, territory, NOW);
  const { P1D } = await readHistory(store, context, NOW, 14, false, []);
  const site = territory.sites.findIndex(({ id }) => id === "labo");
  const { axis, series } = P1D.set;
  return [LOST, SHORT, "2026-11-11"].map(
    (day) => series[site]?.values[stepAt(axis, startOfDay(day, territory.zone))],
  );
}

test("without a forecast a gap is a gap", async () => {
  const { rows, estimated, total } = await open().visits({
    ...span,
    sites: ["labo"],
    step: "P1D",
  });
  expect(rows.map(({ day, visits, state }) => [day.slice(-2), visits, state])).toEqual([
    ["09", null, "closed"],
    ["10", null, "missing"],
    ["11", 288, "measured"],
    ["12", null, "missing"],
    ["13", 288, "measured"],
  ]);
  expect([total, estimated]).toEqual([576, 0]);
});

test("whatever was forecast, gaps are filled with it, said to be estimated, and nothing of it is kept", async () => {
  const learned = await evidence();
  expect(learned).toEqual([Number.NaN, Number.NaN, 288]);
  for (const [n, median] of [0, 140, 9_000].entries()) {
    const origin = startOfDay("2026-11-09", territory.zone) + n * HOUR;
    await issue(
      store,
      "labo",
      origin,
      [1, 2, 3, 4, 5, 6, 7].map((i) => addDays("2026-11-08", i)),
      () => median,
    );
    const before = await fingerprint();
    const views = open();
    const day = await views.visits({ ...span, sites: ["labo"], step: "P1D" });
    const of = (date: string) => day.rows.find((row) => row.day === date);
    expect(of(LOST)).toMatchObject({
      ...{ visits: median, estimated: median, estimated_by: "forecast", state: "estimated", coverage: 0 },
    });
    // Two hours of eight were seen: 80 heads, 72 visits.
    expect(of(SHORT)).toMatchObject({
      ...{ visits: 72 + 0.75 * median, estimated: 0.75 * median, estimated_by: "forecast", coverage: 0.25 },
    });
    expect(of("2026-11-11")).toMatchObject({ visits: 288, estimated: 0, estimated_by: null });
    expect(day).toMatchObject({ total: 648 + 1.75 * median, estimated: 1.75 * median });
    for (const step of ["P1W", "P1M"] as const) {
      const wide = await views.visits({ ...span, sites: ["labo"], step });
      expect(wide).toMatchObject({ total: day.total, estimated: day.estimated });
    }
    const attendance = attendanceRoute.reply.parse(await views.attendance({ ...span, sites: ["labo"] }));
    expect(attendance).toMatchObject({ total: day.total, estimated: day.estimated });
    const quality = qualityRoute.reply.parse(await views.quality(span));
    expect(quality.days.filter(({ site, reason }) => site === "labo" && reason === "forecast")).toMatchObject(
      [
        { day: LOST, state: "estimated", visits: median },
        { day: SHORT, state: "estimated" },
      ],
    );
    expect(await fingerprint()).toEqual(before);
    expect(await evidence()).toEqual(learned);
  }
});

test("growth goes by what was measured, never by what was forecast", async () => {
  const { growth } = await open().attendance({ ...span, sites: ["labo"] });
  expect(growth.to_date).toMatchObject({ left_out: 2 });
  expect(growth.comparable?.days ?? 0).toBeLessThanOrEqual(2);
});

test("what may still come in time is waited for, and told as such", async () => {
  const sunday = "2026-11-22";
  await issue(store, "esnes", startOfDay("2026-11-20", territory.zone), [sunday], () => 30);
  const { days } = await open().quality({ from: sunday, to: addDays(sunday, 1) });
  expect(days.find(({ site }) => site === "esnes")).toMatchObject({
    ...{ state: "late", reason: "awaited", visits: null, provisional: true },
  });
  expect(days.find(({ site }) => site === "tank")).toMatchObject({ state: "current", reason: "complete" });
});

test("a feed without a declared allowance is as patient as its own arrivals", async () => {
  const quiet = {
    ...territory,
    feeds: territory.feeds.map((feed) =>
      feed.id === "labo-door" ? { ...feed, allowanceGiven: false, allowanceMs: HOUR } : feed,
    ),
  };
  const state = createStateStore(store);
  const counts = { fetched: 1, accepted: 1, unchanged: 0, revised: 0, rejected: {} };
  const runs = Array.from({ length: 20 }, (_, i) => NOW - (20 - i) * 24 * HOUR);
  for (const at of runs) {
    await state.logRun({
      ...{ feed: "labo-door", stream: "s", run: `r${at}`, startedAt: at - MINUTE, endedAt: at },
      ...{ counts, status: "done", problem: "" },
    });
  }
  const { feeds } = await createViews({ store, territory: quiet, now: () => NOW }).quality({});
  const allowance = feeds.find(({ feed }) => feed === "labo-door")?.allowance_minutes ?? 0;
  expect(allowance).toBe(36 * 60);
  expect(feeds.find(({ feed }) => feed === "till")?.allowance_minutes).toBe(120);
});
