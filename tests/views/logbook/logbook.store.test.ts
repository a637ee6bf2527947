import { afterAll, beforeAll, expect, test } from "vitest";
import type { Annotation } from "../../../src/domain/annotation.ts";
import { addDays, atLocalTime, daysIn } from "../../../src/domain/time.ts";
import { withdrawAnnotation, writeAnnotation } from "../../../src/store/annotations.ts";
import type { Store } from "../../../src/store/connect.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, issue, NOW, pull, record, TODAY, viewTerritory } from "../support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const SPAN = { from: "2026-11-02", to: "2026-12-28" };

const write = (asked: Partial<Annotation> & Pick<Annotation, "kind" | "from">) =>
  writeAnnotation(store, {
    site: "tank",
    to: addDays(asked.from, 1),
    text: "noté",
    counts: false,
    createdAt: NOW - 1000,
    ...asked,
  });

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  // The till of Saturday 21 November is over-counted at first: 2 scans a quarter hour, then 9 in the first one.
  await fill(store, territory);
  const at = atLocalTime("2026-11-21", "14:00", territory.zone);
  await pull(store, territory, "till", [{ ...record("tank", "admissions", at, 0, 9), version: NOW }]);
  for (const morning of daysIn({ from: addDays(TODAY, -70), to: TODAY })) {
    const days = daysIn({ from: morning, to: addDays(morning, 3) });
    const at6 = atLocalTime(morning, "06:00", territory.zone);
    await issue(store, "labo", at6, days, (day) => (day === "2026-11-12" ? 60 : 288));
  }
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

test("the calendar gives holidays, events of chosen sites and closures longer than a week, all in the model", async () => {
  const { rows } = await views.logbook({ ...SPAN, kind: ["holiday", "event", "closure", "break"] });
  expect(rows.every(({ origin, in_model }) => origin === "calendar" && in_model)).toBe(true);
  const told = rows.map(({ kind, site, from, to, text }) => [kind, site, from, to, text?.fr]);
  expect(told).toContainEqual(["holiday", null, "2026-11-11", "2026-11-12", "Armistice 1918"]);
  expect(told).toContainEqual(["event", "tank", "2026-11-20", "2026-11-21", "Bataille"]);
  expect(told).toContainEqual(["break", null, "2026-12-19", "2027-01-04", "Vacances de Noël"]);
  expect(told.filter(([kind]) => kind === "closure")).toEqual([]);
  const labo = await views.logbook({ ...SPAN, sites: ["labo"], kind: ["event"] });
  expect(labo.rows).toEqual([]);
});

test("a correction says how many visits there were before and are now", async () => {
  const { rows } = await views.logbook({ ...SPAN, kind: ["correction"] });
  expect(rows).toMatchObject([
    {
      site: "tank",
      from: "2026-11-21",
      to: "2026-11-22",
      before: 28,
      after: 35,
      origin: "data",
      in_model: true,
    },
  ]);
});

test("an unusual day leaves the model only where a fault about it counts", async () => {
  const before = await views.logbook({ ...SPAN, kind: ["unusual"] });
  expect(before.rows).toMatchObject([
    { kind: "unusual", site: "labo", from: "2026-11-12", before: 60, after: 288, in_model: true },
  ]);
  expect(before.unusual).toHaveLength(1);
  const fault = await write({
    site: "labo",
    kind: "fault",
    from: "2026-11-12",
    counts: true,
    text: "bloqué",
  });
  const [row] = (await views.logbook({ ...SPAN, kind: ["unusual"] })).rows;
  expect(row?.in_model).toBe(false);
  await withdrawAnnotation(store, fault.id, NOW - 500);
  const { rows } = await views.logbook({ ...SPAN, kind: ["unusual", "fault"] });
  expect(rows.map(({ kind, in_model }) => [kind, in_model])).toEqual([
    ["fault", false],
    ["unusual", true],
  ]);
  expect(rows[0]).toMatchObject({ id: fault.id, text: { fr: "bloqué" }, origin: "written" });
});

test("what is written for all sites stands once, and another site's notes are left out", async () => {
  await write({ site: null, kind: "note", from: "2026-11-18", text: "neige" });
  await write({ site: "esnes", kind: "note", from: "2026-11-18", text: "toit" });
  const { rows } = await views.logbook({ ...SPAN, sites: ["tank"], kind: ["note"] });
  expect(rows.map(({ site, text }) => [site, text?.fr])).toEqual([[null, "neige"]]);
});

test("an action has its effect, or says why not yet; for all sites one has to be chosen", async () => {
  const young = await write({ kind: "action", from: addDays(TODAY, -5), to: TODAY, text: "tarif" });
  const { effect } = await views.logbook({ effect: young.id });
  expect(effect).toMatchObject({ site: "tank", answer: { kind: "refused" } });
  const wide = await write({ site: null, kind: "action", from: addDays(TODAY, -5), to: TODAY });
  expect((await views.logbook({ effect: wide.id })).effect).toMatchObject({ site: null, answer: null });
  expect((await views.logbook({ effect: wide.id, sites: ["labo"] })).effect?.site).toBe("labo");
  const note = await write({ kind: "note", from: TODAY });
  await expect(views.logbook({ effect: note.id })).rejects.toThrow("one of kind action");
});

test("without a period: eight weeks, the running one, and four to come; none longer than 400 days", async () => {
  expect(await views.logbook({})).toMatchObject({ from: "2026-09-28", to: "2026-12-28" });
  expect(await views.logbook({ last: "2026-11-01" })).toMatchObject({ from: "2026-09-07", to: "2026-11-02" });
  expect(await views.logbook({ from: "2027-03-01" })).toMatchObject({ to: "2027-03-08" });
  await expect(views.logbook({ from: "2020-01-01" })).rejects.toThrow("at most 400 days");
  await expect(views.logbook({ from: TODAY, to: TODAY })).rejects.toThrow("invalid to");
});
