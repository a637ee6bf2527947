/** @clickhouse/client against the embedded store: what our own queries rely on. */

import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import type { ClickHouseClient } from "@clickhouse/client";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Started, startStore } from "./support.ts";

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

async function table(columns: string): Promise<string> {
  const name = `d.t${Math.random().toString(36).slice(2)}`;
  await client.command({ query: `create table ${name} (${columns}) engine = MergeTree order by tuple()` });
  return name;
}

test.each([
  ["UInt8", 7, 7],
  ["Int64", "-9223372036854775808", "-9223372036854775808"],
  ["Float64", 0.5, 0.5],
  ["Bool", true, true],
  ["String", "tab\t 'quote' \\back\\n {x:UInt8} -- ; /* é 🙂 */\r\n$$", undefined],
  ["Array(String)", ["a'b", "c\\d", "e\nf", ""], undefined],
  ["Array(Date)", ["2026-01-01", "2026-12-31"], undefined],
  ["Array(Array(UInt8))", [[1], [], [2, 3]], undefined],
  ["Date", "2026-03-29", "2026-03-29"],
  ["Nullable(String)", null, null],
  ["Map(String, UInt8)", { "k'1": 1 }, undefined],
  ["LowCardinality(String)", "x", "x"],
  ["Enum8('a' = 1)", "a", "a"],
  ["UUID", "61f0c404-5cb3-11e7-907b-a6006ad3dba0", "61f0c404-5cb3-11e7-907b-a6006ad3dba0"],
])("a parameter of type %s comes through as it is", async (type, value, expected) => {
  const [row] = await rows<{ v: unknown }>(
    `select {v: ${type}} as v settings output_format_json_quote_64bit_integers = 1`,
    { v: value },
  );
  expect(row?.v).toEqual(expected === undefined ? value : expected);
});

test("a DateTime64 parameter keeps its milliseconds", async () => {
  const at = new Date("2026-10-25T00:30:00.123Z");
  const [row] = await rows(
    "select toUnixTimestamp64Milli({at: DateTime64(3, 'UTC')}) = {ms: Int64} as same, {list: Array(DateTime64(3, 'UTC'))}[1] = {at: DateTime64(3, 'UTC')} as listed",
    { at, ms: at.getTime(), list: [at.toISOString().replace("Z", "")] },
  );
  expect(row).toEqual({ same: 1, listed: 1 });
});

test("an identifier and a table may be parameters", async () => {
  const name = await table("a UInt8");
  await client.insert({ table: name, values: [{ a: 3 }], format: "JSONEachRow" });
  const [, short] = name.split(".");
  expect(await rows("select {c: Identifier} as v from d.{t: Identifier}", { c: "a", t: short })).toEqual([
    { v: 3 },
  ]);
});

test("parameters too long for the address travel as a form", async () => {
  const list = Array.from({ length: 5000 }, (_, i) => `v'${i}`);
  const result = await client.query({
    query: "select length({list: Array(String)}) as n, {list: Array(String)}[5000] as last",
    query_params: { list },
    format: "JSONEachRow",
    use_multipart_params_auto: true,
  });
  expect(await result.json()).toEqual([{ n: 5000, last: "v'4999" }]);
});

test("one query's parameters and settings are gone in the next", async () => {
  await client.query({
    query: "select {x: String}",
    query_params: { x: "1" },
    clickhouse_settings: { max_block_size: "7" },
  });
  await expect(client.query({ query: "select {x: String}" })).rejects.toMatchObject({ code: "456" });
  const [row] = await rows<{ v: number }>("select toUInt32(getSetting('max_block_size')) as v");
  expect(row?.v).toBeGreaterThan(7);
});

test("an insert's parameters are gone in the next", async () => {
  const name = await table("a UInt8");
  const query = `insert into ${name} select {x: UInt8}`;
  await client.command({ query, query_params: { x: 1 } });
  await expect(client.command({ query })).rejects.toMatchObject({ code: "456" });
});

test("a deduplication token does not swallow the following inserts", async () => {
  const name = "d.dedup";
  await client.command({
    query: `create table ${name} (a UInt8) engine = MergeTree order by a settings non_replicated_deduplication_window = 100`,
  });
  const insert = (a: number, insert_deduplication_token?: string) =>
    client.insert({
      table: name,
      values: [{ a }],
      format: "JSONEachRow",
      clickhouse_settings: insert_deduplication_token ? { insert_deduplication_token } : {},
    });
  await insert(1, "one");
  await insert(1, "one");
  await insert(2);
  await insert(3);
  expect(await rows(`select count() as n from ${name}`)).toEqual([{ n: 3 }]);
});

test("a failed setting does not stay behind", async () => {
  const failing = client.query({
    query: "select 1",
    clickhouse_settings: { max_threads: 3, no_such_setting: "1" } as never,
  });
  await expect(failing).rejects.toMatchObject({ code: "115" });
  await client
    .query({ query: "select 1", clickhouse_settings: { max_block_size: "0" } })
    .catch(() => undefined);
  for (let i = 0; i < 5; i++) expect(await rows("select 1 as v")).toEqual([{ v: 1 }]);
});

test("readonly binds its own query only", async () => {
  const refused = client.command({
    query: "create table d.never (a UInt8) engine = Memory",
    clickhouse_settings: { readonly: "1" },
  });
  await expect(refused).rejects.toMatchObject({ code: "164" });
  await client.command({ query: "create or replace table d.allowed (a UInt8) engine = Memory" });
});

test("CSV with blank lines, quotes and semicolons is data to the last byte", async () => {
  const name = await table("a UInt32, b String");
  const text = '1,"x\n\n; drop table d.t;\n\ny"\n2,"é ""q"" 🙂"\n';
  const { summary } = await client.insert({
    table: name,
    values: Readable.from([text], { objectMode: false }),
    format: "CSV",
  });
  expect(summary?.written_rows).toBe("2");
  expect(await rows(`select * from ${name} order by a`)).toEqual([
    { a: 1, b: "x\n\n; drop table d.t;\n\ny" },
    { a: 2, b: 'é "q" 🙂' },
  ]);
});

test("UTF-8 survives being cut anywhere in the stream", async () => {
  const name = await table("b String");
  const bytes = Buffer.from('{"b":"Château d’Écaillon 🏰"}\n');
  const source = Readable.from(
    Array.from(bytes, (byte) => Buffer.from([byte])),
    { objectMode: false },
  );
  const { stream } = await client.exec({ query: `insert into ${name} format JSONEachRow`, values: source });
  await stream.toArray();
  expect(await rows(`select b from ${name}`)).toEqual([{ b: "Château d’Écaillon 🏰" }]);
});

test.each(["Native", "ArrowStream", "Arrow", "Parquet", "RowBinaryWithNamesAndTypes", "ORC", "Avro"])(
  "%s goes out and comes back in",
  async (format) => {
    const name = await table("a UInt32, b String, c DateTime64(3, 'UTC')");
    const query = `select toUInt32(number) as a, toString(number) as b, toDateTime64('2026-01-01 00:00:00.125', 3, 'UTC') + number as c from numbers(150000) format ${format}`;
    const { stream } = await client.exec({ query });
    const bytes = Buffer.concat(await stream.toArray());
    await client.command({ query: `truncate table ${name}` });
    const put = await started.send(`/?query=${encodeURIComponent(`insert into ${name} format ${format}`)}`, {
      body: bytes,
    });
    expect(await put.text()).toBe("");
    expect(JSON.parse(put.headers.get("x-clickhouse-summary") ?? "{}").written_rows).toBe("150000");
    const cast =
      "sum(a) as s, sum(length(b)) as l, max(c) = toDateTime64('2026-01-01 00:00:00.125', 3, 'UTC') + 149999 as m";
    expect(await rows(`select toUInt32(count()) as n, ${cast} from ${name}`)).toEqual([
      { n: 150000, s: 11249925000, l: 788890, m: 1 },
    ]);
  },
);

test("Arrow results are readable by apache-arrow", async () => {
  const { stream } = await client.exec({ query: "select number as n from numbers(3) format ArrowStream" });
  const read = tableFromIPC(Buffer.concat(await stream.toArray()));
  expect([...(read.getChild("n") ?? [])].map(Number)).toEqual([0, 1, 2]);
});

test("both ways compressed", async () => {
  const packed = started.client({ compression: { request: true, response: true } });
  const name = await table("a UInt32, b String");
  const values = Array.from({ length: 50_000 }, (_, a) => ({ a, b: `value ${a}` }));
  await packed.insert({ table: name, values, format: "JSONEachRow" });
  const result = await packed.query({ query: `select * from ${name} order by a`, format: "JSONEachRow" });
  expect(result.response_headers["content-encoding"]).toBe("gzip");
  const read = await result.json<{ a: number; b: string }>();
  expect(read.length).toBe(50_000);
  expect(read[49_999]).toEqual({ a: 49_999, b: "value 49999" });
  const { stream } = await packed.exec({ query: "select 1 format TSV", decompress_response_stream: false });
  expect(gunzipSync(Buffer.concat(await stream.toArray())).toString()).toBe("1\n");
});

test("a long result streams, and a slow reader does not fill the memory", async () => {
  const result = await client.query({
    query: "select number, repeat('x', 100) as x from numbers(3000000)",
    format: "JSONEachRow",
  });
  let count = 0;
  for await (const batch of result.stream()) {
    count += batch.length;
    if (count < 50_000) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(count).toBe(3_000_000);
});

test("JSON of many blocks is one document", async () => {
  const result = await client.query({ query: "select number as n from numbers(300000)", format: "JSON" });
  const read = await result.json<{ n: number }>();
  expect(read.rows).toBe(300_000);
  expect(read.data.length).toBe(300_000);
  expect(read.rows_before_limit_at_least ?? 300_000).toBe(300_000);
});

test("an error in the middle of a streamed result reaches the reader", async () => {
  const result = await client.query({
    query: "select number, throwIf(number = 2000000, 'boom') as t from numbers(3000000)",
    format: "JSONEachRow",
    clickhouse_settings: { max_block_size: "10000", max_threads: 1 },
  });
  const read = async () => {
    for await (const batch of result.stream()) batch.length;
  };
  await expect(read()).rejects.toThrow(/boom/);
});
