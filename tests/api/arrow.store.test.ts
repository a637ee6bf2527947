/** Arrow between the API, the engine and apache-arrow for JavaScript: each reads what the others write. */
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { columnsOf } from "../../src/api/columns.ts";
import { encodeArrow } from "../../src/api/encode-arrow.ts";
import { VisitRow } from "../../src/contract/visits.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const row = (site: string, visits: number | null): VisitRow => ({
  site,
  start: "2026-11-20T13:00:00Z",
  day: "2026-11-20",
  visits,
  state: visits === null ? "missing" : "measured",
  coverage: visits === null ? 0 : 1,
  estimated: 0,
  estimated_by: null,
  provisional: false,
  compare_day: visits === null ? null : "2025-11-20",
  compare_visits: null,
  compare_reason: null,
});

test("ClickHouse stores what the API sends as Arrow: null stays null and 0 stays 0", async () => {
  const { store } = await engine.fresh();
  const bytes = await encodeArrow(
    columnsOf(VisitRow),
    [row("tank-1917", 0), row("chateau d'Esnes · été", null)],
    new Map(),
  );
  await store.command(
    "received",
    `create table received (site String, start DateTime64(3, 'UTC'), day Date, visits Nullable(Float64), state String, provisional Bool)
     engine = MergeTree order by site`,
  );
  await store.insert("receive", "insert into received format ArrowStream", bytes, {
    input_format_skip_unknown_fields: 1,
  });
  expect(
    await store.rows(
      "received",
      "select site, toString(start) as start, day, visits, state, provisional from received order by site desc",
    ),
  ).toEqual([
    {
      site: "tank-1917",
      start: "2026-11-20 13:00:00.000",
      day: "2026-11-20",
      visits: 0,
      state: "measured",
      provisional: false,
    },
    {
      site: "chateau d'Esnes · été",
      start: "2026-11-20 13:00:00.000",
      day: "2026-11-20",
      visits: null,
      state: "missing",
      provisional: false,
    },
  ]);
});

test("apache-arrow reads what ClickHouse itself writes as Arrow through the door", async () => {
  const { address } = await engine.fresh();
  const target = new URL(address.url);
  target.search = String(
    new URLSearchParams({
      database: address.database,
      query:
        "select number as n, toDateTime64('2026-11-20 13:00:00', 3, 'UTC') as at, toLowCardinality('tank') as site from numbers(3) format ArrowStream",
    }),
  );
  const reply = await fetch(target, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${address.username}:${address.password}`).toString("base64")}`,
    },
  });
  const table = tableFromIPC(new Uint8Array(await reply.arrayBuffer()));
  expect(table.numRows).toBe(3);
  expect(table.getChild("n")?.toArray()).toEqual(BigUint64Array.of(0n, 1n, 2n));
  expect([...(table.getChild("site") ?? [])].map(String)).toEqual(["tank", "tank", "tank"]);
});
