/** The whole way over a real store: rows of a file set aside, kept, corrected, replayed, corrected again, gone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { BoundFeed } from "../../ingest/pull.ts";
import { pullFeed } from "../../ingest/pull.ts";
import { carryOut, planReplay, type ReplayOptions } from "../../ingest/quarantine/replay.ts";
import { bindFeeds } from "../../src/commands/feeds.ts";
import type { Correction } from "../../src/domain/correction.ts";
import type { Territory } from "../../src/domain/site.ts";
import { deleteOld, findOld } from "../../src/jobs/retention.ts";
import type { Store } from "../../src/store/connect.ts";
import { readQuarantine } from "../../src/store/quarantine.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { effectsAt } from "../support/pull.ts";
import { storedQuarters, storedRecords } from "../support/stored.ts";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-24T12:00:00Z");
const ALL = { feeds: [], from: 0, to: NOW * 2, most: 1000 };

let engine: TestEngine;
let store: Store;
let folder: string;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  ({ store } = await engine.fresh());
  folder = mkdtempSync(join(tmpdir(), "beffroi-quarantine-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function world(
  corrections = "[]",
  kind: "counts" | "sales" = "counts",
): { territory: Territory; bound: BoundFeed } {
  const options =
    kind === "counts"
      ? `{ path: "./*.csv", columns: { at: Horodatage, entries: Entrées, site: Lieu }, sites: { Alpha: alpha, Beta: beta }, step: PT1H, stable_for: 0, max_bad: 1 }`
      : `{ path: "./*.csv", columns: { at: Visite, quantity: Billets, tariff: Tarif }, measure: tickets, tariffs: { Plein: full, Handicap: reduced }, stable_for: 0, max_bad: 1, max_loss: 1 }`;
  const site = (id: string) =>
    `{ id: ${id}, name: { fr: ${id} }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } }`;
  const text = `
territory: { id: essai, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites: [ ${site("alpha")}, ${site("beta")} ]
feeds: [ { id: door, site: alpha, kind: counter, connector: file, every: PT1H, options: ${options}, corrections: ${corrections} } ]
`;
  const territory = readTerritory(text, join(folder, "territory.yaml"), {});
  const [bound] = bindFeeds(territory);
  if (!bound) throw new Error("no feed");
  return { territory, bound };
}

let written = 0;
function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  written += 1;
  utimesSync(join(folder, name), NOW / 1000 - 1e5 + written, NOW / 1000 - 1e5 + written);
}
const counts = (...rows: string[]) => `Horodatage;Entrées;Lieu;Nom\n${rows.join("\n")}\n`;

async function pull({ territory, bound }: ReturnType<typeof world>, now = NOW) {
  return pullFeed(territory, bound, effectsAt(store, territory, now));
}

async function replay(
  { territory, bound }: ReturnType<typeof world>,
  rules: readonly Correction[],
  now = NOW + HOUR,
) {
  const effects = effectsAt(store, territory, now);
  const asked: ReplayOptions = {
    feed: bound.open,
    rows: (await readQuarantine(store, ALL)).rows,
    rules: rules.map((correction) => ({ correction, by: "person" })),
    sites: new Set(territory.sites.map(({ id }) => id)),
    now,
  };
  const plan = await planReplay(asked, effects.state);
  await carryOut(plan, asked, effects.sink);
  await effects.sink.settle("door", now);
  return plan.map(({ outcome, detail }) => `${outcome} ${detail}`.trim()).sort();
}

const at = (hour: string) => Date.parse(`2026-11-21T${hour}:00:00Z`);

test("a row set aside is kept once, without what the mapping does not name, however often it comes", async () => {
  const here = world();
  write("a.csv", counts("21/11/2026 14:00;5;Alpha;Marie Dupont", "21/11/2026 15:00;7;Gamma;Paul Durand"));
  await pull(here);
  write("b.csv", counts("21/11/2026 15:00;7;Gamma;Paul Durand", "21/11/2026 16:00;douze;Alpha;0612345678"));
  await pull(here, NOW + HOUR);
  const { rows, held, open } = await readQuarantine(store, ALL);
  expect([held, open]).toEqual([2, 2]);
  expect(rows).toMatchObject([
    { reason: "unknown_site", position: "b.csv line 2", seen: NOW + HOUR, state: "open" },
    { reason: "bad_number", field: "entries", position: "b.csv line 3" },
  ]);
  expect(rows[0]?.row).toMatchObject({
    fields: { at: "21/11/2026 15:00", entries: "7", site: "Gamma" },
    withheld: [],
  });
  expect(rows[1]?.row).toMatchObject({ fields: { at: "21/11/2026 16:00" }, withheld: ["entries", "site"] });
});

test("a corrected row counts once, however often it is corrected and by whichever rule, and goes when it is dropped", async () => {
  const here = world();
  write("a.csv", counts("21/11/2026 14:00;5;Alpha;", "21/11/2026 15:00;7;Gamma;"));
  await pull(here);
  const to = (site: string): Correction => ({ where: { site: "Gamma" }, set: { site } });
  expect(await replay(here, [to("Nowhere")])).toEqual([
    "refused site: site and gate are not listed in the options",
  ]);
  expect(await replay(here, [to("Alpha")])).toEqual(["corrected"]);
  expect(await replay(here, [to("Alpha")])).toEqual(["corrected"]);
  const five = `alpha ${at("14")} 5`;
  expect(await storedRecords(store)).toEqual([five, `alpha ${at("15")} 7`]);
  expect(await replay(here, [to("Beta")])).toEqual(["corrected"]);
  expect(await storedRecords(store)).toEqual([five, `beta ${at("15")} 7`]);
  expect((await storedQuarters(store)).get(`beta ${at("15")}`)?.[0]).toBeGreaterThan(0);
  expect(await replay(here, [{ where: { "@reason": "unknown_site" }, drop: "test" }])).toEqual(["dropped"]);
  expect(await storedRecords(store)).toEqual([five]);
  expect(await replay(here, [to("Beta")])).toEqual(["corrected"]);
  expect(await storedRecords(store)).toEqual([five, `beta ${at("15")} 7`]);
});

test("what came right from the source meanwhile is neither doubled nor overwritten", async () => {
  const here = world();
  write("a.csv", counts("21/11/2026 15:00;x;Alpha;"));
  await pull(here);
  write("a.csv", counts("21/11/2026 15:00;9;Alpha;"));
  await pull(here, NOW + HOUR);
  expect(await replay(here, [{ where: {}, set: { entries: 4, site: "Alpha" } }], NOW + 2 * HOUR)).toEqual([
    "corrected",
  ]);
  expect(await storedRecords(store)).toEqual([`alpha ${at("15")} 9`]);
});

test("a correction stands when the same row comes again, and not for another content", async () => {
  const here = world();
  write("a.csv", counts("21/11/2026 15:00;7;Gamma;"));
  await pull(here);
  await replay(here, [{ where: { site: "Gamma" }, set: { site: "Beta" } }]);
  write("a.csv", counts("21/11/2026 15:00;7;Gamma;", "21/11/2026 16:00;8;Gamma;"));
  const [run] = await pull(here, NOW + 2 * HOUR);
  expect(run?.counts).toMatchObject({ unchanged: 1, rejected: { unknown_site: 1 } });
  const { rows, open } = await readQuarantine(store, ALL);
  expect(open).toBe(1);
  expect(rows.map(({ state, standing }) => [state, standing?.by])).toEqual([
    ["corrected", "person"],
    ["open", undefined],
  ]);
});

test("rules of the territory file correct what a pull delivers and what was held before, and each use is noted", async () => {
  write("a.csv", counts("21/11/2026 15:00;7;Gamma;", "21/11/2026 16:00;8;Essai;"));
  await pull(world());
  const here = world(
    '[ { where: { site: Gamma }, set: { site: Beta } }, { where: { site: Essai }, drop: "rows of a test" } ]',
  );
  write("b.csv", counts("21/11/2026 17:00;1;Gamma;"));
  const [run] = await pull(here, NOW + HOUR);
  expect(run?.counts).toMatchObject({ fetched: 1, accepted: 1, rejected: {} });
  expect(await storedRecords(store)).toEqual([`beta ${at("15")} 7`, `beta ${at("17")} 1`]);
  const { rows, open } = await readQuarantine(store, ALL);
  expect(open).toBe(0);
  expect(rows.map(({ state, standing }) => `${state} ${standing?.by}`).sort()).toEqual([
    "corrected file",
    "corrected file",
    "dropped file",
  ]);
  const other = world("[ { where: { site: Gamma }, set: { site: Alpha } } ]");
  await pull(other, NOW + 2 * HOUR);
  expect(await storedRecords(store)).toEqual([`alpha ${at("15")} 7`, `alpha ${at("17")} 1`]);
});

test("a sale without an id is replayed beside its equals, and gives way when its days are read anew", async () => {
  const here = world("[]", "sales");
  const sales = (...rows: string[]) => `Visite;Billets;Tarif\n${rows.join("\n")}\n`;
  const [good, bad] = ["21/11/2026 15:00;2;Plein", "21/11/2026 15:00;2x;Handicap"];
  const people = async () =>
    (await storedRecords(store)).map((text) => Number(text.split(" ")[2])).reduce((sum, n) => sum + n, 0);
  write("a.csv", sales(good, bad, good));
  await pull(here);
  expect(await people()).toBe(4);
  const rule: Correction = { where: { "@field": "quantity" }, set: { quantity: 2, tariff: "Plein" } };
  expect(await replay(here, [rule])).toEqual(["corrected"]);
  expect(await people()).toBe(6);
  // The file comes again, longer: the correction stands.
  write("a.csv", sales(good, bad, good, "21/11/2026 16:00;1;Plein"));
  await pull(here, NOW + 2 * HOUR);
  expect(await people()).toBe(7);
  // It comes right at the source.
  write("a.csv", sales(good, good, good, "21/11/2026 16:00;1;Plein"));
  await pull(here, NOW + 3 * HOUR);
  expect(await people()).toBe(7);
  expect(await replay(here, [rule], NOW + 4 * HOUR)).toEqual([
    "refused the days of this row have been read anew since, with other files or options",
  ]);
  expect(await people()).toBe(7);
});

test("the name of a tariff that tells of health is not kept", async () => {
  const here = world("[]", "sales");
  write("a.csv", "Visite;Billets;Tarif\n21/11/2026 15:00;2x;Handicap\n");
  await pull(here);
  const { rows } = await readQuarantine(store, ALL);
  expect(rows[0]?.row).toMatchObject({
    fields: { at: "21/11/2026 15:00" },
    withheld: ["quantity", "tariff"],
  });
});

test("nothing personal is in the store's files, whatever stood in the rows that were set aside", async () => {
  const here = world();
  const people = ["Marie Zylberstein", "0687654321", "marie.z@example.org", "59407"];
  const rows = people.flatMap((person) => [
    `${person};5;Alpha;x`,
    // Five digits are a count like any other.
    ...(person.length > 5 ? [`21/11/2026 15:00;${person};Alpha;x`] : []),
    `21/11/2026 15:00;5;Gamma;${person}`,
    `${person};${person};${person};${person}`,
    `5;6;${person};x`,
    `21/11/2026 15:00;5;${person};x`.replace("5;", "5x;"),
    `21/11/2026 15:00;5;Gamma;x;${person}`,
  ]);
  write("a.csv", counts(...rows));
  await pull(here);
  expect((await readQuarantine(store, ALL)).held).toBeGreaterThan(10);
  const texts = [...(await tableTexts()), ...filesBelow(engine.folder).map((file) => readFileSync(file))];
  // What is kept is found by the same search.
  expect(texts.some((text) => text.includes("Gamma"))).toBe(true);
  for (const person of people) {
    expect(
      texts.some((text) => text.includes(person)),
      person,
    ).toBe(false);
  }
});

const Names = z.array(z.object({ name: z.string() }));

/** Every table as text: in the files themselves most columns are compressed. */
async function tableTexts(): Promise<string[]> {
  const tables = Names.parse(
    await store.rows("tables", "select name from system.tables where database = currentDatabase()"),
  );
  const texts: string[] = [];
  for (const { name } of tables) texts.push(JSON.stringify(await store.rows(name, `select * from ${name}`)));
  return texts;
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("rows go when their time has come, with what was noted about them, and facts stay", async () => {
  const here = world();
  write("a.csv", counts("21/11/2026 14:00;5;Alpha;", "21/11/2026 15:00;7;Gamma;"));
  await pull(here);
  await replay(here, [{ where: { site: "Gamma" }, set: { site: "Beta" } }]);
  const { retention } = here.territory;
  const day = 24 * HOUR;
  expect((await findOld(store, retention, NOW + 89 * day)).every(({ rows }) => rows === 0)).toBe(true);
  const gone = await deleteOld(store, retention, NOW + 91 * day);
  expect(Object.fromEntries(gone.map(({ what, rows }) => [what, rows]))).toMatchObject({
    quarantine: 1,
    rejected_record: 1,
    forecast_point: 0,
    record_past: 0,
  });
  expect(gone.find(({ what }) => what === "correction")?.rows).toBeGreaterThan(0);
  expect((await readQuarantine(store, ALL)).held).toBe(0);
  expect((await findOld(store, retention, NOW + 91 * day)).every(({ rows }) => rows === 0)).toBe(true);
  expect(await storedRecords(store)).toHaveLength(2);
});
