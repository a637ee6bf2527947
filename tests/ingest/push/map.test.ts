import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../../../ingest/push/decode.ts";
import { FIELDS, mapRow } from "../../../ingest/push/map.ts";
import { leftovers } from "../../../ingest/push/personal.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const rules = { site: "tank", options: { measure: undefined, minutes: 0 }, now: NOW, batch: "b1" };
const bytes = (text: string) => new TextEncoder().encode(text);
const map = (fields: Record<string, unknown>) => mapRow({ number: 3, fields }, rules);

test("a row becomes a record, its key apart for each measure, and says when it was known", () => {
  const fields = {
    key: "r1",
    measure: "entries",
    at: "2026-11-25T10:00:00+01:00",
    minutes: 60,
    value: 12,
    gate: "A",
  };
  expect(map(fields)).toEqual({
    kind: "record",
    record: {
      site: "tank",
      measure: "entries",
      key: "entries/r1",
      at: Date.parse("2026-11-25T09:00:00Z"),
      minutes: 60,
      value: 12,
      version: NOW,
      deleted: false,
      knownAt: Date.parse("2026-11-25T10:00:00Z"),
      gate: "A",
    },
  });
});

test("CSV, JSON Lines and JSON say the same", async () => {
  const row = {
    key: "r1",
    measure: "tickets",
    at: "2026-11-25T10:00:00Z",
    value: 2,
    tariff: "full",
    origin: "59400",
  };
  const texts = {
    json: JSON.stringify([row]),
    jsonl: `${JSON.stringify(row)}\n\n`,
    csv: "key;measure;at;value;tariff;origin\r\nr1;tickets;2026-11-25T10:00:00Z;2;full;59400\r\n",
  };
  const mapped = [];
  for (const format of ["json", "jsonl", "csv"] as const) {
    const decoded = await decode(bytes(texts[format]), format);
    if (decoded.kind !== "rows") throw new Error(decoded.detail);
    expect(decoded.rows.length).toBe(1);
    mapped.push(...decoded.rows.map((each) => mapRow({ ...each, number: 1 }, rules)));
  }
  expect(mapped[1]).toEqual(mapped[0]);
  expect(mapped[2]).toEqual(mapped[0]);
  expect(mapped[0]).toMatchObject({ record: { origin: "59", tariff: "full", value: 2 } });
});

test.each([
  [{ measure: "entries", at: "2026-11-25T10:00:00Z" }, "key", "missing_field"],
  [{ key: "jean@exemple.fr", measure: "entries", at: "2026-11-25T10:00:00Z" }, "key", "personal_data"],
  [{ key: "k", measure: "people", at: "2026-11-25T10:00:00Z" }, "measure", "unknown_value"],
  [{ key: "k", measure: "entries", at: "2026-11-25T10:00:00" }, "at", "bad_time"],
  [{ key: "k", measure: "entries", at: "2026-02-30T10:00:00Z" }, "at", "bad_time"],
  [{ key: "k", measure: "entries", at: "2026-11-25T10:00:00Z", value: 1.5 }, "value", "bad_number"],
  [{ key: "k", measure: "entries", at: "2026-11-25T10:00:00Z", minutes: 60 }, "value", "missing_field"],
  [
    { key: "k", measure: "entries", at: "2026-11-25T10:00:00Z", tariff: "disabled" },
    "tariff",
    "unknown_value",
  ],
])("%j is set aside because of its %s", (fields, field, reason) => {
  expect(map(fields)).toMatchObject({ kind: "rejected", field, reason, position: "batch b1 row 3" });
});

test.each([
  "name",
  "Nom",
  "prénom",
  "firstName",
  "customer_email",
  "e-mail",
  "phoneNumber",
  "téléphone",
  "adresse",
  "birth_date",
  "clientName",
  "holder",
  "license_plate",
  "mac",
  "comment",
  "buyer",
])("a field %s is refused as personal", (name) => {
  const { personal } = leftovers([{ number: 1, fields: { key: "k", [name]: "x" } }], FIELDS);
  expect(personal).toEqual([/^[\p{L}\d_.-]+$/u.test(name) ? name : "(not a plain name)"]);
});

test("harmless fields are named and not read; nested ones are looked through", () => {
  const look = (fields: Record<string, unknown>) => leftovers([{ number: 1, fields }], FIELDS);
  expect(look({ key: "k", site_name: "Tank", firmware: "1.2", visitors: 3 })).toEqual({
    personal: [],
    unread: ["site_name", "firmware", "visitors"],
  });
  expect(look({ extra: { list: [{ email: "x" }] } }).personal).toEqual(["email"]);
  expect(look({ info: "écrire à jean@exemple.fr" }).personal).toEqual(["info"]);
  expect(look({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }).personal.length).toBe(1);
});

test("no field that is not on the list reaches a record, whatever it is called", () => {
  const known = { key: "k", measure: "entries", at: "2026-11-25T10:00:00Z" };
  fc.assert(
    fc.property(fc.string(), (name) => {
      fc.pre(!FIELDS.has(name));
      const mapped = map({ ...known, [name]: "SECRET" });
      expect(JSON.stringify(mapped)).not.toContain("SECRET");
    }),
  );
});

test("bodies that are no batch are told apart from rows that are no records", async () => {
  expect(await decode(bytes("{"), "json")).toMatchObject({ kind: "unreadable" });
  expect(await decode(bytes('{"key":1}'), "json")).toMatchObject({ kind: "unreadable" });
  expect(await decode(new Uint8Array([0xff, 0xfe]), "jsonl")).toMatchObject({ kind: "unreadable" });
  expect(await decode(bytes(`${"[".repeat(200_000)}`), "json")).toMatchObject({ kind: "unreadable" });
  expect(await decode(bytes(`[${"0,".repeat(20_000)}0]`), "json")).toMatchObject({ kind: "too_many" });
  expect(await decode(bytes("key,key\n1,2\n"), "csv")).toMatchObject({ kind: "unreadable" });
  const lines = await decode(bytes('{"key":"a"}\nnonsense\n[1]\n'), "jsonl");
  expect(lines.kind === "rows" && lines.rows.map(({ fault }) => fault?.reason)).toEqual([
    undefined,
    "malformed",
    "malformed",
  ]);
});
