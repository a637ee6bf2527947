import { expect, test } from "vitest";
import { kioskConnector } from "../../../../ingest/connectors/kiosk/connector.ts";
import { iso, makeDrop, openFeed } from "../file/pull.ts";

const event = (given: object): string =>
  JSON.stringify({
    v: 1,
    event_id: "e1",
    kiosk_id: "beffroi-01",
    session_id: "s1",
    ts: "2026-07-14T10:02:11.120+02:00",
    seq: 17,
    type: "view",
    screen: "plan",
    item: "tour-saint-martin",
    lang: "en",
    duration_ms: null,
    end_reason: null,
    ...given,
  });

const pull = async (lines: readonly string[], options: object = {}) => {
  using drop = makeDrop();
  drop.write("kiosk.jsonl", `${lines.join("\n")}\n`);
  const sites = ["tower", "office"];
  return await openFeed(
    drop.folder,
    { path: "*.jsonl", ...options },
    { sites, connector: kioskConnector },
  ).pull();
};

test("sessions, views and heartbeats become records; other events nothing", async () => {
  const types = ["session_start", "view", "heartbeat", "action", "language", "session_end"];
  const { rows, records } = await pull(types.map((type, i) => event({ type, event_id: `e${i}` })));
  expect(rows.map((row) => row.kind)).toEqual([
    "record",
    "record",
    "record",
    "ignored",
    "ignored",
    "ignored",
  ]);
  expect(records.map((r) => [r.measure, r.key, r.value, r.minutes, r.gate, r.language, r.topic])).toEqual([
    ["kiosk_sessions", "e0", 1, 0, "beffroi-01", "en", undefined],
    ["kiosk_views", "e1", 1, 0, "beffroi-01", "en", "plan"],
    ["kiosk_heartbeats", "e2", 1, 0, "beffroi-01", "en", undefined],
  ]);
  expect(iso(records[0]?.at ?? 0)).toBe("2026-07-14T08:02:11.120Z");
});

test("the same event sent twice has the same key, and nothing of a session is kept", async () => {
  const { records } = await pull([event({}), event({ seq: 18, item: "Anna Dupont" })]);
  expect(records.map((record) => record.key)).toEqual(["e1", "e1"]);
  expect(JSON.stringify(records)).not.toMatch(/s1|tour-saint-martin|Anna/);
});

test("each wrong event is set aside with its reason and the others are read", async () => {
  const lines = [
    "{",
    "[1]",
    event({ v: 2 }),
    event({ type: "purchase" }),
    event({ event_id: "anna@example.org" }),
    event({ event_id: undefined }),
    event({ kiosk_id: 7 }),
    event({ ts: "2026-07-14T10:02:11" }),
    event({ ts: "2026-02-30T10:02:11Z" }),
    event({ ts: "2031-01-01T00:00:00Z" }),
    event({ screen: null }),
    event({ screen: "search: Anna Dupont" }),
    event({ screen: "a@b.org" }),
    event({ event_id: "good" }),
  ];
  const { rejected, records, details } = await pull(lines);
  expect(rejected.map((text) => text.replace(/ kiosk\.jsonl line \d+/, ""))).toEqual([
    "malformed",
    "malformed",
    "unknown_value v",
    "unknown_value type",
    "personal_data event_id",
    "missing_field event_id",
    "missing_field kiosk_id",
    "bad_time ts",
    "bad_time ts",
    "future ts",
    "missing_field screen",
    "unknown_value screen",
    "personal_data screen",
  ]);
  expect(records.map((record) => record.key)).toEqual(["good"]);
  expect(details.join()).not.toMatch(/Anna|anna/);
});

test("kiosks of one feed may stand at several sites; unlisted ones are rejected", async () => {
  const sites = { "beffroi-01": "tower", "ot-01": "office" };
  const lines = [
    event({}),
    event({ event_id: "e2", kiosk_id: "ot-01" }),
    event({ event_id: "e3", kiosk_id: "x" }),
  ];
  const { records, rejected } = await pull(lines, { sites });
  expect(records.map((record) => record.site)).toEqual(["tower", "office"]);
  expect(rejected).toEqual(["unknown_site kiosk.jsonl line 3 kiosk_id"]);
});
