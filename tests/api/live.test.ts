/** GET /live over real connections. */
import { get, type IncomingMessage } from "node:http";
import request from "supertest";
import { afterEach, expect, test } from "vitest";
import type { AppOptions } from "../../src/api/app.ts";
import { type Listening, listen } from "../../src/api/listen.ts";
import { liveRoute } from "../../src/contract/live.ts";
import { fakeApp } from "./support/fake-app.ts";

const EVENTS = { accept: "text/event-stream" };
let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
});

async function start(changes: Partial<AppOptions> = {}) {
  const ending = new AbortController();
  const made = fakeApp({ ending: ending.signal, live: { lookMs: 10 }, ...changes });
  listening = await listen(made.app, { host: "127.0.0.1", port: 0, access: {} });
  return { ...made, ending, url: `${listening.url}/api/v1/live` };
}

/** Opens a stream; `next` waits for so many events in all. */
async function open(url: string, headers: Record<string, string> = {}) {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { ...EVENTS, ...headers } }, resolve).on("error", reject);
  });
  let text = "";
  reply.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  const ids = () => [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id);
  return {
    reply,
    ids,
    text: () => text,
    async until(count: number) {
      for (let i = 0; i < 500 && ids().length < count; i++) await new Promise((done) => setTimeout(done, 10));
      return ids();
    },
  };
}

test("without asking for events it is a document like any other", async () => {
  const { app } = fakeApp();
  const { body, headers } = await request(app).get("/api/v1/live");
  expect(liveRoute.reply.parse(body).rows).toHaveLength(1);
  expect(headers.etag).toBeDefined();
});

test("events carry the document, at once and at each change, for one question each", async () => {
  const { url, world, views } = await start();
  const streams = await Promise.all(Array.from({ length: 20 }, () => open(url)));
  for (const stream of streams) expect(await stream.until(1)).toEqual(["1"]);
  world.version = "2";
  for (const stream of streams) expect(await stream.until(2)).toEqual(["1", "2"]);
  expect(views.live).toHaveBeenCalledTimes(2);
  const [first] = streams;
  expect(first?.reply.headers).toMatchObject({ "content-type": "text/event-stream; charset=utf-8" });
  const [, data = ""] = /^data: (.*)$/m.exec(first?.text() ?? "") ?? [];
  expect(liveRoute.reply.parse(JSON.parse(data)).day).toBe("2026-11-25");
  const metrics = await (await fetch(url.replace("/api/v1/live", "/metrics"))).text();
  expect(metrics).toContain("beffroi_live_connections 20\n");
  for (const { reply } of streams) reply.destroy();
});

test("after a cut, what was missed comes and what was had does not come again", async () => {
  const { url, world } = await start();
  const first = await open(url);
  await first.until(1);
  first.reply.destroy();
  const [had, missed] = [
    await open(url, { "last-event-id": "1" }),
    await open(url, { "last-event-id": "0" }),
  ];
  expect(await missed.until(1)).toEqual(["1"]);
  world.version = "2";
  expect(await had.until(1)).toEqual(["2"]);
  for (const { reply } of [had, missed]) reply.destroy();
});

test("beyond the limit there is a 503 that says when to come again; a freed place is given away", async () => {
  const { url } = await start({ live: { most: 2, lookMs: 10 } });
  const held = [await open(url), await open(url)];
  const refused = await open(url);
  expect(refused.reply.statusCode).toBe(503);
  expect(refused.reply.headers).toMatchObject({ "retry-after": "30" });
  held[0]?.reply.destroy();
  for (let i = 0; i < 100; i++) {
    const again = await open(url);
    again.reply.destroy();
    if (again.reply.statusCode === 200) break;
    expect(i).toBeLessThan(99);
  }
  held[1]?.reply.destroy();
});

test("at the end streams are ended and the server closes at once", async () => {
  const { url, ending } = await start();
  const stream = await open(url);
  const ended = new Promise((done) => stream.reply.on("end", done));
  ending.abort();
  const began = performance.now();
  await listening?.close();
  await ended;
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("with a token set, nobody listens without it", async () => {
  const token = "0123456789abcdef";
  const { url } = await start({ access: { token } });
  expect((await open(url)).reply.statusCode).toBe(401);
  const basic = Buffer.from(`x:${token}`).toString("base64");
  const allowed = await open(url, { authorization: `Basic ${basic}` });
  expect(allowed.reply.statusCode).toBe(200);
  allowed.reply.destroy();
});
