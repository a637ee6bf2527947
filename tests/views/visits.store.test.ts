import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, TODAY, viewTerritory } from "./support/world.ts";

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

const STEPS = ["PT15M", "PT1H", "P1D", "P1W", "P1M", "P1Y"] as const;

describe("one period in every step", () => {
  const span = { from: "2026-10-19", to: addDays(TODAY, 3) };
  test.each(["tank", "labo"])("has the same total at %s, the clock change included", async (site) => {
    const replies = await Promise.all(STEPS.map((step) => views.visits({ sites: [site], ...span, step })));
    const totals = replies.map(({ total }) => total);
    expect(new Set(totals).size).toBe(1);
    for (const { rows, total } of replies) {
      expect(rows.reduce((sum, row) => sum + (row.visits ?? 0), 0)).toBe(total);
    }
    expect(replies.map(({ rows }) => rows.length)).toEqual([96 * 37 + 4 + 63, 24 * 37 + 1 + 16, 38, 6, 2, 1]);
  });
});

test("steps that have not begun are left out, and the running one is provisional", async () => {
  const { rows } = await views.visits({ sites: ["labo"], from: TODAY, to: addDays(TODAY, 8), step: "P1W" });
  expect(rows).toMatchObject([{ day: TODAY, start: "2026-11-24T23:00:00Z", visits: 198, provisional: true }]);
});

test("a site counted since a year has nothing to say of the years before, not even zero", async () => {
  const { rows, total } = await views.visits({ from: "2024-11-20", to: "2024-11-24", step: "P1D" });
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["missing", "closed"]));
  expect(total).toBeNull();
});

test("each site has its own comparable day", async () => {
  const { rows } = await views.visits({
    from: "2026-11-20",
    to: "2026-11-21",
    step: "P1D",
    compare: "comparable",
  });
  const of = (site: string) => rows.find((row) => row.site === site);
  expect(of("tank")).toMatchObject({
    compare_day: "2025-11-20",
    compare_reason: "event",
    compare_visits: 28,
  });
  expect(of("labo")).toMatchObject({
    compare_day: "2025-11-21",
    compare_reason: "weekday",
    compare_visits: 288,
  });
  expect(of("esnes")).toMatchObject({ compare_day: "2025-11-21", compare_visits: null, state: "closed" });
});

test("comparable days of another step are refused", async () => {
  const asked = views.visits({ from: "2026-11-01", to: "2026-11-21", step: "P1W", compare: "comparable" });
  await expect(asked).rejects.toThrow(
    new RangeError("invalid compare: comparable with step P1W (comparable days need step P1D)"),
  );
});
