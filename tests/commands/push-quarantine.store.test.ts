/** Pushed rows that were set aside: by rule on arrival, by replay afterwards, and beside what the source sends again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { carryOut, planReplay, type ReplayOptions } from "../../ingest/quarantine/replay.ts";
import { bindFeeds } from "../../src/commands/feeds.ts";
import { openIntake } from "../../src/commands/push.ts";
import { createLog } from "../../src/commands/service.ts";
import { loadConfig } from "../../src/config.ts";
import type { PushIntake } from "../../src/domain/push.ts";
import type { Store } from "../../src/store/connect.ts";
import { readQuarantine } from "../../src/store/quarantine.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { effectsAt } from "../support/pull.ts";
import { storedRecords } from "../support/stored.ts";

const START = Date.parse("2026-11-25T12:00:00Z");
const AT = Date.parse("2026-11-25T10:00:00Z");
const territory = readTerritory(
  `
territory: { id: push, name: { fr: Essai }, timezone: UTC, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "CAC", publishes: true } ]
sites: [ { id: tank, name: { fr: tank }, owner: cac, municipality: Cambrai, opening: [ { hours: ["00:00-24:00"] } ], visits: { from: tickets } } ]
feeds:
  - { id: till, site: tank, kind: ticketing, connector: push, every: PT1M, options: { token: token-of-the-till-0123456789, measure: tickets }, corrections: [ { where: { channel: desk, "@field": value }, set: { value: 1 } } ] }
`,
  "push.yaml",
  {},
);

let engine: TestEngine;
let store: Store;
let intake: PushIntake;
let now = START;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  intake = openIntake({
    store,
    territory,
    log: createLog(loadConfig({ BEFFROI_LOG: "silent" }), []),
    now: () => now,
  });
});
afterAll(async () => {
  await intake.close();
  await engine.close();
});

async function push(...rows: object[]) {
  now += 60_000;
  const bytes = Buffer.from(JSON.stringify(rows));
  const outcome = await intake.feed("till")?.push({ bytes, format: "json", key: undefined });
  if (outcome?.kind !== "stored") throw new Error(JSON.stringify(outcome));
  return outcome.reply;
}

async function replay(set: Record<string, string | number>) {
  const [bound] = bindFeeds(territory);
  if (!bound) throw new Error("no feed");
  const { state, sink } = effectsAt(store, territory, now);
  const { rows } = await readQuarantine(store, { feeds: ["till"], from: 0, to: now * 2, most: 99 });
  const asked: ReplayOptions = {
    ...{ feed: bound.open, rows, sites: new Set(["tank"]), now },
    rules: [{ correction: { where: { "@reason": "unknown_value" }, set }, by: "person" }],
  };
  const plan = await planReplay(asked, state);
  await carryOut(plan, asked, sink);
  return plan.map(({ outcome }) => outcome);
}

test("a replayed ticket is the same fact as the one that the source sends right later", async () => {
  const row = { key: "t1", at: "2026-11-25T10:00:00Z", value: 2 };
  const reply = await push({ ...row, tariff: "senior" });
  expect(reply).toMatchObject({ stored: 0, rejected: { unknown_value: 1 } });
  expect(JSON.stringify(reply)).not.toContain("senior");
  expect(await replay({ tariff: "reduced" })).toEqual(["corrected"]);
  expect(await storedRecords(store)).toEqual([`tank ${AT} 2`]);
  // The slot changes, the key does not: one ticket still.
  await push({ ...row, at: "2026-11-25T11:00:00Z", value: 3, tariff: "full" });
  expect(await storedRecords(store)).toEqual([`tank ${AT + 3_600_000} 3`]);
  expect(await replay({ tariff: "other" })).toEqual(["corrected"]);
  expect(await storedRecords(store)).toEqual([`tank ${AT + 3_600_000} 3`]);
});

test("a rule of the territory file corrects on arrival, and it is noted", async () => {
  const reply = await push({ key: "t2", at: "2026-11-25T09:00:00Z", value: "one", channel: "desk" });
  expect(reply).toMatchObject({ stored: 1, rejected: {} });
  const { rows } = await readQuarantine(store, { feeds: ["till"], from: 0, to: now * 2, most: 99 });
  expect(rows.map(({ state, standing }) => `${state} ${standing?.by}`).sort()).toEqual([
    "corrected file",
    "corrected person",
  ]);
});
