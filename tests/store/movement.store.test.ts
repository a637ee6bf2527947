/** Origins and passes from the record to the day's sums, by both ways into the store. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import { HOUR } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { ask } from "../../src/store/query.ts";
import { movementSum } from "../../src/visits/queries.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { NOW, pull, record, viewTerritory } from "../views/support/world.ts";

let engine: TestEngine;
let store: Store;
const territory = viewTerritory();
beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
}, 60_000);
afterAll(() => engine.close());

const at = Date.parse("2026-11-21T14:00:00Z");
const ticket = (n: number, given: Partial<SourceRecord>): SourceRecord => ({
  ...record("tank", "tickets", at + n * 60_000, 0, 2),
  ...given,
});
const sums = async (days = { from: "2026-11-21", to: "2026-11-22" }) =>
  (await ask(store, movementSum, { sites: ["tank"], ...days })).map(
    ({ origin, came_from, people }) => `${origin || "?"} ${came_from || "-"} ${people}`,
  );

test("people are added up by origin and previous site; what is not told stays apart", async () => {
  const first = [ticket(0, { origin: "59" }), ticket(1, { origin: "59", cameFrom: "labo" }), ticket(2, {})];
  await pull(store, territory, "till", first);
  expect(await sums()).toEqual(["? - 2", "59 - 2", "59 labo 2"]);
  expect(await sums({ from: "2026-11-22", to: "2026-11-23" })).toEqual([]);
});

test("a corrected previous site replaces the one before, and a repeat changes nothing", async () => {
  const changed = { ...ticket(1, { origin: "59", cameFrom: "esnes" }), version: at + 10 * 60_000 };
  for (let i = 0; i < 2; i++) await pull(store, territory, "till", [changed], { now: NOW + i });
  expect(await sums()).toEqual(["? - 2", "59 - 2", "59 esnes 2"]);
});

test("facts without a previous site keep the content they had before the column came", async () => {
  const [row] = await store.rows(
    "content",
    `select content = cityHash64(site, measure, at, gate, minutes, value, tariff, channel, origin, language, topic,
       booked_on, amount_cents, deleted) as same from record final where came_from = '' limit 1`,
    {},
  );
  expect(row).toEqual({ same: 1 });
});

test("tickets taken back leave nothing behind", async () => {
  const back = [0, 1, 2].map((n) => ({ ...ticket(n, {}), deleted: true, version: at + HOUR }));
  await pull(store, territory, "till", back, { now: NOW + HOUR });
  expect(await sums()).toEqual([]);
});
