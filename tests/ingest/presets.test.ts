import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { HttpClient, HttpReply, HttpRequest, PullContext } from "../../ingest/connector.ts";
import { presetNames } from "../../ingest/connectors/http-json/presets.ts";
import { openFeed } from "../../ingest/registry.ts";
import type { Mapped } from "../../src/domain/record.ts";

interface Sample {
  readonly parameters: object;
  readonly until: string;
  readonly replies: readonly { readonly path: string; readonly body: unknown }[];
}

const samples = resolve(import.meta.dirname, "../../ingest/presets/samples");

function sampleOf(preset: string): Sample {
  return JSON.parse(readFileSync(`${samples}/${preset}.json`, "utf8"));
}

/** Answers each path with its reply. */
function canned({ replies }: Sample): HttpClient {
  const reply = async <Body>(
    request: HttpRequest,
    body: (value: unknown) => Body,
  ): Promise<HttpReply<Body>> => {
    const { pathname } = new URL(request.url);
    const found = replies.find(({ path }) => path === pathname);
    if (!found) throw new Error(`no reply for ${pathname}`);
    return { status: 200, headers: new Headers(), body: body(found.body) };
  };
  return {
    json: (request) => reply<unknown>(request, (value) => value),
    text: (request) => reply(request, (value) => JSON.stringify(value)),
    bytes: () => Promise.reject(new Error("not asked for")),
  };
}

async function read(preset: string): Promise<Mapped[]> {
  const sample = sampleOf(preset);
  // Loopback has no rate limit; nothing is sent.
  const options = { preset, ...sample.parameters, url: "http://127.0.0.1" };
  const place = {
    id: "feed",
    site: "tank-1917",
    sites: new Set(["tank-1917"]),
    zone: "Europe/Paris",
    baseDir: "/",
  };
  const feed = openFeed("http-json", { ...place, options }, "feeds[0]");
  const until = Date.parse(sample.until);
  const context: PullContext = {
    ...{ cursor: null, from: undefined, until, now: until, http: canned(sample) },
    log: { info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  };
  const rows: Mapped[] = [];
  for (const stream of feed.streams) for await (const page of stream.pull(context)) rows.push(...page.rows);
  return rows;
}

/** Instants as texts: the file is read by people. */
function written(row: Mapped): unknown {
  if (row.kind !== "record") return row;
  const times = ["at", "version", "knownAt", "bookedOn"];
  return Object.fromEntries(
    Object.entries(row.record).map(([name, value]) => [
      name,
      times.includes(name) ? new Date(Number(value)).toISOString() : value,
    ]),
  );
}

describe("the sample of a preset becomes the records that stand beside it", () => {
  test.each(presetNames())("%s", async (preset) => {
    const rows = await read(preset);
    const text = `${JSON.stringify(rows.map(written), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`${samples}/${preset}.expected.json`);
    expect(rows.some((row) => row.kind === "record")).toBe(true);
    expect(text).not.toMatch(/alix|example\.org|barcode|59400/i);
  });
});
