import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sheetsFor } from "../../../demo/drop/folders.ts";
import { dropWriter } from "../../../demo/drop/writer.ts";
import { createWorld } from "../../../demo/simulation/world.ts";
import type { Feed } from "../../../src/domain/site.ts";
import { daysIn, HOUR, MINUTE } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";

const feed = (id: string, site: string, kind: Feed["kind"], folder: string): Feed => ({
  ...{
    id,
    site,
    kind,
    connector: "file",
    everyMs: HOUR,
    allowanceMs: HOUR,
    allowanceGiven: true,
    settlesMs: HOUR,
    gates: [],
    corrections: [],
  },
  options: { path: `/somewhere/${folder}/*.csv` },
});
const FEEDS = [
  feed("tank-door", "tank-1917", "counter", "tank"),
  feed("till", "vaucelles", "ticketing", "vaucelles"),
  feed("tally", "esnes", "manual", "esnes"),
  feed("kiosk", "labo", "kiosk", "labo"),
];
// Live from 11 October 2026: the doubled hour of the 25th falls into a daily file.
const world = createWorld({ territory: fakeTerritory(FEEDS), seed: "test", start: "2026-06-10", days: 123 });
const NOW = Date.parse("2026-10-27T15:00:00Z");
const folders: string[] = [];
/** Files as they stand at NOW, for the tests that only read. */
let left = new Map<string, Buffer>();

beforeAll(() => {
  const folder = newFolder();
  leave(NOW, folder);
  left = files(folder);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "drop-"));
  folders.push(folder);
  return folder;
}

function leave(now: number, into: string): number {
  return dropWriter(into).write(sheetsFor(world, world.today(now)), now);
}

function files(root: string): Map<string, Buffer> {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.(csv|jsonl)$/.test(name)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}

/** Rows `Date;Heure;Tarif;Qté;Montant TTC;Type;Origine;Vient de` between header and total, read by French conventions. */
function till(bytes: Buffer) {
  const lines = new TextDecoder("windows-1252").decode(bytes).split("\r\n");
  const header = lines.indexOf("Date;Heure;Tarif;Qté;Montant TTC;Type;Origine;Vient de");
  const total = lines.findIndex((line) => line.startsWith("Total;"));
  const number = (text = "") => Number(text.replace("\u00a0", "").replace(",", "."));
  const rows = lines.slice(header + 1, total).map((line) => line.split(";"));
  const totals = lines[total]?.split(";") ?? [];
  return {
    rows: rows.map(([date = "", , , quantity, amount]) => ({
      date: date.split("/").reverse().join("-"),
      quantity: number(quantity),
      amount: number(amount),
    })),
    total: { quantity: number(totals[3]), amount: number(totals[4]) },
  };
}

test("the till's files are Windows-1252 with titles and a total, and hold the people who came", () => {
  const people = new Map<string, number>();
  for (const [path, bytes] of left) {
    if (!path.startsWith("vaucelles/") || path.includes("renvoi")) continue;
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes), path).toThrow();
    const { rows, total } = till(bytes);
    expect(rows.reduce((sum, row) => sum + row.quantity, 0)).toBe(total.quantity);
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBeCloseTo(total.amount, 6);
    for (const { date, quantity } of rows) people.set(date, (people.get(date) ?? 0) + quantity);
  }
  for (const date of daysIn({ from: world.start, to: "2026-10-26" })) {
    expect(people.get(date) ?? 0, date).toBe(world.truth("vaucelles", date).visits);
  }
});

test("some days the till is corrected the next morning, or its file comes twice", () => {
  const names = new Set<string>();
  const changed = new Set<string>();
  let before = new Map<string, Buffer>();
  const folder = newFolder();
  const writer = dropWriter(folder);
  for (let now = Date.parse("2026-10-01T20:00:00Z"); now < NOW; now += 12 * HOUR) {
    writer.write(sheetsFor(world, world.today(now)), now);
    const after = files(folder);
    for (const [path, bytes] of after) {
      if (!path.startsWith("vaucelles/")) continue;
      names.add(path);
      const old = before.get(path);
      if (old && !old.equals(bytes)) changed.add(path);
    }
    before = after;
  }
  expect([...changed].filter((path) => /ventes_\d{8}\.csv/.test(path)).length).toBeGreaterThan(0);
  for (const path of [...names].filter((name) => name.includes("renvoi"))) {
    expect(before.get(path)).toEqual(before.get(path.replace("_renvoi", "")));
  }
});

test("the door's file has the doubled hour of October twice, in sequence, and every other quarter once", () => {
  const text = left.get("tank/portes_20261025.csv")?.toString("utf8") ?? "";
  const times = text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(";")[0]?.slice(11) ?? "");
  expect(text.startsWith("\ufeffHorodatage;Entrées;Sorties\r\n25/10/2026 00:00;")).toBe(true);
  expect(times.length).toBe(100);
  expect(times.slice(8, 16)).toEqual([
    "02:00",
    "02:15",
    "02:30",
    "02:45",
    "02:00",
    "02:15",
    "02:30",
    "02:45",
  ]);
});

test("kiosks tell sessions apart from silence, with an offset on every time", () => {
  const lines = (left.get("labo/bornes_20261024.jsonl")?.toString("utf8") ?? "").trim().split("\n");
  const events = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const ids = new Set(events.map((event) => event.event_id));
  expect(ids.size).toBe(events.length);
  expect(events.every(({ ts }) => /T\d\d:\d\d:\d\d\.\d{3}\+02:00$/.test(ts ?? ""))).toBe(true);
  expect(events.filter(({ type }) => type === "heartbeat").length).toBeGreaterThan(150);
  expect(events.filter(({ type }) => type === "session_start").length).toBeGreaterThan(2);
});

test("the tally of the castle agrees with the people who came, on the days that were typed in", () => {
  const counted = new Map<string, number>();
  for (const [path, bytes] of left) {
    if (!path.startsWith("esnes/")) continue;
    for (const line of bytes.toString("utf8").trim().split("\n").slice(1)) {
      const [date = "", , , entries] = line.split(",");
      counted.set(date, (counted.get(date) ?? 0) + Number(entries));
    }
  }
  expect(counted.size).toBeGreaterThan(12);
  for (const [date, entries] of counted) expect(entries, date).toBe(world.truth("esnes", date).visits);
});

test("nothing in the folder is later than the clock", () => {
  const now = Date.parse("2026-10-14T13:20:00Z");
  const folder = newFolder();
  leave(now, folder);
  for (const [path, bytes] of files(folder)) {
    expect(statSync(join(folder, path)).mtimeMs, path).toBeLessThanOrEqual(now);
    if (path.startsWith("vaucelles/")) {
      const days = till(bytes).rows.map(({ date }) => date);
      expect(
        days.every((date) => date < "2026-10-14"),
        path,
      ).toBe(true);
    }
    for (const [, ts] of bytes.toString("utf8").matchAll(/"ts":"([^"]+)"/g)) {
      expect(Date.parse(ts ?? "")).toBeLessThanOrEqual(now);
    }
  }
});

test("a folder kept minute by minute, stopped and started again is the same as one made at once", () => {
  const until = Date.parse("2026-10-16T18:00:00Z");
  const [folder, other] = [newFolder(), newFolder()];
  for (let now = Date.parse("2026-10-09T08:00:00Z"); now < until; now += 7 * HOUR + 13 * MINUTE) {
    leave(now, folder);
  }
  leave(until, folder);
  leave(until, other);
  const [kept, fresh] = [files(folder), files(other)];
  expect([...kept.keys()]).toEqual([...fresh.keys()]);
  for (const [path, bytes] of kept) expect(bytes.equals(fresh.get(path) ?? Buffer.alloc(0)), path).toBe(true);
});
