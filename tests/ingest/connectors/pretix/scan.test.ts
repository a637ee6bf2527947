/** Windows, batches and cursors of long scans, over a list in memory. */
import { expect, test } from "vitest";
import { placeOrder } from "../../../../demo/stand-ins/pretix-operations.ts";
import type { ApiPage, Params, PretixApi } from "../../../../ingest/connectors/pretix/api.ts";
import { type Batch, scanCreated } from "../../../../ingest/connectors/pretix/scan.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { createRig } from "../../rig.ts";
import { NOW, pretixSource } from "./source.ts";

const DAY = 24 * HOUR;
const GENERATED = NOW - 5 * MINUTE;

/** A server with one row per ten minutes before NOW, in pages of 50. */
function server(days: number) {
  const rows = Array.from({ length: days * 144 }, (_, i) => ({
    id: i + 1,
    created: NOW - days * DAY + i * 10 * MINUTE,
  }));
  const asked: Params[] = [];
  async function* list(_: string, params: Params): AsyncGenerator<ApiPage> {
    asked.push(params);
    const since = Date.parse(String(params.created_since ?? "1970-01-01"));
    const before = Date.parse(String(params.created_before ?? "2100-01-01"));
    const found = rows.filter((row) => row.created >= since && row.created < before);
    for (let i = 0; i === 0 || i < found.length; i += 50) {
      const shown = found
        .slice(i, i + 50)
        .map((row) => ({ ...row, created: new Date(row.created).toISOString() }));
      yield { rows: shown, generated: GENERATED + asked.length, name: `page ${i}` };
    }
  }
  return { api: { list, one: async () => null } satisfies PretixApi, rows, asked };
}

async function scan(
  api: PretixApi,
  context: { cursor?: string; from?: number; until?: number },
): Promise<Batch[]> {
  const batches: Batch[] = [];
  const given = {
    cursor: context.cursor === undefined ? null : { v: 1, since: context.cursor },
    ...{ from: context.from, until: context.until ?? NOW, now: NOW },
    http: { json: nothing, text: nothing, bytes: nothing },
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  };
  for await (const batch of scanCreated(api, "transactions/", given, 2 * MINUTE)) batches.push(batch);
  return batches;
}
const nothing = () => Promise.reject(new Error("no network here"));

function ids(batches: readonly Batch[]): number[] {
  return batches.flatMap((batch) =>
    batch.pages.flatMap((page) => page.rows.map((row) => (row as { id: number }).id)),
  );
}

test("a first scan of 100 days reads every row once, in windows, each ending with a safe cursor", async () => {
  const { api, rows } = server(100);
  const batches = await scan(api, {});
  expect(ids(batches)).toEqual(rows.map((row) => row.id));
  expect(batches.length).toBeGreaterThan(4);
  const ends = batches.flatMap((batch) => (batch.readTo === undefined ? [] : [batch.readTo]));
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  for (const batch of batches) {
    if (batch.readTo !== undefined && batch.window.to !== null) expect(batch.readTo).toBe(batch.window.to);
  }
  expect(batches.map((batch) => batch.last)).toEqual(batches.map((_, i) => i === batches.length - 1));
});

test("the last cursor is the server's clock at the scan's first page, less the overlap", async () => {
  const { api } = server(100);
  const last = (await scan(api, {})).at(-1);
  expect(last?.window.to).toBeNull();
  // The first request of all looks for the first row; the scan's own first page is the second.
  expect(last?.readTo).toBe(GENERATED + 2 - 2 * MINUTE);
});

test("a scan that follows its cursor asks for one open window", async () => {
  const { api, asked } = server(100);
  await scan(api, { cursor: new Date(NOW - HOUR).toISOString() });
  expect(asked).toEqual([
    { created_since: "2026-11-03T09:00:00Z", created_before: undefined, ordering: "id" },
  ]);
});

test("a re-reading starts at the earlier of cursor and demand, and ends where it is told", async () => {
  const { api, asked } = server(100);
  await scan(api, { cursor: "2026-10-01T00:00:00Z", from: NOW - DAY });
  expect(asked[0]?.created_since).toBe("2026-10-01T00:00:00Z");
  asked.length = 0;
  const batches = await scan(api, {
    cursor: "2026-11-03T00:00:00Z",
    from: NOW - 9 * DAY,
    until: NOW - 8 * DAY,
  });
  expect(asked.map((params) => params.created_before)).toEqual(["2026-10-26T10:00:00Z"]);
  expect(ids(batches)).toHaveLength(144);
});

test("a sale that is committed a minute late behind the cursor is not lost", async () => {
  const source = await pretixSource();
  try {
    const rig = createRig(source);
    await rig.pull();
    const slot = source.event.subevents.at(-1)?.id ?? 0;
    const line = { item: 14, subevent: slot, priceCents: 650 };
    placeOrder(source.event, source.clock.now - MINUTE, { lines: [line] });
    source.clock.now += 10 * MINUTE;
    await rig.pull();
    expect(rig.sink.totals()).toEqual(source.expected());
  } finally {
    await source.close();
  }
});
