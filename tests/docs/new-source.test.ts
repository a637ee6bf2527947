/** The example of docs/feeds.md, "A source nobody has a preset for": read from there, run, compared with what it shows. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { HttpClient, HttpReply, HttpRequest } from "../../ingest/connector.ts";
import { runStream } from "../../ingest/runner.ts";
import { takeSample } from "../../ingest/sample.ts";
import { bindFeeds } from "../../src/commands/feeds.ts";
import { runTable } from "../../src/commands/ingest.ts";
import { sampleText } from "../../src/commands/sample.ts";
import { ConfigError } from "../../src/domain/errors.ts";
import { readTerritory } from "../../src/territory/load.ts";
import { createMemorySink, createMemoryState } from "../support/memory-sink.ts";

const NOW = Date.parse("2026-11-20T18:00:00Z");
const docs = readFileSync(resolve(import.meta.dirname, "../../docs/feeds.md"), "utf8");
const [, chapter = ""] = docs.split(/^## (?=A source nobody)/m);
const blocks = [
  ...chapter
    .split(/^## /m, 1)
    .join("")
    .matchAll(/^```(\w*)\n(.*?)\n```$/gms),
];
const block = (language: string, index = 0): string =>
  blocks.filter(([, name]) => name === language)[index]?.[2] ?? "";

/** The supplier: the answer of the docs, and behind its mark a second page. */
function supplier(): { readonly http: HttpClient; readonly asked: HttpRequest[]; correct: () => void } {
  const asked: HttpRequest[] = [];
  let corrected = false;
  const answer = (url: URL): string => {
    if (url.searchParams.get("cursor") === null) return block("json");
    const [more, revision] = corrected ? [6, 1] : [4, 0];
    const row = { id: 503, gate: { code: "north" }, start: "2026-11-20 10:15", in: more, out: 1, revision };
    return JSON.stringify({ data: { passages: [row], next: null } });
  };
  const reply = async <Body>(
    request: HttpRequest,
    read: (text: string) => Body,
  ): Promise<HttpReply<Body>> => {
    asked.push(request);
    return { status: 200, headers: new Headers(), body: read(answer(new URL(request.url))) };
  };
  return {
    http: {
      json: (request) => reply<unknown>(request, JSON.parse),
      text: (request) => reply(request, (text) => text),
      bytes: () => Promise.reject(new Error("not asked for")),
    },
    asked,
    correct: () => {
      corrected = true;
    },
  };
}

function openExample(text = block("yaml")) {
  const territory = readTerritory(text, "my-town.yaml", { COUNTER_KEY: "k-123456" });
  const [bound] = bindFeeds(territory);
  if (!bound) throw new Error("no feed");
  return { ...bound, sites: new Set(territory.sites.map(({ id }) => id)) };
}

const log = { info: () => undefined, warn: () => undefined };
const signal = new AbortController().signal;

test("the sample is the one shown, asked for as the supplier wants it", async () => {
  const { feed, open, sites } = openExample();
  const { http, asked } = supplier();
  const context = { cursor: null, from: undefined, until: NOW, now: NOW, http, log, signal };
  const samples = await takeSample(open, context, sites, 20);
  expect(sampleText({ feed: feed.id, samples, problem: "" })).toBe(block(""));
  expect(block("sh")).toContain(`'${asked[0]?.url}'`);
  expect(asked.map(({ headers }) => headers?.["X-Counter-Key"])).toEqual(["k-123456", "k-123456"]);
});

test("three pulls say what is shown, and nothing personal is kept", async () => {
  const { feed, open, sites } = openExample();
  const { http, correct } = supplier();
  const [sink, state] = [createMemorySink(), createMemoryState()];
  const runs = [];
  for (const pull of [1, 2, 3]) {
    if (pull === 3) correct();
    const effects = { sink, state, http, log, now: () => NOW + pull * 60_000, signal };
    for (const stream of open.streams)
      runs.push(await runStream({ feed: feed.id, stream, sites, until: NOW }, effects));
  }
  expect(runTable(runs)).toBe(block("", 1));
  const facts = sink.facts({ feed: feed.id, stream: "passages" });
  expect(facts.find(({ key }) => key === "503/in")).toMatchObject({ value: 6, gate: "north" });
  expect(JSON.stringify(facts)).not.toContain("Martin");
});

test("a key for two counts is set aside, and a wrong option is told with its line", async () => {
  const { open, sites } = openExample(block("yaml").replaceAll(/id & "\/\w+"/g, "id"));
  const context = { cursor: null, from: undefined, until: NOW, now: NOW, http: supplier().http, log, signal };
  const [sample] = await takeSample(open, context, sites, 20);
  expect(sample?.counts).toMatchObject({ accepted: 3, rejected: 2 });
  expect(sample?.rejected[0]).toMatchObject({ reason: "missing_field", field: "key" });
  const lines = block("yaml").split("\n");
  const line = lines.findIndex((one) => one.includes("version:")) + 1;
  const wrong = block("yaml").replace("{ field: revision, format: number }", "revision");
  expect(() => openExample(wrong)).toThrow(ConfigError);
  expect(() => openExample(wrong)).toThrow(
    `my-town.yaml:${line}: feeds[0].options.streams.passages.version: revision: expected a group of keys`,
  );
});
