import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, keep } from "../../../ingest/quarantine/keep.ts";

const row = (...cells: Cell[]) => keep("source", "", cells, "cells");

test("numbers, times, ids and words are kept as they stand", () => {
  const kept = row(
    ["at", "2026-11-21 14:00", "time"],
    ["entries", "1O2", "number"],
    ["exits", -4, "number"],
    ["site", "Cambrai Tank 1917", "word"],
    ["id", "A-90211", "id"],
  );
  expect(kept.withheld).toEqual([]);
  expect(kept.fields).toEqual({
    at: "2026-11-21 14:00",
    entries: "1O2",
    exits: -4,
    site: "Cambrai Tank 1917",
    id: "A-90211",
  });
});

test.each([
  ["a name where a number belongs", ["value", "Marie Dupont", "number"]],
  ["a telephone number where a number belongs", ["value", "0612345678", "number"]],
  ["a telephone number as a number", ["value", 612_345_678, "number"]],
  ["a telephone number where a time belongs", ["at", "06 12 34 56 78", "time"]],
  ["an international one as a Unix time", ["at", 33_612_345_678, "time"]],
  ["a name where a time belongs", ["at", "Mars Dupont", "time"]],
  ["an address as an id", ["id", "marie@example.org", "id"]],
  ["a telephone number as an id", ["id", "+33612345678", "id"]],
  ["a name as an id", ["id", "Dupont", "id"]],
  ["a postcode among words", ["gate", "59400 Cambrai", "word"]],
  ["an object", ["gate", { name: "Dupont" }, "word"]],
] as const)("%s is not", (_, cell) => {
  const kept = row(["when", "2026-11-21T14:00:00Z", "time"], [...cell]);
  expect(kept.fields).toEqual({ when: "2026-11-21T14:00:00Z" });
  expect(kept.withheld).toEqual([cell[0]]);
});

test("words are kept only of a row that stands upright: its numbers and times are such", () => {
  const slipped = row(
    ["at", "Dupont", "time"],
    ["entries", "21/11/2026", "number"],
    ["site", "Marie", "word"],
  );
  expect(slipped).toEqual({
    form: "source",
    own: "",
    fields: {},
    withheld: ["at", "entries", "site"],
  });
  expect(row(["site", "Marie", "word"]).withheld).toEqual(["site"]);
  // Fields that a source names itself do not slip.
  expect(
    keep("source", "", [
      ["at", "noon", "time"],
      ["gate", "north", "word"],
    ]).fields,
  ).toEqual({ gate: "north" });
});

test("an own id that may name somebody is no name for the row either", () => {
  expect(keep("source", "marie@example.org", []).own).toBe("");
  expect(keep("source", "17", []).own).toBe("17");
});

test("whatever stands in a row, no mail address and no long number is kept in a field of numbers or words", () => {
  const bad = fc.oneof(
    fc.emailAddress(),
    fc.stringMatching(/^0[67]([ .]?\d\d){4}$/),
    fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/),
  );
  const kind = fc.constantFrom("number" as const, "time" as const, "id" as const);
  fc.assert(
    fc.property(bad, kind, (value, of) => {
      const kept = row(["when", "2026-11-21T14:00:00Z", "time"], ["x", value, of]);
      expect(JSON.stringify(kept)).not.toContain(value);
    }),
  );
});
