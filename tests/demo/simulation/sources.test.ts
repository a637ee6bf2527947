import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startedAt } from "../../../demo/clock.ts";
import { type DemoSources, startDemoSources } from "../../../demo/sources.ts";
import type { SourceRecord } from "../../../src/domain/record.ts";
import { daysIn, HOUR, localDate } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";
import { FEEDS, readBack } from "./read-back.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const ZONE = "Europe/Paris";
const territory = fakeTerritory(FEEDS);
const START = "2026-08-24";
let now = Date.parse("2026-10-29T14:40:00Z");
let folder = "";
let sources: DemoSources;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sources-"));
  sources = await startDemoSources({
    territory,
    clock: () => now,
    dropFolder: folder,
    seed: "test",
    days: 60,
    start: START,
  });
});
afterAll(async () => {
  await sources.close();
  rmSync(folder, { recursive: true });
});

function byDay(records: readonly SourceRecord[], measure: string): Map<string, number> {
  const days = new Map<string, number>();
  for (const record of records) {
    if (record.measure !== measure) continue;
    const date = localDate(record.at, ZONE);
    days.set(date, (days.get(date) ?? 0) + record.value);
  }
  return days;
}
const past = () => daysIn({ from: START, to: localDate(now, ZONE) });
const truth = (site: string, date: string) => sources.world.truth(site, date).visits;

test("admissions read from the ticketing system are the people who came", async () => {
  const days = byDay(await readBack(sources, "tank-till", "checkins", now), "admissions");
  // A scanner that was offline yesterday delivers this morning at the latest.
  for (const date of past()) expect(days.get(date) ?? 0, date).toBe(truth("tank-1917", date));
});

test("tickets read from the ledger are the people who came and the few who did not, and bookings ahead", async () => {
  const records = await readBack(sources, "tank-till", "transactions", now);
  const days = byDay(records, "tickets");
  const sold = past().reduce((sum, date) => sum + (days.get(date) ?? 0), 0);
  const came = past().reduce((sum, date) => sum + truth("tank-1917", date), 0);
  for (const date of past())
    expect(days.get(date) ?? 0, date).toBeGreaterThanOrEqual(truth("tank-1917", date));
  expect(sold / came).toBeLessThan(1.1);
  expect([...days.keys()].filter((date) => date > localDate(now, ZONE)).length).toBeGreaterThan(5);
  expect(records.every(({ knownAt }) => knownAt <= now)).toBe(true);
});

test("the till's files are read as the people who came, corrected and repeated files included", async () => {
  const days = byDay(await readBack(sources, "vaucelles-till", "rows", now), "tickets");
  for (const date of past()) expect(days.get(date) ?? 0, date).toBe(truth("vaucelles", date));
});

test("the tally is read as the people who came, on the days when it was typed in", async () => {
  const days = byDay(await readBack(sources, "esnes-hand", "rows", now), "manual");
  expect(days.size).toBeGreaterThan(4);
  for (const [date, people] of days) expect(people, date).toBe(truth("esnes", date));
});

test("both counter interfaces and the logger's files tell counts near the people who came", async () => {
  const near = (records: readonly SourceRecord[], site: string) => {
    const days = byDay(records, "entries");
    const ratios = past()
      .filter((date) => truth(site, date) > 20 && days.has(date))
      .map((date) => (days.get(date) ?? 0) / truth(site, date));
    return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  };
  expect(near(await readBack(sources, "archeo-door", "counts", now), "archeosite")).toBeCloseTo(1.05, 0.7);
  expect(near(await readBack(sources, "tank-door", "rows", now), "tank-1917")).toBeCloseTo(1.05, 0.7);
  const labo = await readBack(sources, "labo-door", "counts", now);
  expect(near(labo, "labo"), "the library's readers pass the same door").toBeGreaterThan(2);
  const last = Math.max(...labo.map(({ at }) => at));
  expect(now - last, "sends late").toBeGreaterThan(1.8 * HOUR);
  expect(now - last).toBeLessThan(4 * HOUR);
});

test("kiosks show sessions and heartbeats", async () => {
  const records = await readBack(sources, "labo-kiosk", "events", now);
  const measures = new Set(records.map(({ measure }) => measure));
  expect(measures).toEqual(new Set(["kiosk_sessions", "kiosk_views", "kiosk_heartbeats"]));
});

test("what is told tomorrow holds all that is told today", async () => {
  const today = await readBack(sources, "tank-till", "transactions", now);
  now += 30 * HOUR;
  const tomorrow = new Map(
    (await readBack(sources, "tank-till", "transactions", now)).map((record) => [record.key, record]),
  );
  now -= 30 * HOUR;
  expect(tomorrow.size).toBeGreaterThan(today.length);
  for (const { key, value, at } of today) expect(tomorrow.get(key)).toMatchObject({ value, at });
});

test("started again a day later with the same start, the past is the same to the byte", async () => {
  const other = mkdtempSync(join(tmpdir(), "sources-"));
  const later = now + 24 * HOUR;
  const again = await startDemoSources({
    ...{ territory, dropFolder: other, seed: "test", days: 60, start: START },
    clock: startedAt(later, 1, () => 0),
  });
  const body = async ({ url, env }: DemoSources) => {
    const query = "ordering=id&created_before=2026-10-29T00:00:00Z&page=7";
    const path = `/pretix/api/v1/organizers/cac/events/tank/transactions/?${query}`;
    const headers = { authorization: `Token ${env.DEMO_PRETIX_TOKEN}` };
    const reply = await fetch(url + path, { headers });
    return (await reply.text()).replaceAll(url, "");
  };
  const [before, after] = [await body(sources), await body(again)];
  await again.close();
  expect(before.length).toBeGreaterThan(1000);
  expect(after).toBe(before);
  for (const path of ["vaucelles/ventes_202609.csv", "tank/portes_20261020.csv"]) {
    expect(readFileSync(join(other, path)).equals(readFileSync(join(folder, path))), path).toBe(true);
  }
  rmSync(other, { recursive: true });
});

test("a wrong secret is refused", async () => {
  const reply = await fetch(`${sources.url}/pretix/api/v1/organizers/cac/events/`, {
    headers: { authorization: "Token guessed" },
  });
  expect(reply.status).toBe(401);
});
