/** What people wrote down about days reaches forecasts, and only those made after it was written. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Annotation } from "../../src/domain/annotation.ts";
import { addDays, startOfDay } from "../../src/domain/time.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { issueForecasts } from "../../src/jobs/forecast.ts";
import { readAnnotations, withdrawAnnotation, writeAnnotation } from "../../src/store/annotations.ts";
import type { Store } from "../../src/store/connect.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, TODAY, viewTerritory } from "../views/support/world.ts";

const territory = viewTerritory();
const HOUR = 3_600_000;
/** A morning of the past, and days after it. */
const ORIGIN = startOfDay("2026-11-11", territory.zone) + 5 * HOUR;
const day = (n: number) => addDays("2026-11-11", n);
let engine: TestEngine;
let clock = NOW;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const closure: Omit<Annotation, "id" | "withdrawnAt"> = {
  site: "labo",
  from: day(3),
  to: day(4),
  kind: "closure",
  text: "travaux",
  counts: true,
  createdAt: ORIGIN - HOUR,
};

async function filled(): Promise<Store> {
  const { store } = await engine.fresh();
  await fill(store, territory);
  return store;
}

/** Medians by day of the labo as of the origin. */
async function medians(store: Store): Promise<Record<string, number>> {
  const now = ++clock;
  await issueForecasts(store, { territory, model: robustBase, now, origin: ORIGIN, steps: ["P1D"] });
  const rows = await store.rows(
    "medians",
    `select toString(day) as day, q50 from forecast_point final where site = 'labo' and step = 'P1D'
     and issued_at = (select max(issued_at) from forecast_run where site = 'labo') order by day`,
  );
  return Object.fromEntries((rows as { day: string; q50: number }[]).map((row) => [row.day, row.q50]));
}

describe("an annotation that counts", () => {
  test("closes a day to come, unless it was written after the origin or withdrawn before it", async () => {
    const store = await filled();
    const plain = await medians(store);
    expect(plain[day(3)]).toBeGreaterThan(100);
    await writeAnnotation(store, { ...closure, createdAt: ORIGIN });
    await writeAnnotation(store, { ...closure, createdAt: ORIGIN + HOUR });
    await writeAnnotation(store, { ...closure, counts: false });
    await writeAnnotation(store, { ...closure, site: "tank" });
    const withdrawn = await writeAnnotation(store, { ...closure, createdAt: ORIGIN - 2 * HOUR });
    await withdrawAnnotation(store, withdrawn.id, ORIGIN - HOUR);
    expect(await medians(store)).toEqual(plain);
    const { id } = await writeAnnotation(store, closure);
    const known = await medians(store);
    expect(known[day(3)]).toBeUndefined();
    expect(known[day(2)]).toBeDefined();
    // A withdrawal is not known before it was made.
    await withdrawAnnotation(store, id, ORIGIN + HOUR);
    expect((await medians(store))[day(3)]).toBeUndefined();
  });

  test("takes days with a fault out of what is learned, unless it was written after the origin", async () => {
    const store = await filled();
    const plain = await medians(store);
    // All Fridays of five weeks said twice as many.
    await store.command(
      "double",
      "alter table record update value = value * 2 where site = 'labo' and toDayOfWeek(at, 0, 'Europe/Paris') = 5 and at >= toDateTime('2026-10-01') settings mutations_sync = 1",
    );
    const wrong = await medians(store);
    const friday = day(2);
    expect(wrong[friday]).toBeGreaterThan(1.2 * (plain[friday] ?? 0));
    const fault = { ...closure, kind: "fault" as const, from: "2026-10-01", to: day(0) };
    await writeAnnotation(store, { ...fault, createdAt: ORIGIN + HOUR });
    expect(await medians(store)).toEqual(wrong);
    await writeAnnotation(store, fault);
    expect((await medians(store))[friday]).toBeLessThan(1.1 * (plain[friday] ?? 0));
  });

  test("names an event: the next one of the same name is like the last", async () => {
    const store = await filled();
    await store.command(
      "double",
      "alter table record update value = value * 3 where site = 'labo' and toDate(at, 'Europe/Paris') in ('2026-09-25', '2026-10-09', '2026-10-23') settings mutations_sync = 1",
    );
    const event = { ...closure, kind: "event" as const };
    for (const date of ["2026-09-25", "2026-10-09", "2026-10-23"])
      await writeAnnotation(store, { ...event, text: "Braderie", from: date, to: addDays(date, 1) });
    const friday = day(2);
    const plain = await medians(store);
    await writeAnnotation(store, { ...event, text: " braderie", from: friday, to: addDays(friday, 1) });
    const known = await medians(store);
    expect(known[friday]).toBeGreaterThan(1.5 * (plain[friday] ?? 0));
  });
});

test("annotations are read as they were known, of all sites or of one, on days they touch", async () => {
  const { store } = await engine.fresh();
  const all = { ...closure, site: null, text: "tempête" };
  await writeAnnotation(store, all);
  const { id } = await writeAnnotation(store, closure);
  const days = { from: day(3), to: day(4) };
  const texts = async (sites: string[], asOf: number, span = days) =>
    (await readAnnotations(store, sites, span, asOf)).map(
      ({ text, withdrawnAt }) => `${text} ${withdrawnAt}`,
    );
  expect(await texts(["tank"], NOW)).toEqual(["tempête null"]);
  expect((await texts(["labo"], NOW)).sort()).toEqual(["tempête null", "travaux null"]);
  expect(await texts(["labo"], ORIGIN - HOUR)).toEqual([]);
  expect(await texts(["labo"], NOW, { from: day(4), to: TODAY })).toEqual([]);
  expect((await withdrawAnnotation(store, id, ORIGIN))?.withdrawnAt).toBe(ORIGIN);
  expect((await withdrawAnnotation(store, id, ORIGIN + 5))?.withdrawnAt).toBe(ORIGIN);
  expect((await texts(["labo"], NOW)).sort()).toEqual(["tempête null", `travaux ${ORIGIN}`]);
  expect((await texts(["labo"], ORIGIN)).sort()).toEqual(["tempête null", "travaux null"]);
  expect(await withdrawAnnotation(store, "none", NOW)).toBeUndefined();
});
