/** Need and plan of a week against the real engine. Today is Wednesday 25 November 2026, 15:40. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atLocalTime, HOUR, toIso } from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import { insertRows } from "../../../src/store/rows.ts";
import { staffingActions } from "../../../src/views/staffing/actions.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { NOW, TODAY, viewTerritory } from "../support/world.ts";

const territory = viewTerritory();
const ZONE = territory.zone;
const SATURDAY = "2026-11-28";
let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;

/** An hourly vintage of the tank: quantiles of each hour of a day, from 14:00 on. */
async function issueHours(
  origin: number,
  day: string,
  hours: readonly (readonly [q50: number, q75: number, q90: number])[],
): Promise<void> {
  const base = { site: "tank", step: "PT1H", origin: toIso(origin), issued_at: toIso(origin) };
  const rows = hours.map(([q50, q75, q90], i) => {
    const start = atLocalTime(day, "14:00", ZONE) + i * HOUR;
    return {
      ...base,
      start: toIso(start),
      day,
      lead: i + 1,
      q10: 0,
      q25: 0,
      q50,
      q75,
      q90,
      mean: q50,
      booked: null,
    };
  });
  await insertRows(store, "test", "forecast_point", rows);
  await insertRows(store, "test", "forecast_run", [
    { ...base, model: "test", inputs: "", refused: "", explanation: "[]", retrospective: 0 },
  ]);
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  const busy = [
    [30, 45, 60],
    [20, 20, 20],
    [0, 0, 0],
    [15, 18, 24],
  ] as const;
  await issueHours(atLocalTime(TODAY, "00:00", ZONE), TODAY, [[90, 90, 90]]);
  await issueHours(NOW - HOUR / 2, SATURDAY, busy);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

const plan = (people: number, from: string, to: string, weeks = 1, day = SATURDAY) =>
  staffingActions(store, () => NOW).planStaff({
    site: "tank",
    day,
    from_time: from,
    to_time: to,
    people,
    weeks,
  });

describe("the staffing of a week", () => {
  test("begins on Monday and holds each half-hour of opening", async () => {
    const { from, days, rule, reach } = await views.staffing({ site: "tank" });
    expect([from, rule, reach]).toEqual(["2026-11-23", 20, SATURDAY]);
    expect(days.map(({ steps }) => steps.length)).toEqual([0, 0, 7, 0, 0, 7, 7]);
    expect((await views.staffing({ site: "tank", from: "2026-12-06" })).from).toBe("2026-11-30");
  });

  test("tells the need from the hourly forecast, and of hours that are over what it was this morning", async () => {
    const { days, totals } = await views.staffing({ site: "tank" });
    const on = (day: string) => days.find((each) => each.day === day)?.steps ?? [];
    expect(on(SATURDAY).map(({ need50, need80 }) => [need50, need80])).toEqual([
      [2, 3],
      [2, 3],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
    expect(on(TODAY).map(({ need80 }) => need80)).toEqual([5, 5, null, null, null, null, null]);
    expect(totals).toEqual({ need50: 10, need80: 11, planned: null, short: 0 });
  });

  test("stands beside the plan, of which the newest entry holds and none is lost", async () => {
    await plan(2, "14:00", "17:30", 3);
    await plan(1, "16:00", "17:00");
    const { days, totals, plan_changed_at } = await views.staffing({ site: "tank" });
    const saturday = days.find(({ day }) => day === SATURDAY)?.steps ?? [];
    expect(saturday.map(({ planned }) => planned)).toEqual([2, 2, 2, 2, 1, 1, 2]);
    expect(totals).toMatchObject({ planned: 6, short: 1 });
    expect(plan_changed_at).toBe(toIso(NOW));
    const later = await views.staffing({ site: "tank", from: "2026-12-12" });
    expect(later.days.find(({ day }) => day === "2026-12-12")?.steps[0]?.planned).toBe(2);
    const after = await views.staffing({ site: "tank", from: "2026-12-19" });
    expect(after.days.every(({ steps }) => steps.every(({ planned }) => planned === null))).toBe(true);
    await store.command("merge", "optimize table staff_plan final");
    expect(await store.rows("count", "select count() as entries from staff_plan")).toEqual([{ entries: 4 }]);
  });

  test("cannot be told without a rule of the desk", async () => {
    const { rule, days, refused } = await views.staffing({ site: "labo" });
    expect([rule, refused]).toEqual([null, "no_data"]);
    expect(days.every(({ steps }) => steps.length === 0)).toBe(true);
  });
});
