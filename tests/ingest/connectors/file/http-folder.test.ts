import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { HttpClient } from "../../../../ingest/connector.ts";
import { FeedChanged, FeedUnavailable } from "../../../../src/domain/errors.ts";
import { bytesOf } from "../../format/text.ts";
import { openFeed } from "./pull.ts";

const FOLDER = "https://till.example/exports/";
const options = { url: FOLDER, files: "ventes_*.csv", columns: { at: "t", entries: "n" }, step: "PT1H" };
const csv = (n: number): string => `t,n\n2026-07-14T10:00,${n}\n`;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A server with a listing and files that answer conditional requests. */
function serve(
  list: () => string,
  files: Record<string, string>,
  modified = "Tue, 14 Jul 2026 10:00:00 GMT",
) {
  const asked: string[] = [];
  const refuse = () => Promise.reject(new Error("not asked for"));
  const text: HttpClient["text"] = async ({ url }) => {
    asked.push(url);
    return { status: 200, headers: new Headers(), body: list() };
  };
  const bytes: HttpClient["bytes"] = async ({ url, headers }) => {
    asked.push(url);
    const body = files[decodeURIComponent(url.slice(FOLDER.length))];
    if (body === undefined) throw new FeedChanged(`invalid reply: status 404 from ${url}`);
    const etag = `"${sha256(body).slice(0, 8)}"`;
    const known = headers?.["if-none-match"] === etag;
    const head = new Headers({ etag, "last-modified": modified });
    return { status: known ? 304 : 200, headers: head, body: bytesOf(Buffer.from(known ? "" : body)) };
  };
  const http: HttpClient = { json: refuse, text, bytes };
  return { http, asked };
}

const APACHE = `<html><body><h1>Index of /exports</h1><table><tr><th><a href="?C=N;O=D">Name</a></th></tr>
<tr><td><a href="/">Parent Directory</a></td></tr>
<tr><td><a href="ventes_1.csv">ventes_1.csv</a></td><td align="right">2026-07-14 10:15  </td><td>1.2K</td></tr>
<tr><td><a href="ventes_%C3%A9t%C3%A9.csv">ventes_été.csv</a></td><td align="right">2026-07-13 10:15  </td><td>1.2K</td></tr>
<tr><td><a href="../secret/ventes_2.csv">x</a></td></tr><tr><td><a href="https://evil.example/exports/ventes_3.csv">x</a></td></tr>
<tr><td><a href="sub/ventes_4.csv">x</a></td></tr><tr><td><a href="ventes_%2e%2e%2fpasswd.csv">x</a></td></tr>
<tr><td><a href="notes.txt">notes.txt</a></td></tr></table></body></html>`;

test("an index page gives the files beside it, oldest first, and asks for each once", async () => {
  const server = serve(() => APACHE, { "ventes_1.csv": csv(1), "ventes_été.csv": csv(2) });
  const feed = openFeed("/", options);
  const first = await feed.pull({ http: server.http });
  expect(first.error).toBeUndefined();
  expect(first.records.map((record) => record.value)).toEqual([2, 1]);
  expect((await feed.pull({ http: server.http })).pages).toEqual([]);
  expect(server.asked).toEqual([
    FOLDER,
    `${FOLDER}ventes_%C3%A9t%C3%A9.csv`,
    `${FOLDER}ventes_1.csv`,
    FOLDER,
  ]);
});

test("a file whose line in the page changes is asked for again, conditionally", async () => {
  const nginx = (minute: string): string =>
    `<html><pre><a href="../">../</a>\n<a href="ventes_1.csv">ventes_1.csv</a>     14-Jul-2026 10:${minute}    24\n</pre></html>`;
  let minute = "15";
  const files = { "ventes_1.csv": csv(1) };
  const server = serve(() => nginx(minute), files);
  const feed = openFeed("/", options);
  await feed.pull({ http: server.http });
  minute = "20";
  expect((await feed.pull({ http: server.http })).pages).toEqual([]);
  files["ventes_1.csv"] = csv(7);
  minute = "25";
  expect((await feed.pull({ http: server.http })).records.map((record) => record.value)).toEqual([7]);
});

test("a list with sums saves the download of known files and refuses other bytes", async () => {
  const files: Record<string, string> = { "ventes_1.csv": csv(1), "ventes_2.csv": csv(2) };
  let list = () =>
    JSON.stringify({ files: Object.entries(files).map(([name, body]) => ({ name, sha256: sha256(body) })) });
  const server = serve(() => list(), files);
  const feed = openFeed("/", { ...options, url: `${FOLDER}manifest.json` });
  expect((await feed.pull({ http: server.http })).records).toHaveLength(2);
  server.asked.length = 0;
  expect((await feed.pull({ http: server.http })).pages).toEqual([]);
  expect(server.asked).toEqual([`${FOLDER}manifest.json`]);
  list = () => `${sha256("what is still to come")}  ventes_1.csv\n${sha256(csv(2))} *ventes_2.csv\n`;
  const torn = await feed.pull({ http: server.http });
  expect(torn.pages).toEqual([]);
  files["ventes_1.csv"] = "half a f";
  const other = await feed.pull({ http: server.http });
  expect(other.pages).toEqual([]);
  expect(other.error).toBeInstanceOf(FeedUnavailable);
  expect(String(other.error)).toContain("not the one in the list: ventes_1.csv");
});

test("a file written this very second is left for the next pull", async () => {
  const server = serve(
    () => APACHE,
    { "ventes_1.csv": csv(1), "ventes_été.csv": csv(2) },
    "Tue, 01 Dec 2026 12:00:00 GMT",
  );
  const { pages, error } = await openFeed("/", options).pull({ http: server.http });
  expect([pages, error]).toEqual([[], undefined]);
});

test("something that is no folder is a fault of the feed", async () => {
  for (const body of ["Service unavailable", '{"error":1}', "[1,2]"]) {
    const { error } = await openFeed("/", options).pull({ http: serve(() => body, {}).http });
    expect(String(error)).toContain("invalid folder");
  }
});
