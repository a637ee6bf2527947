/** Forecasting as the service does it: in a thread, from the store and back, while the service goes on answering. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startForecasting } from "../../src/commands/forecasting.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import { addDays, atLocalTime, daysIn, HOUR } from "../../src/domain/time.ts";
import type { Store, StoreAddress } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { loadTerritory } from "../../src/territory/load.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

const SITES = Array.from({ length: 4 }, (_, i) => `street-${i}`);
const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: Cambrai, publishes: true } ]
sites:
${SITES.map((id) => `  - { id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["08:00-20:00"] } ], visits: { from: counter } }`).join("\n")}
feeds:
${SITES.map((id) => `  - { id: "door-${id}", site: ${id}, kind: counter, connector: file, every: PT1H, options: { path: "./d/*.csv", secret: "\${DOOR_SECRET}" } }`).join("\n")}
`;
const now = Date.parse("2026-11-24T05:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "beffroi-forecasting-"));
const file = join(folder, "essai.yaml");
let engine: TestEngine;
let store: Store;
let address: StoreAddress;

function counts(site: string, index: number): SourceRecord[] {
  return daysIn({ from: addDays("2026-11-24", -430), to: "2026-11-24" }).flatMap((day, n) => {
    const eight = atLocalTime(day, "08:00", "Europe/Paris");
    return Array.from({ length: 12 }, (_, h): SourceRecord => {
      const at = eight + h * HOUR;
      const value = 20 + index + (n % 7) * 5 + ((n * 31 + h * 17) % 11);
      const known = at + HOUR;
      return {
        site,
        measure: "entries",
        key: `${at}`,
        at,
        minutes: 60,
        value,
        version: known,
        deleted: false,
        knownAt: known,
      };
    });
  });
}

beforeAll(async () => {
  writeFileSync(file, TEXT);
  engine = await startEngine();
  ({ store, address } = await engine.fresh());
  const territory = loadTerritory(file, { DOOR_SECRET: "not-for-the-thread" });
  const sink = createRecordSink(store, territory.zone, territory.sites);
  for (const [i, site] of SITES.entries()) {
    const feed = `door-${site}`;
    await sink.write({
      feed,
      stream: "s",
      run: feed,
      movable: false,
      token: feed,
      records: counts(site, i),
      rejections: [],
      now,
    });
    await sink.settle(feed, now);
  }
}, 120_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function service(signal = new AbortController().signal) {
  const territory = loadTerritory(file, { DOOR_SECRET: "not-for-the-thread" });
  return { address, territory, now: () => now, signal, log: pino({ level: "silent" }) };
}

test("comparing and issuing holds up nobody, and every site is told which model serves it and why", async () => {
  const forecasting = startForecasting(service());
  const before = performance.eventLoopUtilization();
  await forecasting.issue({ compare: true });
  // A share of the time and no time: computing in place would leave nothing. The benchmark tells the longest block.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);

  const { territory } = service();
  const views = createViews({ store, territory, now: () => now });
  for (const [step, leads] of [
    ["PT1H", 336],
    ["P1D", 90],
    ["P1M", 18],
  ] as const) {
    const reply = await views.forecasts({ sites: ["street-3"], step, measure: "visits" });
    expect(reply.rows.at(-1)?.lead).toBeGreaterThan(leads - 12);
    expect(reply.refused).toEqual([]);
  }
  const { models } = await views.forecasts({ sites: SITES, step: "P1D", measure: "visits" });
  expect(models).toHaveLength(4);
  expect(models?.every(({ because }) => because.includes("over the last 8 weeks"))).toBe(true);
}, 120_000);

test("hours agree with their days, and the territory with its sites", async () => {
  const { territory } = service();
  const views = createViews({ store, territory, now: () => now });
  const ask = (step: "PT1H" | "P1D", site: string) =>
    views.forecasts({ sites: [site], step, measure: "visits" });
  for (const site of ["street-0", "street-2", "territory"]) {
    const [hours, days] = [await ask("PT1H", site), await ask("P1D", site)];
    for (const { day, lead, mean } of days.rows.filter((row) => row.lead > 1 && row.lead <= 14)) {
      const sum = hours.rows.filter((row) => row.day === day).reduce((total, row) => total + row.mean, 0);
      // Means are shown to a tenth.
      expect(Math.abs(sum - mean), `${site} ${day} lead ${lead}`).toBeLessThan(0.05 * 13 + 0.05);
    }
  }
  const rows = await Promise.all(SITES.map((site) => ask("P1D", site)));
  const total = rows.reduce((sum, { rows: [first] }) => sum + (first?.mean ?? 0), 0);
  expect((await ask("P1D", "territory")).rows[0]?.mean).toBeCloseTo(total, 0);
});

test("a thread that cannot do its work says why; a service that ends does not wait for it", async () => {
  const wrong = { ...service(), address: { ...address, password: "wrong" } };
  await expect(startForecasting(wrong).issue({ compare: false })).rejects.toThrow(/^forecasting failed: /);
  await expect(startForecasting(wrong).lookBack(3)).resolves.toBeUndefined();
  const ending = new AbortController();
  const began = performance.now();
  const under = startForecasting(service(ending.signal)).issue({ compare: true });
  setTimeout(() => ending.abort(), 300);
  await under;
  expect(performance.now() - began).toBeLessThan(2000);
});
