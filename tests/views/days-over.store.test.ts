/** What pages remember of days that are over holds until a record of such a day changes, and no longer. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { MINUTE, QUARTER } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { readReach } from "../../src/visits/reach.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, pull, record, siteOf, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const asked: string[] = [];
const LAST_WEEK = "2026-11-18";

const openingOf = (id: string, day: string) => {
  const opening = siteOf(territory, id).opening.on(day);
  return (opening.kind === "open" && opening.spans[0]?.from) || 0;
};
const stamps = async () => (await readReach(store, territory.zone, NOW)).map(({ over_stamp }) => over_stamp);
const visitsOn = (rows: readonly { readonly day: string; readonly visits: number | null }[]) =>
  rows.find(({ day }) => day === LAST_WEEK)?.visits;

async function pages() {
  asked.length = 0;
  const [attendance, calendar, comparison, board] = await Promise.all([
    views.attendance({ sites: ["labo"] }),
    views.calendar({ sites: ["labo"] }),
    views.comparison({ sites: ["labo"] }),
    views.board({}),
  ]);
  return {
    attendance: visitsOn(attendance.rows),
    calendar: visitsOn(calendar.rows),
    comparison: comparison.rows[0]?.visits ?? 0,
    usual: board.rows.find(({ site }) => site === "labo")?.usual_now,
    today: board.rows.find(({ site }) => site === "labo")?.visits,
  };
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const watched: Store = {
    ...store,
    rows: (name, sql, params) => {
      asked.push(name);
      return store.rows(name, sql, params);
    },
  };
  views = createViews({ store: watched, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("facts of today change today alone, and the days before are not read again", async () => {
  const [before, then] = [await pages(), await stamps()];
  const newest = record("labo", "entries", NOW - 10 * MINUTE, 10, 20);
  await pull(store, territory, "labo-door", [newest]);
  expect(await stamps()).toEqual(then);
  const after = await pages();
  expect(after).toMatchObject({ attendance: before.attendance, comparison: before.comparison });
  expect(after.today).toBeGreaterThan(before.today ?? Number.POSITIVE_INFINITY);
  expect(asked).toContain("evidence_15m");
  expect(asked.filter((name) => /^evidence_days?$|^quarters_of_days$/.test(name))).toEqual([]);
});

test("a record of a past day that is corrected shows on every page at once", async () => {
  const [before, then] = [await pages(), await stamps()];
  const at = openingOf("labo", LAST_WEEK) + 4 * QUARTER;
  await pull(store, territory, "labo-door", [{ ...record("labo", "entries", at, 15, 1010), version: NOW }]);
  expect(await stamps()).not.toEqual(then);
  const after = await pages();
  expect(after.attendance).toBe((before.attendance ?? 0) + 900);
  expect(after.calendar).toBe((before.calendar ?? 0) + 900);
  expect(after.comparison).toBe(before.comparison + 900);
  expect(after.usual?.high).toBeGreaterThan(before.usual?.high ?? Number.POSITIVE_INFINITY);
});

test("so does one that is withdrawn", async () => {
  const before = await pages();
  const at = openingOf("labo", LAST_WEEK) + 4 * QUARTER;
  const gone = { ...record("labo", "entries", at, 15, 0), version: NOW + 1, deleted: true };
  await pull(store, territory, "labo-door", [gone]);
  const after = await pages();
  expect(after.attendance).toBeLessThan(before.attendance ?? 0);
  expect(after.calendar).toBe(after.attendance);
});

test("forecasts show as soon as the state of the data says that others were issued", async () => {
  let forecasts = "1";
  const served = createViews({
    store,
    territory,
    now: () => NOW,
    dataVersion: () => forecasts,
    dataStates: () => new Map([["forecasts", forecasts]]),
  });
  const expected = async () => (await served.outlook({ site: "labo" })).coming.find(({ day }) => day > TODAY);
  expect((await expected())?.forecast).toBeNull();
  await issue(store, "labo", NOW - 60 * MINUTE, ["2026-11-26", "2026-11-27"], () => 288);
  expect((await expected())?.forecast).toBeNull();
  forecasts = "2";
  expect((await expected())?.forecast?.q50).toBe(288);
});
