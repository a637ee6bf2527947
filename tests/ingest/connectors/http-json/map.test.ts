import { expect, test } from "vitest";
import { makeMapper } from "../../../../ingest/connectors/http-json/map.ts";
import { httpJsonOptions } from "../../../../ingest/connectors/http-json/options.ts";
import type { Mapped } from "../../../../src/domain/record.ts";

const NOW = Date.parse("2026-07-14T10:00:00Z");

async function mapped(map: string, row: unknown, more: object = {}): Promise<Mapped[]> {
  const options = httpJsonOptions.parse({
    base: "https://api.example.org",
    streams: { rows: { request: { path: "/rows" }, key: "id", map, ...more } },
  });
  const stream = options.streams.rows;
  if (!stream) throw new Error("no stream");
  const sense = { stream, name: "rows", site: "moulin", zone: "Europe/Paris", parameters: {}, until: NOW };
  const reply = { value: [row], faults: [], headers: new Headers(), url: "https://api.example.org/rows" };
  return makeMapper(sense, NOW)({ rows: [row], faults: [], reply, number: 3 }, {}, NOW);
}

const COUNT = '{ "measure": "entries", "at": $local(at), "minutes": 15, "value": n, "gate": door }';
const row = { id: 7, at: "2026-07-14 08:00", n: 3, email: "alix@example.org" };

test("only what the expression names enters, and what it leaves out has a meaning", async () => {
  const at = Date.parse("2026-07-14T06:00:00Z");
  expect(await mapped(COUNT, row)).toEqual([
    {
      kind: "record",
      record: {
        ...{ measure: "entries", at, value: 3, minutes: 15, deleted: false, site: "moulin", key: "7" },
        ...{ version: NOW, knownAt: at + 15 * 60_000 },
      },
    },
  ]);
});

test("null is a hole and no fact, zero is one, and a missing value is a fault", async () => {
  expect(await mapped(COUNT, { ...row, n: null })).toEqual([{ kind: "ignored" }]);
  expect(await mapped(COUNT, { ...row, n: 0 })).toMatchObject([{ kind: "record", record: { value: 0 } }]);
  const { n: _, ...without } = row;
  expect(await mapped(COUNT, without)).toMatchObject([{ reason: "missing_field", field: "value" }]);
});

test("a bad row is set aside with its place, its field and never its content", async () => {
  const cases: [object, object][] = [
    [{ ...row, at: "alix@example.org" }, { reason: "bad_time" }],
    [{ ...row, at: "2026-03-29 02:30" }, { reason: "nonexistent_time" }],
    [
      { ...row, n: "alix@example.org" },
      { reason: "bad_number", field: "value" },
    ],
    [{ ...row, door: "alix@example.org" }, { reason: "personal_data" }],
    [
      { ...row, door: "x".repeat(300) },
      { reason: "unknown_value", field: "gate" },
    ],
    [
      { ...row, id: null },
      { reason: "missing_field", field: "key" },
    ],
  ];
  for (const [bad, expected] of cases) {
    const rows = await mapped(COUNT, bad);
    expect(rows).toMatchObject([{ kind: "rejected", position: "rows page 3 row 1", ...expected }]);
    expect(JSON.stringify(rows)).not.toMatch(/alix/);
  }
});

test("a field that no record has is a fault of the expression, not a way in", async () => {
  expect(await mapped('$merge([$, { "measure": "entries", "at": 0, "value": 1 }])', row)).toMatchObject([
    { kind: "rejected" },
  ]);
});

test("versions are the source's change time, else the time of the pull; append-only facts never change", async () => {
  const version = async (more: object) => {
    const [fact] = await mapped(COUNT, { ...row, changed: "2026-07-14 09:30:00" }, more);
    return fact?.kind === "record" ? new Date(fact.record.version).toISOString() : fact;
  };
  expect(await version({})).toBe("2026-07-14T10:00:00.000Z");
  expect(await version({ version: { field: "changed" } })).toBe("2026-07-14T07:30:00.000Z");
  expect(await version({ mode: "append" })).toBe("2026-07-14T06:15:00.000Z");
});

test("a revision number is a version too, and one that is no number is a fault", async () => {
  const version = async (revision: unknown) => {
    const more = { version: { field: "revision", format: "number" } };
    const [fact] = await mapped(COUNT, { ...row, revision }, more);
    return fact?.kind === "record" ? fact.record.version : fact;
  };
  expect([await version(undefined), await version(0), await version("1"), await version(2)]).toEqual([
    1, 1, 2, 3,
  ]);
  for (const bad of ["b", 1.5, -1, Date.parse("2026-07-14")])
    expect(await version(bad)).toMatchObject({ kind: "rejected", reason: "bad_number" });
});

test("facts that would overwrite each other under one key are set aside with the remedy", async () => {
  const both = `[${COUNT}, ${COUNT.replace("entries", "exits")}]`;
  expect(await mapped(both, row)).toMatchObject([
    { kind: "record", record: { measure: "entries" } },
    { reason: "missing_field", field: "key", detail: expect.stringContaining('id & "/exits"') },
  ]);
  const apart = both.replace(/"gate": door }\]/, '"gate": door, "key": id & "/exits" }]');
  expect(await mapped(apart, row)).toMatchObject([{ record: { key: "7" } }, { record: { key: "7/exits" } }]);
  const elsewhere = `[${COUNT}, ${COUNT.replace("door", '"south"')}]`;
  expect(await mapped(elsewhere, row)).toMatchObject([{ kind: "record" }, { kind: "rejected" }]);
  expect(await mapped(`[${COUNT}, ${COUNT}]`, row)).toMatchObject([{ kind: "record" }, { kind: "record" }]);
  const ticket = '{ "measure": "tickets", "at": $local(at), "value": n }';
  const moved = `[${ticket}, ${ticket.replace("$local(at)", "0")}]`;
  expect(await mapped(moved, row)).toMatchObject([{ kind: "record" }, { kind: "record" }]);
});
