import { expect, test } from "vitest";
import { openFeed } from "../../../../ingest/registry.ts";
import { ConfigError } from "../../../../src/domain/errors.ts";

const place = { id: "feed", site: "moulin", sites: new Set(["moulin"]), zone: "Europe/Paris", baseDir: "/" };

function faults(options: unknown): string[] {
  try {
    openFeed("http-json", { ...place, options }, "feeds[0]");
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const stream = {
  request: { path: "/counts" },
  map: '{ "measure": "entries", "at": at, "value": n, "key": id }',
};

test("a small description is enough", () => {
  const open = openFeed(
    "http-json",
    { ...place, options: { base: "https://example.org/api/", streams: { counts: stream } } },
    "feeds[0]",
  );
  expect(open.streams.map(({ name, windowed, movable }) => [name, windowed, movable])).toEqual([
    ["counts", false, true],
  ]);
});

test("every fault of a description is told at once, with its place and remedy, and no secret", () => {
  const found = faults({
    base: "ftp://example.org",
    auth: { kind: "bearer", token: "" },
    streams: {
      counts: {
        ...stream,
        request: { path: "counts?x=1" },
        select: "rows[",
        key: "$match(id, /a+/)",
        lookback: "1 day",
        zone: "Europe/Cambrai",
        mode: "upsrt",
      },
      other: { request: { path: "/x", query: { since: "{{since.iso" } }, map: "$eval(text)" },
    },
  }).map((line) => line.replace("feeds[0].options.", ""));
  for (const path of [
    "base",
    "auth.token",
    "path",
    "select",
    "key",
    "lookback",
    "zone",
    "mode",
    "query.since",
    "map",
  ])
    expect(found.some((line) => line.split(": ")[0]?.endsWith(path))).toBe(true);
  expect(found.join("\n")).toMatch(/regular expression is not allowed/);
  expect(found.join("\n")).toMatch(/\$eval is not allowed/);
});

test("faults between the parts of a description are told as well", () => {
  const found = faults({
    base: "https://example.org",
    auth: { kind: "form", params: { token: "s3cret" } },
    streams: {
      a: { ...stream, parent: { stream: "b", as: "x" }, mode: "replace-window" },
      b: { ...stream, parent: { stream: "a", as: "y" }, request: { path: "/{{z.id}}", json: {} } },
      c: {
        ...stream,
        parent: { stream: "nowhere", as: "n" },
        mode: "append",
        rescans: [{ every: "P1D", back: "P9D" }],
      },
      d: { ...stream, mode: "snapshot", version: { field: "revision", format: "number" } },
    },
  }).join("\n");
  for (const part of [
    /a\.parent\.stream.*circle/,
    /a\.mode.*window/,
    /b\.request\.path.*\{\{z\}\}/,
    /b\.request\.method.*POST/,
    /c\.parent\.stream.*not a stream/,
    /c\.mode.*never change/,
    /d\.version.*leave `version` out/,
  ])
    expect(found).toMatch(part);
  expect(found).not.toMatch(/s3cret/);
});

test("a preset names what is missing, unknown or of another kind", () => {
  const found = faults({ preset: "billetweb", key: "s3cret", events: "4821", zoen: "Europe/Paris" }).join(
    "\n",
  );
  expect(found).toMatch(/options\.user: .*missing/);
  expect(found).toMatch(/options\.events: 4821: a list is expected/);
  expect(found).toMatch(/options\.zoen: .*unknown parameter.*tariffs/);
  expect(found).not.toMatch(/s3cret/);
  expect(faults({ preset: "../../etc/passwd" }).join("\n")).toMatch(/not a preset \(one of: axis, billetweb/);
});
