import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attendance, attendanceRoute } from "../../src/contract/attendance.ts";
import { atLocalTime, HOUR } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, pull, record, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const rowOf = ({ rows }: Pick<Attendance, "rows">, day: string) => rows.find((row) => row.day === day);

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("without a period: eight full weeks and the days of this one that are over, each state its own", async () => {
  const reply = await views.attendance({});
  expect([reply.from, reply.to, reply.rows.length]).toEqual(["2026-09-28", TODAY, 58]);
  expect(rowOf(reply, "2026-11-24")).toMatchObject({
    visits: 288,
    state: "measured",
    coverage: 1,
    // The labo's counter may still correct its last three days.
    provisional: true,
  });
  expect(rowOf(reply, "2026-11-21")).toMatchObject({ state: "measured", provisional: false });
  expect(rowOf(reply, "2026-11-23")).toMatchObject({ visits: null, state: "closed", coverage: null });
  // The sheet of Esnes has not come yet: what is known stands, with its coverage.
  expect(rowOf(reply, "2026-11-22")).toMatchObject({ visits: 56, state: "measured", provisional: true });
  expect(rowOf(reply, "2026-11-22")?.coverage).toBeCloseTo(3.5 / 6.5);
  expect(reply.total).toBe(reply.rows.reduce((sum, row) => sum + (row.visits ?? 0), 0));
});

test("parts of a period add up to the whole", async () => {
  const whole = await views.attendance({});
  const cut = ["2026-09-28", "2026-10-13", "2026-11-02", "2026-11-21", TODAY];
  const parts = await Promise.all(cut.slice(1).map((to, i) => views.attendance({ from: cut[i] ?? "", to })));
  const sum = (of: (reply: typeof whole) => number | null | undefined) =>
    parts.reduce((total, part) => total + (of(part) ?? 0), 0);
  expect(sum(({ total }) => total)).toBe(whole.total);
  expect(sum(({ growth }) => growth.comparable?.visits)).toBe(whole.growth.comparable?.visits);
  expect(sum(({ growth }) => growth.comparable?.before)).toBe(whole.growth.comparable?.before);
  expect(sum(({ growth }) => growth.comparable?.days)).toBe(whole.growth.comparable?.days);
  expect(sum(({ growth }) => growth.to_date?.visits)).toBe(whole.growth.to_date?.visits);
});

test("the anniversary is compared with the anniversary, and marked", async () => {
  const reply = await views.attendance({ sites: ["tank"] });
  expect(rowOf(reply, "2026-11-20")).toMatchObject({
    visits: 28,
    compare_day: "2025-11-20",
    compare_reason: "event",
    compare_visits: 28,
  });
  expect(reply.marks).toContainEqual({
    day: "2026-11-20",
    name: { fr: "Bataille", en: "Bataille", nl: "Bataille" },
    kind: "event",
    compare_visits: 28,
  });
  expect(reply.sites.map(({ chosen }) => chosen)).toEqual([true, false, false]);
});

test("a running day counts in the total, but in no growth", async () => {
  const reply = await views.attendance({ from: TODAY, last: TODAY });
  expect(reply.rows).toMatchObject([{ day: TODAY, visits: 210, provisional: true }]);
  expect(reply.growth).toEqual({ to_date: null, comparable: null, per_open_hour: null });
  expect(reply.weeks).toMatchObject([{ visits: 210, partial: true, difference: null }]);
});

test("a till's correction of a past day is told with what stood before", async () => {
  const { store: own } = await engine.fresh();
  await fill(own, territory);
  const at = atLocalTime("2026-11-21", "14:00", "Europe/Paris");
  const before = { ...record("tank", "admissions", at, 0, 2), version: NOW, value: 9 };
  await pull(own, territory, "till", [before], { now: NOW + HOUR, observedTo: NOW });
  const reply = await createViews({ store: own, territory, now: () => NOW + HOUR }).attendance({
    sites: ["tank"],
  });
  expect(rowOf(reply, "2026-11-21")).toMatchObject({ visits: 35, revised: { before: 28, after: 35 } });
  expect(reply.revisions).toBe(1);
});

test("a period to come has no rows, and no number that is none", async () => {
  const reply = attendanceRoute.reply.parse(await views.attendance({ from: "2027-03-01", to: "2027-04-01" }));
  expect(reply).toMatchObject({
    from: "2027-03-01",
    rows: [],
    total: null,
    coverage: null,
    growth: { to_date: null, comparable: null, per_open_hour: null },
    weeks: [],
    estimated_share: 0,
    revisions: 0,
  });
});
