/** Opening feeds by name: wrong options come back as faults with their place and never with a secret. */
import { expect, test } from "vitest";
import { connectors, openFeed } from "../../ingest/registry.ts";
import { ConfigError, type Fault } from "../../src/domain/errors.ts";

const PRETIX = { url: "https://pretix.example.org", organizer: "cac", event: "tank", token: "s3cret" };

function open(type: string, options: unknown) {
  const sites = new Set(["tank-1917"]);
  return openFeed(
    type,
    { id: "f", site: "tank-1917", sites, zone: "Europe/Paris", options, baseDir: "/" },
    "feeds[3]",
  );
}

function faults(type: string, options: unknown): readonly Fault[] {
  try {
    open(type, options);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test("every connector is found by its own name", () => {
  expect([...connectors.keys()]).toEqual([
    "pretix",
    "eco-counter",
    "file",
    "kiosk",
    "mqtt",
    "octo",
    "open-meteo",
    "tally",
    "http-json",
    "push",
    "the-things-stack",
    "xapi",
  ]);
  for (const [name, connector] of connectors) expect(connector.type).toBe(name);
});

test("right options open the feed's streams", () => {
  expect(open("pretix", PRETIX).streams.map((stream) => stream.name)).toEqual([
    "orders",
    "transactions",
    "checkins",
    "slots",
  ]);
});

test("every wrong option is one fault with its path and value", () => {
  const wrong = { ...PRETIX, url: "pretix.example.org", items: { "14": "vip" }, tokn: "s3cret" };
  expect(faults("pretix", wrong)).toMatchObject([
    { path: "feeds[3].options.url", value: "pretix.example.org" },
    { path: "feeds[3].options.items.14", value: "vip" },
    { path: "feeds[3].options.tokn", value: "(hidden)", remedy: expect.stringMatching(/unknown option/) },
  ]);
  expect(faults("pretix", { ...PRETIX, token: undefined })).toMatchObject([
    { path: "feeds[3].options.token", value: "(missing)" },
  ]);
});

test("a remedy says in words what is expected, and the word that was meant", () => {
  const base = { base: "https://example.org", streams: { rows: { request: { path: "/x" }, map: "$" } } };
  const wrong = {
    ...base,
    streams: {
      rows: { ...base.streams.rows, pagination: { kind: "curser" }, window: 31, mode: "upsrt", select: 5 },
      none: {},
    },
  };
  const remedies = new Map(
    faults("http-json", wrong).map(({ path, remedy }) => [path.split(".rows.")[1], remedy]),
  );
  expect(remedies.get("pagination.kind")).toMatch(
    /^expected one of none, page, .*\(did you mean cursor\?\)$/,
  );
  expect(remedies.get("window")).toBe("expected a group of keys { … }");
  expect(remedies.get("mode")).toMatch(/did you mean upsert\?/);
  expect(remedies.get("select")).toBe("expected a text");
  expect(remedies.get(undefined)).toMatch(/^missing: add it/);
  const file = { path: "*.csv", columns: { date: true }, cancellation: "negatif" };
  expect(faults("file", file).map(({ remedy }) => remedy)).toEqual([
    "expected a text, or a number",
    "expected negative, missing (did you mean negative?), or a group of keys { … }",
  ]);
});

test("a secret of the wrong form is not shown", () => {
  const said = JSON.stringify([
    faults("pretix", { ...PRETIX, token: ["s3cret"] }),
    faults("pretix", { ...PRETIX, url: "ftp://me:s3cret@example.org" }),
    faults("eco-counter", { api: "v1", counter: 1, password: 12345 }),
  ]);
  expect(said).not.toContain("s3cret");
  expect(said).not.toContain("12345");
});

test("credentials that a version of an API needs are asked for by name", () => {
  expect(faults("eco-counter", { counter: 5 }).map((fault) => fault.path)).toEqual([
    "feeds[3].options.url",
    "feeds[3].options.key",
  ]);
  expect(faults("eco-counter", { api: "v1", counter: 5 }).map((fault) => fault.path)).toEqual([
    "feeds[3].options.token",
  ]);
  expect(faults("eco-counter", { api: "v1", counter: 5, token: "s3cret" })).toEqual([]);
});

test("an unknown connector or site lists what there is", () => {
  expect(faults("pretixx", {})).toMatchObject([
    { path: "feeds[3].connector", remedy: expect.stringContaining("eco-counter") },
  ]);
  expect(faults("pretix", { ...PRETIX, site: "moulin" })).toMatchObject([
    { path: "feeds[3].options.site", value: "moulin", remedy: expect.stringContaining("tank-1917") },
  ]);
});
