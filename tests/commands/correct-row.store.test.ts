/** A row corrected by the form of the page: read again at once, or refused with the reason. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { pullFeed } from "../../ingest/pull.ts";
import { bindFeeds } from "../../src/commands/feeds.ts";
import { correctRowAction } from "../../src/commands/quarantine/correct-row.ts";
import { createLog, type Service } from "../../src/commands/service.ts";
import { loadConfig } from "../../src/config.ts";
import { FORMS } from "../../src/contract/forms.ts";
import { correctRowAction as contract } from "../../src/contract/quarantine.ts";
import { readQuarantine } from "../../src/store/quarantine.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { effectsAt } from "../support/pull.ts";
import { storedRecords } from "../support/stored.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const AT = Date.parse("2026-11-21T15:00:00Z");
let engine: TestEngine;
let folder: string;
let service: Service;
let row: string;

beforeAll(async () => {
  engine = await startEngine();
  const { store, address } = await engine.fresh();
  folder = mkdtempSync(join(tmpdir(), "beffroi-correct-"));
  writeFileSync(join(folder, "a.csv"), "Quand;Entrées\n21/11/2026 15:00;2O\n");
  const text = `
territory: { id: essai, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: CAC, publishes: true } ]
sites: [ { id: alpha, name: { fr: alpha }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: counter } } ]
feeds: [ { id: door, site: alpha, kind: counter, connector: file, every: PT1H, options: { path: "./*.csv", columns: { at: Quand, entries: Entrées }, step: PT1H, stable_for: 0 } } ]
`;
  const territory = readTerritory(text, join(folder, "territory.yaml"), {});
  const config = loadConfig({ BEFFROI_LOG: "silent" });
  const signal = new AbortController().signal;
  const rest = { log: createLog(config, []), now: () => NOW, signal, close: async () => undefined };
  service = { config, territory, store, address, ...rest };
  for (const bound of bindFeeds(territory))
    await pullFeed(territory, bound, effectsAt(store, territory, NOW));
  const { rows } = await readQuarantine(store, { feeds: [], from: 0, to: NOW * 2, most: 9 });
  row = rows[0]?.id ?? "";
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const effects = {
  siteIds: () => ["alpha"],
  acted: async () => undefined,
  checkReplies: true,
  deadlineMs: 60_000,
};
const send = async (fields: Record<string, string>) => {
  const body = FORMS.correctRow?.read({ id: "door", row, back: "/qualite", ...fields });
  return contract.reply.parse(await correctRowAction(service).run(body, {}, effects));
};

test("a correction that is none is refused, and one that is counts once", async () => {
  await expect(send({ field: "entries", text: "many" })).rejects.toThrow(
    /entries: .*a whole number is expected/,
  );
  await expect(send({ field: "entries", text: "alix@example.org" })).rejects.toThrow();
  await expect(send({ field: "", text: "" })).rejects.toThrow();
  await expect(send({ row: "0123456789abcdef", field: "entries", text: "20" })).rejects.toThrow(
    /unknown row/,
  );
  await expect(send({ id: "window", field: "entries", text: "20" })).rejects.toThrow(/unknown feed/);
  expect(await storedRecords(service.store)).toEqual([]);
  expect(await send({ field: "entries", text: "20" })).toMatchObject({
    ...{ accepted: 1, row: { state: "corrected", corrected_by: "person", facts: 1 } },
  });
  expect(await send({ field: "entries", text: "20" })).toMatchObject({ accepted: 0, revised: 0 });
  expect(await storedRecords(service.store)).toEqual([`alpha ${AT} 20`]);
  expect(await send({ field: "", text: "a test of the sensor" })).toMatchObject({
    row: { state: "dropped" },
  });
  expect(await storedRecords(service.store)).toEqual([]);
  const kept = z.array(z.object({ n: z.coerce.number() }));
  expect(
    kept.parse(await service.store.rows("n", "select count() as n from correction"))[0]?.n,
  ).toBeGreaterThan(2);
});
