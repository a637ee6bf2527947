/** Real public counts through the whole way in: file → connector → runner → store → rollups. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Store } from "../../src/store/connect.ts";
import { loadTerritory } from "../../src/territory/load.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { hasPublicData, PUBLIC_DATA, WHY_SKIPPED } from "../support/public-data.ts";
import { pullAll } from "../support/pull.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
let engine: TestEngine;
let folder: string;

beforeAll(async () => {
  if (!hasPublicData) return;
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), "beffroi-public-"));
});
afterAll(async () => {
  await engine?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function territoryOf(name: string, file: string) {
  const at = mkdtempSync(join(folder, `${name}-`));
  copyFileSync(join(PUBLIC_DATA, file), join(at, file));
  const path = join(import.meta.dirname, `../fixtures/${name}.yaml`);
  return { territory: loadTerritory(path, { PUBLIC_DATA: at }), path: join(at, file) };
}

function rowsOf(path: string): string[][] {
  const [, ...lines] = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n");
  return lines.map((line) => line.split(","));
}

/** Sum by key. */
function sums(rows: readonly (readonly [string, number])[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const [key, value] of rows) out.set(key, (out.get(key) ?? 0) + value);
  return out;
}

const Day = z.array(z.object({ site: z.string(), day: z.string(), value: z.coerce.number() }));

async function storedDays(store: Store, measure: string): Promise<Map<string, number>> {
  const rows = await store.rows(
    "days",
    "select site, day, value from rollup_day final where measure = {measure: String} and records > 0",
    { measure },
  );
  return new Map(Day.parse(rows).map((r) => [`${r.site} ${r.day}`, r.value]));
}

describe.skipIf(!hasPublicData)(`real input${WHY_SKIPPED}`, () => {
  test("Melbourne: totals per counter and local day equal the file's, again accepts 0, a correction changes only its days", async () => {
    const { store } = await engine.fresh();
    const { territory, path } = territoryOf("melbourne", "melbourne_hourly_DEV.csv.gz");
    const options = z.object({ sites: z.record(z.string(), z.string()) }).parse(territory.feeds[0]?.options);
    const rows = rowsOf(path);
    const direct = sums(
      rows.map(([sensor = "", ts = "", count = ""]) => [
        `${options.sites[sensor]} ${ts.slice(0, 10)}`,
        Number(count),
      ]),
    );

    const [first] = await pullAll(store, territory, now);
    expect(first).toMatchObject({
      status: "done",
      counts: { fetched: 276_147, accepted: 276_147, rejected: {} },
    });
    expect(await storedDays(store, "entries")).toEqual(direct);

    const [again] = await pullAll(store, territory, now + 3_600_000);
    expect(again?.counts.accepted).toBe(0);

    // Three counters corrected, on an ordinary day and on both kinds of clock-change day.
    const wrong = new Set(["3,2013-05-06T10:00", "4,2013-10-06T01:00", "9,2013-04-07T02:00"]);
    const corrected = rows.map(([sensor = "", ts = "", count = ""]) =>
      [sensor, ts, wrong.has(`${sensor},${ts}`) ? Number(count) + 1000 : count].join(","),
    );
    writeFileSync(path, gzipSync(["sensor,ts,count", ...corrected, ""].join("\n")));
    const [third] = await pullAll(store, territory, now + 7_200_000);
    const hits = rows.filter(([sensor, ts]) => wrong.has(`${sensor},${ts}`)).length;
    expect(third?.counts).toMatchObject({ accepted: 0, revised: hits, unchanged: 276_147 - hits });
    const revisions = await store.rows(
      "revisions",
      "select site, day, kind, after > before as more from revision final order by day",
    );
    expect(revisions).toEqual([
      { site: options.sites["9"], day: "2013-04-07", kind: "corrected", more: 1 },
      { site: options.sites["3"], day: "2013-05-06", kind: "corrected", more: 1 },
      { site: options.sites["4"], day: "2013-10-06", kind: "corrected", more: 1 },
    ]);
    const changed = [...(await storedDays(store, "entries"))].filter(
      ([key, value]) => direct.get(key) !== value,
    );
    expect(changed.map(([key]) => key).sort()).toEqual(
      ["9 2013-04-07", "3 2013-05-06", "4 2013-10-06"]
        .map((k) => k.replace(/^\d+/, (s) => options.sites[s] ?? ""))
        .sort(),
    );
  });

  test("Bristol: closed or unrecorded days have no visits, which is not zero visits", async () => {
    const { store } = await engine.fresh();
    const { territory, path } = territoryOf("bristol", "bristol_museums_daily_DEV.csv.gz");
    const options = z.object({ sites: z.record(z.string(), z.string()) }).parse(territory.feeds[0]?.options);
    const direct = new Map(
      rowsOf(path)
        .filter(([, , n]) => Number(n) > 0)
        .map(([site = "", day = "", n]) => [`${options.sites[site]} ${day}`, Number(n)]),
    );
    const [run] = await pullAll(store, territory, now);
    expect(run).toMatchObject({ status: "done", counts: { rejected: {} } });
    expect(await storedDays(store, "entries")).toEqual(direct);
    expect((await pullAll(store, territory, now + 3_600_000))[0]?.counts.accepted).toBe(0);
  });

  test("hotels: tickets by visit day are the bookings less the cancelled ones, and so is what was on hand a month before", async () => {
    const { store } = await engine.fresh();
    const { territory, path } = territoryOf("hotels", "hotel_bookings_DEV.csv.gz");
    const rows = rowsOf(path).map(([site = "", , day = "", lead, status, cancelLead, bookings]) => ({
      key: `${site} ${day}`,
      lead: Number(lead),
      cancelLead: status === "cancelled" ? Number(cancelLead) : undefined,
      bookings: Number(bookings),
    }));
    await pullAll(store, territory, now);
    const net = sums(rows.map((r) => [r.key, r.cancelLead === undefined ? r.bookings : 0]));
    expect(await storedDays(store, "tickets")).toEqual(net);
    const onHand = sums(
      rows.flatMap((r): [string, number][] => [
        [r.key, r.lead >= 30 ? r.bookings : 0],
        [r.key, r.cancelLead !== undefined && r.cancelLead >= 30 ? -r.bookings : 0],
      ]),
    );
    const stored = Day.parse(
      await store.rows(
        "on_hand",
        "select site, day, sumIf(value, booked_on <= day - 30) as value from booking_day final group by site, day",
      ),
    );
    expect(new Map(stored.map((r) => [`${r.site} ${r.day}`, r.value]))).toEqual(onHand);
  });
});
