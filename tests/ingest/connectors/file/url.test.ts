import { expect, test } from "vitest";
import type { HttpClient, HttpRequest } from "../../../../ingest/connector.ts";
import { FeedUnavailable } from "../../../../src/domain/errors.ts";
import { bytesOf } from "../../format/text.ts";
import { openFeed } from "./pull.ts";

const options = {
  url: "https://counts.example/door.csv?key=secret",
  columns: { at: "t", entries: "n" },
  step: "PT1H",
};

/** A server with one file that answers conditional requests. */
function serve(initial: string): { http: HttpClient; asked: HttpRequest[]; put(text: string): void } {
  let text = initial;
  let version = 1;
  const asked: HttpRequest[] = [];
  const refuse = () => Promise.reject(new Error("not asked for"));
  const bytes: HttpClient["bytes"] = async (request) => {
    asked.push(request);
    const etag = `"v${version}"`;
    const known = request.headers?.["if-none-match"] === etag;
    const headers = new Headers({ etag, "last-modified": "Tue, 14 Jul 2026 10:00:00 GMT" });
    return { status: known ? 304 : 200, headers, body: bytesOf(Buffer.from(known ? "" : text), [5]) };
  };
  return {
    http: { json: refuse, text: refuse, bytes },
    asked,
    put: (next) => {
      text = next;
      version += 1;
    },
  };
}

test("a file by HTTP is asked for again only when it has changed", async () => {
  const server = serve("t,n\n2026-07-14T10:00,1\n");
  const feed = openFeed("/", { ...options, headers: { authorization: "Bearer x" } });
  const { http } = server;
  expect((await feed.pull({ http })).records.map((record) => record.value)).toEqual([1]);
  expect((await feed.pull({ http })).pages).toEqual([]);
  server.put("t,n\n2026-07-14T10:00,2\n");
  expect((await feed.pull({ http })).records.map((record) => record.value)).toEqual([2]);
  expect(server.asked.map((request) => request.headers?.["if-none-match"])).toEqual([
    undefined,
    '"v1"',
    '"v1"',
  ]);
  expect(server.asked.every((request) => request.headers?.authorization === "Bearer x")).toBe(true);
});

test("a server that sends the same bytes as new gives no page", async () => {
  const server = serve("t,n\n2026-07-14T10:00,1\n");
  const feed = openFeed("/", options);
  await feed.pull({ http: server.http });
  server.put("t,n\n2026-07-14T10:00,1\n");
  expect((await feed.pull({ http: server.http })).pages).toEqual([]);
});

test("the query of an address, which may hold a key, is in no cursor and no position", async () => {
  const server = serve("t,n\n2026-07-14T10:00,x\n");
  const feed = openFeed("/", options);
  const { rejected } = await feed.pull({ http: server.http });
  expect(rejected).toEqual(["bad_number door.csv line 2 entries"]);
  expect(JSON.stringify(feed.cursor)).not.toContain("secret");
});

test("a download that breaks off delivers nothing", async () => {
  const http: HttpClient = {
    ...serve("").http,
    bytes: async () => ({
      status: 200,
      headers: new Headers(),
      body: (async function* () {
        yield Buffer.from("t,n\n2026-07-14T10:00,1\n");
        throw new Error("connection reset");
      })(),
    }),
  };
  const feed = openFeed("/", options);
  const { pages, error } = await feed.pull({ http });
  expect(pages).toEqual([]);
  expect(error).toBeInstanceOf(FeedUnavailable);
  expect(String(error)).toContain("download broke off: door.csv");
  expect(String(error)).not.toContain("secret");
});
