/** Pressure, advice, decisions and their effect against the real engine, worked out by hand. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { flowsRoute } from "../../src/contract/flows.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import { addDays, atLocalTime, daysIn, HOUR, MINUTE, startOfDay, weekday } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { adviceActions } from "../../src/views/flows/actions.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { changed, issue, NOW, pull, quarterRecords, record, siteOf, TODAY } from "./support/world.ts";

const territory = readTerritory(
  `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites:
  - id: tank
    name: { fr: Tank }
    owner: cac
    position: [3.112, 50.09]
    opening: [ { days: [wed, sat, sun], hours: ["14:00-17:30"] } ]
    visits: { from: tickets }
  - id: labo
    name: { fr: Labo }
    owner: cac
    position: [3.2305, 50.1735]
    capacity: 400
    languages: [fr, en]
    opening: [ { days: [tue, wed, thu, fri, sat], hours: ["10:00-18:00"] } ]
    visits: { from: counter, calibration: 0.9 }
feeds:
  - { id: till, site: tank, kind: ticketing, connector: file, every: PT10M, options: { path: "./t/*.csv" } }
  - { id: door, site: labo, kind: counter, connector: file, every: PT1H, options: { path: "./l/*.csv" } }
`,
  "essai.yaml",
  {},
);
const SATURDAY = "2026-11-28";
const ID = `${SATURDAY}.tank.labo`;

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;

/** 2 scans a quarter hour at the tank, 10 heads at the labo (9 visits); on Saturdays from 3 October on one more. */
async function fill(): Promise<void> {
  const days = { from: addDays(TODAY, -120), to: addDays(TODAY, 1) };
  const past = (r: SourceRecord) => (r.at + 15 * MINUTE <= NOW ? r : null);
  const scans = quarterRecords(siteOf(territory, "tank"), days, "admissions", () => 2);
  await pull(store, territory, "till", changed(scans, past), { observedTo: NOW - 5 * MINUTE });
  const heads = quarterRecords(siteOf(territory, "labo"), days, "entries", (day) =>
    weekday(day) === 6 && day >= "2026-10-03" ? 11 : 10,
  );
  await pull(store, territory, "door", changed(heads, past));
  for (const day of daysIn({ from: addDays(TODAY, -110), to: TODAY })) {
    if (weekday(day) === 6)
      await issue(store, "labo", startOfDay(day, "Europe/Paris") - HOUR, [addDays(day, -1), day], () => 288);
  }
  const ahead = daysIn({ from: TODAY, to: addDays(TODAY, 14) });
  await issue(store, "tank", NOW - HOUR, ahead, (day) => (day === SATURDAY ? 56 : 28));
  await issue(store, "labo", NOW - HOUR, ahead, () => 288);
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill();
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

const actions = (now = NOW) =>
  adviceActions(
    store,
    () => now,
    async () => (await createViews({ store, territory, now: () => now }).flows({})).advice,
  );

test("twice an ordinary day is busy, an ordinary one calm, and a closed day neither", async () => {
  const reply = flowsRoute.reply.parse(await views.flows({}));
  const [tank, labo] = reply.rows;
  expect(reply.days).toEqual(daysIn({ from: TODAY, to: addDays(TODAY, 7) }));
  expect(tank?.usual_per_hour).toBe(8);
  expect(labo?.usual_per_hour).toBe(36);
  expect(tank?.days.map(({ level }) => level)).toEqual([
    "calm",
    "closed",
    "closed",
    "busy",
    "calm",
    "closed",
    "closed",
  ]);
  expect(tank?.days[3]).toMatchObject({ day: SATURDAY, ratio: 2, load: null, forecast: { q50: 56 } });
  // 288 visits in 8 hours are 36 an hour; the high end, 345.6, fills 0.108 of 400 places.
  expect(labo?.days[3]).toMatchObject({ level: "calm", ratio: 1, load: 0.11 });
  expect(labo?.days[4]).toMatchObject({ level: "closed", ratio: null, load: null, forecast: null });
});

test("visitors of the busy site are sent to the calm one at hours when both are open", async () => {
  const { advice, day } = await views.flows({});
  expect(day).toBe(SATURDAY);
  expect(advice).toHaveLength(1);
  expect(advice[0]).toMatchObject({
    id: ID,
    from: { site: "tank", level: "busy", expected: { low: 45, high: 67 } },
    to: { site: "labo", level: "calm" },
    hours: [{ from: "14:00", to: "17:30" }],
    km: 12.6,
    languages: ["fr", "en"],
    status: "open",
    effect: { days: 0, per_day: null },
  });
  expect((await views.board({})).advice?.id).toBe(ID);
});

test("advice is kept, dismissed with a reason, opened again; the board leaves out what was dismissed", async () => {
  const { decideAdvice } = actions();
  await decideAdvice({ id: ID, status: "dismissed", reason: "distance" });
  expect((await views.flows({})).advice[0]).toMatchObject({ status: "dismissed", reason: "distance" });
  expect((await views.board({})).advice).toBeNull();
  await decideAdvice({ id: ID, status: "kept" });
  await decideAdvice({ id: ID, status: "kept" });
  expect((await views.board({})).advice).toMatchObject({ id: ID, status: "kept", reason: null });
  await decideAdvice({ id: ID, status: "open" });
  const rows = await store.rows("log", "select status, from_level from advice order by stamp", {});
  expect(rows).toEqual(["dismissed", "kept", "open"].map((status) => ({ status, from_level: "busy" })));
});

test("what is not advised cannot be decided on", async () => {
  const { decideAdvice } = actions();
  for (const id of ["x", `${SATURDAY}.labo.tank`, "2026-11-29.tank.labo"])
    await expect(decideAdvice({ id, status: "kept" })).rejects.toMatchObject({ kind: "unknown-advice" });
});

test("kept on six Saturdays, each had a tenth more than forecast; those without had what was forecast", async () => {
  const kept = ["2026-10-03", "2026-10-10", "2026-10-17", "2026-10-24", "2026-10-31", "2026-11-07"];
  const { writeAdvice } = await import("../../src/store/advice.ts");
  const decided = (day: string) => ({
    id: `${day}.tank.labo`,
    day,
    from: "tank",
    to: "labo",
    status: "kept" as const,
    reason: null,
    decidedAt: atLocalTime(day, "09:00", "Europe/Paris"),
  });
  const levels = { from: "busy", to: "calm" } as const;
  for (const day of kept.slice(0, 3)) await writeAdvice(store, decided(day), levels);
  const fresh = () => createViews({ store, territory, now: () => NOW }).flows({});
  expect((await fresh()).kept).toEqual([{ from: "tank", to: "labo", days: 3, without: 13, per_day: null }]);
  for (const day of kept.slice(3)) await writeAdvice(store, decided(day), levels);
  const { kept: pairs, advice } = await fresh();
  // 11 heads × 32 quarters × 0.9 = 317 (316.8) visits against 288. Without: eight Saturdays at 288, two at 317.
  expect(pairs).toMatchObject([{ days: 6, without: 10 }]);
  expect(pairs[0]?.per_day?.value).toBeCloseTo(29 - 5.8, 0);
  expect(pairs[0]?.per_day?.low).toBeLessThan(pairs[0]?.per_day?.value ?? 0);
  expect(advice[0]?.effect).toEqual({ days: 6, without: 10, per_day: pairs[0]?.per_day });
});

test("origins of a whole quarter, small ones hidden with what would give them away", async () => {
  const at = Date.parse("2026-08-05T13:00:00Z");
  const sold = (n: number, people: number, origin: string, cameFrom?: string): SourceRecord => ({
    ...record("tank", "tickets", at + n * MINUTE, 0, people),
    ...(origin ? { origin } : {}),
    ...(cameFrom ? { cameFrom } : {}),
  });
  await pull(store, territory, "till", [
    sold(0, 40, "59"),
    sold(1, 20, "62", "labo"),
    sold(2, 7, "BE"),
    sold(3, 12, ""),
  ]);
  const { movements } = await createViews({ store, territory, now: () => NOW }).flows({});
  expect(movements).toMatchObject({
    quarter: "2026-Q3",
    from: "2026-07-01",
    to: "2026-10-01",
    tickets: 79,
    told: 67,
  });
  // 7 are too few; 20 go with them, or 67 − 40 − 20 would tell.
  expect(movements.origins).toEqual({
    from: ["59", "62", "BE"],
    to: ["tank"],
    cells: [[40], [null], [null]],
    from_totals: [40, null, null],
    to_totals: [67],
    total: 67,
  });
  expect(movements.passes).toMatchObject({ from: ["labo"], to: ["tank"], cells: [[20]] });
  const before = await views.flows({ quarter: "2026-Q2" });
  expect(before.movements).toMatchObject({ tickets: 0, told: 0, origins: null, passes: null });
  await expect(views.flows({ quarter: "2026-Q4" })).rejects.toThrow("invalid quarter: 2026-Q4");
});
