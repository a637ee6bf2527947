import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mapMessage } from "../../../../ingest/connectors/mqtt/map.ts";
import { MqttOptions } from "../../../../ingest/connectors/mqtt/options.ts";
import { filterOf, isTopicPattern, namesIn } from "../../../../ingest/connectors/mqtt/topics.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const TOPIC = "town/doors/north/count";

function map(payload: unknown, over: object = {}, topic = TOPIC) {
  const options = MqttOptions.parse({
    url: "mqtt://127.0.0.1",
    topics: ["town/doors/{gate}/count"],
    read: { at: "time", minutes: 15, values: { entries: "data.in", exits: "data.out" }, ...over },
  });
  const bytes = Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload));
  const sense = { options, site: "tank-1917", sites: new Set(["tank-1917"]), now: NOW };
  return mapMessage(topic, bytes, "message 1", sense);
}

const faults = (payload: unknown, over: object = {}, topic = TOPIC) =>
  map(payload, over, topic).map((row) =>
    row.kind === "rejected" ? `${row.reason} ${row.field ?? ""}`.trim() : row.kind,
  );

const TIME = "2026-07-14T10:15:00+02:00";

test("the sample becomes entries and exits of its gate and span", () => {
  const sample: { topic: string; payload: object } = JSON.parse(
    readFileSync(`${import.meta.dirname}/../../../../ingest/connectors/mqtt/sample.json`, "utf8"),
  );
  const common = {
    site: "tank-1917",
    at: Date.parse("2026-07-14T08:15:00Z"),
    minutes: 15,
    version: NOW,
    deleted: false,
    knownAt: Date.parse("2026-07-14T08:30:00Z"),
    gate: "north",
  };
  expect(map(sample.payload, {}, sample.topic)).toEqual([
    {
      kind: "record",
      record: { ...common, measure: "entries", key: "entries/north/15/2026-07-14T08:15:00Z", value: 12 },
    },
    {
      kind: "record",
      record: { ...common, measure: "exits", key: "exits/north/15/2026-07-14T08:15:00Z", value: 9 },
    },
  ]);
});

test("times with offset, Unix seconds and milliseconds are the same instant; a stamp at the end is moved back", () => {
  const seconds = Date.parse(TIME) / 1000;
  for (const time of [TIME, seconds, seconds * 1000]) {
    expect(map({ time, data: { in: 1 } })).toMatchObject([{ record: { at: Date.parse(TIME) } }]);
  }
  expect(map({ time: TIME, data: { in: 1 } }, { stamp: "end" })).toMatchObject([
    { record: { at: Date.parse("2026-07-14T08:00:00Z"), knownAt: Date.parse(TIME) } },
  ]);
});

test("zero is a count, null is a hole and an absent number is a fault", () => {
  expect(map({ time: TIME, data: { in: 0, out: null } })).toMatchObject([
    { record: { measure: "entries", value: 0 } },
  ]);
  expect(faults({ time: TIME, data: { in: null } })).toEqual(["ignored"]);
  expect(faults({ time: TIME })).toEqual(["missing_field data.in"]);
});

test("each wrong message or row is set aside with its reason, never with its text", () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    ["{", "malformed"],
    [{ time: "2026-07-14T10:15:00", data: { in: 1 } }, "bad_time time"],
    [{ time: "Anna Dupont", data: { in: 1 } }, "bad_time time"],
    [{ time: -5, data: { in: 1 } }, "bad_time time"],
    [{ data: { in: 1 } }, "missing_field time"],
    [{ time: TIME, data: { in: -1 } }, "negative data.in"],
    [{ time: TIME, data: { in: 1.5 } }, "bad_number data.in"],
    [{ time: TIME, data: { in: "Anna Dupont" } }, "bad_number data.in"],
    [{ time: TIME, data: { in: 1 }, pad: "x".repeat(70_000) }, "too_large"],
  ];
  for (const [payload, reason] of wrong) {
    expect(faults(payload)).toEqual([reason]);
    expect(JSON.stringify(map(payload))).not.toMatch(/Anna/);
  }
  expect(map(Buffer.from([0x7b, 0xff, 0x7d]).toString("latin1"))).toMatchObject([{ kind: "rejected" }]);
  expect(faults({ time: TIME, data: { in: 1 } }, {}, "town/doors/anna@example.org/count")).toEqual([
    "personal_data gate",
  ]);
});

test("rows of a list are read one by one; a bad one does not take the others along", () => {
  const rows = [{ time: TIME, data: { in: 1 } }, 7, { time: TIME, data: { in: 2 } }];
  expect(faults({ rows }, { rows: "rows" })).toEqual(["record", "missing_field time", "record"]);
  expect(faults({ rows: 3 }, { rows: "rows" })).toEqual(["malformed rows"]);
});

test("no message makes the mapping throw", () => {
  const payload = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ time: fc.anything(), data: fc.anything() }).map((v) => JSON.stringify(v) ?? ""),
  );
  fc.assert(
    fc.property(payload, (text) => {
      for (const row of map(text)) expect(["record", "rejected", "ignored"]).toContain(row.kind);
    }),
  );
});

test("topics name their levels, and only topics that follow the pattern are read", () => {
  expect(filterOf("town/{site}/+/{gate}/#")).toBe("town/+/+/+/#");
  expect(namesIn("town/abbey/x/north/a/b", "town/{site}/+/{gate}/#")).toEqual({
    site: "abbey",
    gate: "north",
  });
  expect(namesIn("town/abbey/x/north", "town/{site}/+/{gate}/#")).toEqual({ site: "abbey", gate: "north" });
  expect(namesIn("town/abbey", "town/{site}/+/{gate}/#")).toBeUndefined();
  expect(namesIn("city/abbey", "town/{site}")).toBeUndefined();
  expect(faults({ time: TIME, data: { in: 1 } }, {}, "town/other")).toEqual(["ignored"]);
  for (const wrong of ["", "a/#/b", "{gate}/{gate}", "a/x+", "a/{door}", "a/b#"])
    expect(isTopicPattern(wrong)).toBe(false);
});

test("a topic that names a site of another territory is rejected", () => {
  const options = MqttOptions.parse({
    url: "mqtt://127.0.0.1",
    topics: ["{site}/{gate}"],
    read: { at: "t", values: { entries: "n" } },
    sites: undefined,
  });
  const sense = { options, site: "", sites: new Set(["moulin"]), now: NOW };
  const payload = Buffer.from(JSON.stringify({ t: TIME, n: 1 }));
  expect(mapMessage("moulin/a", payload, "message 1", sense)).toMatchObject([
    { record: { site: "moulin", gate: "a" } },
  ]);
  expect(mapMessage("elsewhere/a", payload, "message 1", sense)).toMatchObject([{ reason: "unknown_site" }]);
  const mapped = { ...sense, options: { ...options, sites: { a: "moulin" } } };
  expect(mapMessage("x/a", payload, "message 1", mapped)).toMatchObject([{ record: { site: "moulin" } }]);
  expect(mapMessage("x/b", payload, "message 1", mapped)).toMatchObject([{ reason: "unknown_site" }]);
});
