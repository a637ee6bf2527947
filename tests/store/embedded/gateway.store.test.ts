/** The gateway as any ClickHouse HTTP tool meets it. */
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type Started, startStore } from "./support.ts";

let started: Started;

beforeAll(async () => {
  started = await startStore();
  await text("create table default.t (a UInt32, b String default 'none') engine = MergeTree order by a");
});
afterAll(() => started.stop());

const address = (query: string, more = "") => `/?query=${encodeURIComponent(query)}${more}`;

async function text(query: string): Promise<string> {
  return (await started.send("/", { body: query })).text();
}

async function taken(): Promise<string> {
  const all = await text("select a, b from default.t order by a, b");
  await text("truncate table default.t");
  return all;
}

test("ping and the bare address need no secret", async () => {
  for (const path of ["/ping", "/", "/replicas_status"]) {
    const reply = await fetch(started.store.url + path);
    expect([reply.status, await reply.text()]).toEqual([200, "Ok.\n"]);
  }
});

test("an address that is none is 400, and harms nobody", async () => {
  const { hostname, port } = new URL(started.store.url);
  const socket = connect(Number(port), hostname);
  socket.write("GET //: HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const [head] = String(Buffer.concat(await socket.toArray())).split("\r\n");
  expect(head).toBe("HTTP/1.1 400 Bad Request");
  expect(await text("select 1")).toBe("1\n");
});

test("an unknown path is 404", async () => {
  expect((await started.send("/nothing", { body: "select 1" })).status).toBe(404);
});

test.each([
  ["nothing", {}],
  ["a wrong secret", { "X-ClickHouse-User": "beffroi", "X-ClickHouse-Key": "x" }],
  ["a wrong name", { Authorization: `Basic ${Buffer.from("default:").toString("base64")}` }],
  ["a bearer token", { Authorization: "Bearer x" }],
])("%s is refused with 516", async (_, headers) => {
  const reply = await fetch(`${started.store.url}/`, {
    method: "POST",
    body: "select 1",
    headers: { ...headers },
  });
  expect(reply.status).toBe(403);
  expect(reply.headers.get("x-clickhouse-exception-code")).toBe("516");
  expect(await reply.text()).toMatch(
    /^Code: 516\. DB::Exception: .*Authentication failed.*\(AUTHENTICATION_FAILED\)/s,
  );
});

test("name and secret may come in headers or in the address", async () => {
  const { url, username, password } = started.store;
  const headers = { "X-ClickHouse-User": username, "X-ClickHouse-Key": password };
  expect(await (await fetch(`${url}${address("select 1")}`, { headers })).text()).toBe("1\n");
  const query = `&user=${username}&password=${password}`;
  expect(await (await fetch(`${url}${address("select 2", query)}`)).text()).toBe("2\n");
});

test("address and body are one text", async () => {
  expect(await (await started.send(address("SEL"), { body: "ECT 1" })).text()).toBe("1\n");
  await started.send(address("insert into t values"), { body: "(4, 'x'), (5, default)" });
  expect(await taken()).toBe("4\tx\n5\tnone\n");
});

test("format: the query's own, else default_format, else tabs", async () => {
  const ask = async (query: string, more = "") => {
    const reply = await started.send(address(query, more));
    return [reply.headers.get("x-clickhouse-format"), await reply.text()];
  };
  expect(await ask("select 1 as a")).toEqual(["TabSeparated", "1\n"]);
  expect(await ask("select 1 as a", "&default_format=JSONEachRow")).toEqual(["JSONEachRow", '{"a":1}\n']);
  expect(await ask("select 1 as a format CSV", "&default_format=JSON")).toEqual(["CSV", "1\n"]);
  expect(await ask("select 1 as a format CSV settings max_threads = 1;\n-- the end")).toEqual(["CSV", "1\n"]);
  expect(await ask("(select 1 as format) union all (select 1) /* format JSON */")).toEqual([
    "TabSeparated",
    "1\n1\n",
  ]);
  expect((await ask("show databases like 'defa%' format JSONEachRow"))[1]).toBe('{"name":"default"}\n');
  expect((await ask("describe table t format TSV"))[1]).toContain("UInt32");
  expect((await ask("exists table t"))[1]).toBe("1\n");
  expect((await ask("explain ast select 1"))[1]).toContain("SelectWithUnionQuery");
  expect((await ask("with 1 as x select x + 1"))[1]).toBe("2\n");
  expect((await ask("show create table t format TSVRaw"))[1]).toContain("MergeTree");
});

test("ids, counts and types stand in the headers", async () => {
  const reply = await started.send(address("select number from numbers(7) format JSON", "&query_id=mine"));
  expect(reply.headers.get("x-clickhouse-query-id")).toBe("mine");
  expect(reply.headers.get("content-type")).toMatch(/^application\/json/);
  expect(JSON.parse(reply.headers.get("x-clickhouse-summary") ?? "")).toMatchObject({
    read_rows: "7",
    written_rows: "0",
  });
  const put = await started.send("/", { body: "insert into t select number, 'x' from numbers(11)" });
  expect(JSON.parse(put.headers.get("x-clickhouse-summary") ?? "")).toMatchObject({ written_rows: "11" });
  await taken();
});

test.each([
  ["selec 1", 400, 62],
  ["", 400, 62],
  ["select foo", 404, 47],
  ["select * from nowhere", 404, 60],
  ["select * from no.where", 404, 81],
  ["select throwIf(1)", 500, 395],
  ["select 1 format Nonsense", 404, 73],
  ["select toDate('x')", 400, 38],
  ["select 1; select 2", 400, 62],
  ["insert into t values (1, 'a'); drop table t", 400, 62],
  ["select 1 into outfile '/tmp/x'", 500, 358],
  ["insert into t from infile '/etc/passwd' format CSV", 404, 78],
  ["select {x: UInt8}", 500, 456],
])("%s gives status %i and code %i", async (query, status, code) => {
  const reply = await started.send("/", { body: query });
  const body = await reply.text();
  expect([reply.status, reply.headers.get("x-clickhouse-exception-code")]).toEqual([status, String(code)]);
  expect(body).toMatch(
    new RegExp(
      `^Code: ${code}\\. DB::Exception: .*\\([A-Z_]+\\) \\(version [\\d.]+ \\(official build\\)\\)\\n$`,
      "s",
    ),
  );
  expect(await text("exists table t")).toBe("1\n");
  await text("truncate table t");
});

test("GET reads only", async () => {
  const reply = await started.send(address("create table never (a UInt8) engine = Memory"), {
    method: "GET",
  });
  expect([reply.status, reply.headers.get("x-clickhouse-exception-code")]).toEqual([500, "164"]);
});

test.each([
  ["FORMAT on its own line", "insert into t format CSV\n1,x\n2,y\n", "1\tx\n2\ty\n"],
  [
    "FORMAT and data on one line",
    'insert into t format JSONEachRow {"a":1}{"a":2,"b":"z"}',
    "1\tnone\n2\tz\n",
  ],
  [
    "columns and settings",
    "insert into t (b, a) settings format_csv_delimiter=';' format CSV\nx;1\n",
    "1\tx\n",
  ],
  ["columns left out", "insert into t (* except(b)) values (3)", "3\tnone\n"],
  ["expressions", "insert into t values (1 + 1, concat('x', 'y'))", "2\txy\n"],
  [
    "a select over the data",
    "insert into t select a + 1, b from input('a UInt32, b String') format CSV\n1,q\n",
    "2\tq\n",
  ],
  ["a table called like a keyword", "insert into `values` format CSV\n1\n", ""],
])("an insert with %s finds its data", async (_, body, expected) => {
  await text("create table if not exists `values` (a UInt8) engine = Memory");
  const reply = await started.send("/", { body });
  expect([reply.status, await reply.text()]).toEqual([200, ""]);
  expect(await taken()).toBe(expected);
});

test("an insert of many megabytes behind its query in the body streams through", async () => {
  const line = `7,"${"x".repeat(90)}"\n`;
  const reply = await started.send("/", { body: `insert into t format CSV\n${line.repeat(200_000)}` });
  expect(JSON.parse(reply.headers.get("x-clickhouse-summary") ?? "").written_rows).toBe("200000");
  await taken();
});

test("a packed body is unpacked, whether it holds data or the query", async () => {
  const headers = { "content-encoding": "gzip" };
  await started.send(address("insert into t format CSV"), { body: gzipSync("1,x\n"), headers });
  await started.send("/", { body: gzipSync("insert into t format CSV\n2,y\n"), headers });
  expect(await taken()).toBe("1\tx\n2\ty\n");
  const odd = await started.send("/", { body: "x", headers: { "content-encoding": "rot13" } });
  expect(odd.headers.get("x-clickhouse-exception-code")).toBe("89");
});

test("a broken packed body is an error of its request, and of no other", async () => {
  const headers = { "content-encoding": "gzip" };
  const broken = gzipSync(Buffer.from(`insert into t format CSV\n${"1,x\n".repeat(300_000)}`)).subarray(
    0,
    700,
  );
  for (const [path, body] of [
    ["/", broken],
    ["/", "not gzip"],
    [address("insert into t format CSV"), broken],
    [address("selec"), broken],
  ] as const) {
    const reply = await started.send(path, { body, headers });
    expect(reply.headers.get("x-clickhouse-exception-code")).toMatch(/^\d+$/);
  }
  expect(await taken()).toBe("");
});

test("an upload cut off half way writes nothing and leaves no file", async () => {
  const { hostname, port } = new URL(started.store.url);
  const { username, password } = started.store;
  const secret = Buffer.from(`${username}:${password}`).toString("base64");
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${address("insert into t format CSV")} HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${secret}\r\n`,
  );
  socket.write("Content-Length: 100\r\n\r\n1,x\n2,y\n");
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await taken()).toBe("");
});

test("a result that breaks off says so, and its reply does not end like a whole one", async () => {
  const query = "select number, throwIf(number = 1000000, 'boom') from numbers(2000000) format TSV";
  const reply = await started.send(address(query, "&max_block_size=10000&max_threads=1"));
  const tag = reply.headers.get("x-clickhouse-exception-tag");
  expect([reply.status, tag]).toEqual([200, expect.stringMatching(/^\w+$/)]);
  let read = "";
  const whole = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of reply.body ?? [])
      read = (read + decoder.decode(piece, { stream: true })).slice(-2000);
  })();
  await expect(whole).rejects.toThrow();
  expect(read).toContain(`\r\n__exception__\r\n${tag}\r\nCode: 395`);
});

test("with wait_end_of_query an error late in a result still has its status", async () => {
  const query = "select number, throwIf(number = 1000000, 'boom') from numbers(2000000) format TSV";
  const reply = await started.send(address(query, "&max_block_size=10000&max_threads=1&wait_end_of_query=1"));
  expect([reply.status, reply.headers.get("x-clickhouse-exception-code")]).toEqual([500, "395"]);
});

test("sessions: checked when asked, refused beyond an hour", async () => {
  const missing = await started.send(address("select 1", "&session_id=nope&session_check=1"));
  expect(missing.headers.get("x-clickhouse-exception-code")).toBe("372");
  const long = await started.send(address("select 1", "&session_id=long&session_timeout=3601"));
  expect(long.headers.get("x-clickhouse-exception-code")).toBe("374");
  await started.send(address("create temporary table z (a UInt8)", "&session_id=short&session_timeout=1"));
  await eventually(async () => {
    const reply = await started.send(
      address("select 1", "&session_id=short&session_check=1&session_timeout=0"),
    );
    return reply.headers.get("x-clickhouse-exception-code") === "372";
  });
});

test("USE lasts as long as its session", async () => {
  await text("create database if not exists other");
  await started.send(address("use other", "&session_id=u"));
  const ask = async (more: string) => (await started.send(address("select currentDatabase()", more))).text();
  expect(await ask("&session_id=u")).toBe("other\n");
  expect(await ask("&session_id=u&database=default")).toBe("default\n");
  expect(await ask("&session_id=u")).toBe("other\n");
  expect(await ask("")).toBe("default\n");
});
