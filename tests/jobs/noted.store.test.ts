/** What people wrote down about days reaches forecasts, and only those made after it was written. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Annotation } from "../../src/domain/annotation.ts";
import { addDays, daysIn, startOfDay, weekday } from "../../src/domain/time.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { issueForecasts } from "../../src/jobs/forecast.ts";
import { readAnnotations, withdrawAnnotation, writeAnnotation } from "../../src/store/annotations.ts";
import type { Store } from "../../src/store/connect.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, pull, quarterRecords, siteOf, TODAY, viewTerritory } from "../views/support/world.ts";

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

/** The labo's door says otherwise for some days: `people` a quarter hour instead of ten, known since that evening. */
async function corrected(store: Store, dates: readonly string[], people: number): Promise<void> {
  const labo = siteOf(territory, "labo");
  const records = dates.flatMap((date) =>
    quarterRecords(labo, { from: date, to: addDays(date, 1) }, "entries", () => people),
  );
  await pull(
    store,
    territory,
    "labo-door",
    records.map((r) => ({ ...r, version: r.version + 1, knownAt: r.knownAt + 1 })),
  );
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
    // Every Friday since October said twice as many.
    const fridays = daysIn({ from: "2026-10-02", to: TODAY }).filter((date) => weekday(date) === 5);
    await corrected(store, fridays, 20);
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
    const before = ["2026-09-25", "2026-10-09", "2026-10-23"];
    await corrected(store, before, 30);
    const event = { ...closure, kind: "event" as const };
    for (const date of before)
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
