/** Forecasts from the store: every vintage kept, and none that knows what came after its origin. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import { addDays, daysIn, QUARTER } from "../../src/domain/time.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { readChoice } from "../../src/jobs/choice.ts";
import { issueForecasts } from "../../src/jobs/forecast.ts";
import { lookBack } from "../../src/jobs/retrospect.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { smallTerritory } from "../support/territory.ts";

const territory = smallTerritory();
const beta = territory.sites.find((site) => site.id === "beta");
const origin = Date.parse("2026-10-28T05:00:00Z");
const now = Date.parse("2026-11-24T12:00:00Z");
let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

/** Quarter-hour counts of every open quarter between two days; three people each, five at weekends. */
function counts(from: string, to: string, over: Partial<SourceRecord> = {}): SourceRecord[] {
  return daysIn({ from, to }).flatMap((day) => {
    const opening = beta?.opening.on(day);
    return (opening?.kind === "open" ? opening.spans : []).flatMap((span) =>
      Array.from({ length: (span.to - span.from) / QUARTER }, (_, i): SourceRecord => {
        const at = span.from + i * QUARTER;
        const known = at + QUARTER;
        const value = new Date(at).getUTCDay() % 6 === 0 ? 5 : 3;
        return {
          site: "beta",
          measure: "entries",
          key: `b/${at}`,
          at,
          minutes: 15,
          value,
          version: known,
          deleted: false,
          knownAt: known,
          ...over,
        };
      }),
    );
  });
}

/** No two weeks alike, so that a day which is lost shows. */
const uneven = (records: readonly SourceRecord[]): SourceRecord[] =>
  records.map((record) => ({ ...record, value: record.value + (Math.floor(record.at / 1e9) % 3) }));

async function stored(
  records: readonly SourceRecord[],
  store: Store,
  run: string,
  feed = "door",
): Promise<void> {
  const sink = createRecordSink(store, territory.zone, territory.sites);
  await sink.write({
    feed,
    stream: "rows",
    run,
    movable: false,
    token: run,
    records,
    rejections: [],
    now,
  });
  await sink.settle(feed, now);
}

function points(store: Store, at: number): Promise<unknown[]> {
  return store.rows(
    "points",
    `select site, step, start, q10, q50, q90 from forecast_point final
     where issued_at = fromUnixTimestamp64Milli({at: Int64}, 'UTC') order by site, step, start`,
    { at },
  );
}

describe("forecasts", () => {
  test("for an origin are the same whatever arrives or is corrected after it, and others when the past changes", async () => {
    const { store } = await engine.fresh();
    await stored(uneven(counts("2026-05-01", "2026-10-28")), store, "history");
    const job = { territory, model: robustBase, origin };
    await issueForecasts(store, { ...job, now: now + 1 });
    const first = await points(store, now + 1);
    expect(first.length).toBeGreaterThan(50);

    const later = origin + 86_400_000;
    await stored(counts("2026-10-28", "2026-11-20", { value: 900 }), store, "after the origin");
    // Twice: the first correction is itself a past content then, known and replaced after the origin.
    for (const [value, at] of [
      [700, later],
      [650, later + 1],
    ] as const)
      await stored(
        counts("2026-10-24", "2026-10-26", { value, version: at, knownAt: at }),
        store,
        `corrected later to ${value}`,
      );
    await issueForecasts(store, { ...job, now: now + 2 });
    expect(await points(store, now + 2)).toEqual(first);

    const earlier = origin - 3_600_000;
    await stored(
      counts("2026-10-21", "2026-10-22", { value: 50, version: earlier, knownAt: earlier }),
      store,
      "corrected before",
    );
    await issueForecasts(store, { ...job, now: now + 3 });
    expect(await points(store, now + 3)).not.toEqual(first);
  });

  test("a reading that arrived late is not used for an origin before its arrival", async () => {
    const { store } = await engine.fresh();
    const history = counts("2026-05-01", "2026-10-28");
    const [kept, late] = [history.slice(0, -28), history.slice(-28)];
    await stored(kept, store, "history");
    const job = { territory, model: robustBase, origin };
    await issueForecasts(store, { ...job, now: now + 1 });
    const arrival = origin + 3_600_000;
    await stored(
      late.map((r) => ({ ...r, value: 400, version: arrival, knownAt: arrival })),
      store,
      "late",
    );
    await issueForecasts(store, { ...job, now: now + 2 });
    expect(await points(store, now + 2)).toEqual(await points(store, now + 1));
  });

  test("say why there is none when history is too short, and keep that too", async () => {
    const { store } = await engine.fresh();
    await stored(counts("2026-10-01", "2026-10-28"), store, "four weeks");
    const issued = await issueForecasts(store, { territory, model: robustBase, now: origin });
    expect(issued.filter((one) => one.points > 0)).toEqual([]);
    const runs = await store.rows(
      "runs",
      "select site, step, refused from forecast_run where site = 'beta' order by step",
    );
    expect(runs).toMatchObject([{ step: "P1D" }, { step: "P1M" }, { step: "PT1H" }]);
    expect(runs.every((run) => JSON.stringify(run).includes("too"))).toBe(true);
  });

  test("of past mornings are made up for once and marked as such; no vintage is ever overwritten", async () => {
    const { store } = await engine.fresh();
    await stored(counts("2026-05-01", "2026-11-24"), store, "history");
    const job = { territory, model: robustBase, now };
    const signal = new AbortController().signal;
    expect(await lookBack(store, job, 4, signal)).toBe(4);
    expect(await lookBack(store, { ...job, now: now + 60_000 }, 4, signal)).toBe(0);
    await issueForecasts(store, { ...job, now: now + 120_000 });
    const vintages = await store.rows(
      "vintages",
      `select toDate(origin, 'Europe/Paris') as day, retrospective from forecast_run final
       where site = 'beta' and step = 'P1D' order by origin`,
    );
    const past = [4, 3, 2, 1].map((back) => ({ day: addDays("2026-11-24", -back), retrospective: 1 }));
    expect(vintages).toEqual([...past, { day: "2026-11-24", retrospective: 0 }]);
  });

  test("are not issued twice from the same inputs on one day, and again when a past day is corrected", async () => {
    const { store } = await engine.fresh();
    await stored(counts("2026-05-01", "2026-11-24"), store, "history");
    const job = { territory, model: robustBase, measures: ["visits"] } as const;
    const added = async (at: number) =>
      (await issueForecasts(store, { ...job, now: at }))
        .filter(({ unchanged }) => !unchanged)
        .map(({ step }) => step);
    expect(new Set(await added(now + QUARTER))).toEqual(new Set(["P1D", "PT1H", "P1M"]));
    // A quarter of an hour later no hour more is known.
    expect(await added(now + 2 * QUARTER)).toEqual([]);
    expect(new Set(await added(now + 5 * QUARTER))).toEqual(new Set(["PT1H"]));
    const later = now + 6 * QUARTER;
    await stored(
      counts("2026-11-21", "2026-11-22", { value: 9, version: later, knownAt: later }),
      store,
      "corrected",
    );
    expect(new Set(await added(later))).toEqual(new Set(["P1D", "PT1H", "P1M"]));
    const tomorrow = now + 86_400_000;
    expect(await added(tomorrow)).toContain("P1D");
  });

  test("are made of admissions, kiosk sessions and people inside too, each under its own name", async () => {
    const { store } = await engine.fresh();
    const visits = counts("2026-05-01", "2026-11-24");
    const exits = visits.map(
      (r): SourceRecord => ({ ...r, measure: "exits", key: `x${r.key}`, at: r.at + QUARTER }),
    );
    const scans = visits.map(
      (r): SourceRecord => ({ ...r, site: "alpha", measure: "admissions", key: `s${r.key}`, minutes: 0 }),
    );
    await stored([...visits, ...exits], store, "door");
    await stored(scans, store, "till", "till");
    const issued = await issueForecasts(store, { territory, model: robustBase, now });
    const named = issued.filter(({ points: n }) => n > 0).map((f) => `${f.measure} ${f.site} ${f.step}`);
    expect(named).toContain("admissions alpha P1D");
    expect(named).toContain("admissions alpha PT1H");
    expect(named).toContain("occupancy beta PT1H");
    expect(named.filter((name) => name.startsWith("admissions beta") || name.startsWith("kiosk"))).toEqual(
      [],
    );
    expect(named).not.toContain("occupancy territory PT1H");
    const inside = await store.rows(
      "inside",
      `select max(q50) as most, min(q50) as least from forecast_point final where measure = 'occupancy' and site = 'beta'`,
    );
    // Three or five people come in each quarter hour and leave in the next.
    const [{ most, least }] = inside as [{ most: number; least: number }];
    expect(least).toBeGreaterThan(1);
    expect(most).toBeLessThan(8);
    // A forecast of another measure is not taken for one of visits.
    const days = await store.rows(
      "days",
      "select distinct measure from forecast_run where site = 'beta' and step = 'P1D'",
    );
    expect(days).toEqual([{ measure: "visits" }]);
  });

  test("say which model won, and go on with it until the next comparison", async () => {
    const { store } = await engine.fresh();
    await stored(counts("2026-05-01", "2026-11-24"), store, "history");
    const job = { territory, model: robustBase, measures: ["visits"] } as const;
    await issueForecasts(store, { ...job, now, compare: true });
    await issueForecasts(store, { ...job, now: now + 86_400_000 });
    const rows = await store.rows(
      "chosen",
      `select model, chosen, refused from forecast_run where site = 'beta' and step = 'P1D' order by origin`,
    );
    const [first, second] = rows as { model: string; chosen: string; refused: string }[];
    // What repeats exactly is best repeated: the simple rule wins.
    const won = { on: "2026-11-24", model: "seasonal-naive", against: "seasonal-naive" };
    expect(readChoice(first?.chosen ?? "")).toMatchObject(won);
    expect(second?.chosen).toBe(first?.chosen);
    // Whoever speaks, somebody does: a rule that has nothing to say on a closed weekday leaves the word to another.
    expect([first, second].map((run) => run?.refused)).toEqual(["", ""]);
    expect(second?.model).toBe("seasonal-naive");
  });
});
