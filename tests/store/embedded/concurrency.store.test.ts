/** Many at once, sessions, and clients that go away: what one request does must not show in another. */
import type { ClickHouseClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type Started, startStore } from "./support.ts";

let started: Started;
let client: ClickHouseClient;

beforeAll(async () => {
  started = await startStore();
  client = started.client();
  await client.command({ query: "create database d" });
});
afterAll(() => started.stop());

async function rows<T>(query: string, query_params: Record<string, unknown> = {}): Promise<T[]> {
  return (await client.query({ query, format: "JSONEachRow", query_params })).json<T>();
}

test("an abort ends the query in the engine, before it got there as well", async () => {
  for (const waitMs of [0, 1, 5, 300]) {
    const marker = `abort_${waitMs}_${Math.random().toString(36).slice(2)}`;
    const controller = new AbortController();
    const running = client.query({
      query: `select '${marker}', count() from numbers(200000000000) where not ignore(number)`,
      abort_signal: controller.signal,
    });
    setTimeout(() => controller.abort(), waitMs);
    await expect(running).rejects.toThrow(/aborted/);
    await eventually(async () => {
      const query =
        "select count() as n from system.processes where position(query, {m: String}) > 0 and not position(query, 'system.processes') > 0";
      return (await rows<{ n: number }>(query, { m: marker }))[0]?.n === 0;
    }, 3000);
  }
});

test("a reader that goes away in the middle of a result frees its session", async () => {
  for (let i = 0; i < 30; i++) {
    const controller = new AbortController();
    const result = await client.query({
      query: "select number from numbers(5000000000)",
      format: "JSONEachRow",
      abort_signal: controller.signal,
    });
    const stream = result.stream();
    await new Promise((resolve) => stream.once("data", resolve));
    stream.destroy();
  }
  expect(await rows("select 1 as v")).toEqual([{ v: 1 }]);
  await eventually(
    async () => (await rows<{ n: number }>("select count() as n from system.processes"))[0]?.n === 1,
  );
});

test("four long queries leave short ones quick", async () => {
  const controller = new AbortController();
  const long = Array.from({ length: 6 }, () =>
    client
      .query({
        query: "select count() from numbers(300000000000) where not ignore(number)",
        abort_signal: controller.signal,
        clickhouse_settings: { max_threads: 1 },
      })
      .catch(() => undefined),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const other = started.client();
  const before = performance.now();
  await (await other.query({ query: "select 1" })).text();
  expect(performance.now() - before).toBeLessThan(1500);
  controller.abort();
  await Promise.all(long);
});

test("a session keeps its temporary table and settings, and one request holds it at a time", async () => {
  const mine = started.client({ session_id: "s1", max_open_connections: 2 });
  await mine.command({ query: "create temporary table kept (a UInt8)" });
  await mine.insert({ table: "kept", values: [{ a: 9 }], format: "JSONEachRow" });
  expect(await (await mine.query({ query: "select a from kept", format: "JSONEachRow" })).json()).toEqual([
    { a: 9 },
  ]);
  await mine.command({ query: "set max_block_size = 1234" });
  const asked = await mine.query({
    query: "select toUInt32(getSetting('max_block_size')) as v",
    format: "JSONEachRow",
    clickhouse_settings: { max_threads: 1 },
  });
  expect(await asked.json()).toEqual([{ v: 1234 }]);
  const slow = mine.query({ query: "select sleep(1)" });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(mine.query({ query: "select 1" })).rejects.toMatchObject({ code: "373" });
  await slow;
  await expect(client.query({ query: "select * from kept" })).rejects.toMatchObject({ code: "60" });
});

test("SET, USE and temporary tables outside a session are forgotten", async () => {
  await client.command({ query: "set max_block_size = 99" });
  await client.command({ query: "use d" });
  await client.command({ query: "create temporary table loose (a UInt8)" });
  for (let i = 0; i < 4; i++) {
    expect(await rows("select currentDatabase() as d, getSetting('max_block_size') = 99 as m")).toEqual([
      { d: "default", m: 0 },
    ]);
  }
  await expect(client.query({ query: "select * from loose" })).rejects.toMatchObject({ code: "60" });
});

test("the client's database is the query's", async () => {
  const inside = started.client({ database: "d" });
  await inside.command({ query: "create or replace table here (a UInt8) engine = Memory" });
  expect(await rows("select count() as n from d.here")).toEqual([{ n: 0 }]);
  const nowhere = started.client({ database: "nowhere" });
  await expect(nowhere.query({ query: "select 1" })).rejects.toMatchObject({ code: "81" });
  expect(await rows("select currentDatabase() as d")).toEqual([{ d: "default" }]);
});

test("a hundred queries at once with parameters of their own do not mix", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const settings = { max_block_size: String(1000 + (i % 7)) };
      const result = await client.query({
        query: "select {v: String} as v, toUInt32(getSetting('max_block_size')) as m",
        query_params: { v: `v${i}` },
        format: "JSONEachRow",
        clickhouse_settings: settings,
      });
      return (await result.json<{ v: string; m: number }>())[0];
    }),
  );
  answers.forEach((answer, i) => {
    expect(answer).toEqual({ v: `v${i}`, m: 1000 + (i % 7) });
  });
});
