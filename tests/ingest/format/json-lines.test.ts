import { expect, test } from "vitest";
import { readJsonLines } from "../../../ingest/format/json-lines.ts";
import { propertiesAsRows } from "../../../ingest/format/json-rows.ts";
import { flat, textOf } from "./text.ts";

test("a malformed line is rejected without quoting it and the rest goes on", async () => {
  const text = '{"n":1}\r\n\n{"n":2,"name":"Anna\n[3]\n"\uFFFD"\n{"n":4}';
  const lines = await flat(readJsonLines(textOf(text, [3])));
  expect(lines.map(({ line, value, fault }) => [line, value ?? fault?.reason])).toEqual([
    [1, { n: 1 }],
    [3, "malformed"],
    [4, [3]],
    [5, "bad_encoding"],
    [6, { n: 4 }],
  ]);
  expect(JSON.stringify(lines)).not.toContain("Anna");
});

test("a line longer than the limit is rejected and the next is read", async () => {
  const text = `{"n":1}\n{"t":"${"x".repeat(300)}"}\n{"n":2}\n`;
  for (const size of [10, 1000]) {
    const lines = await flat(readJsonLines(textOf(text, [size]), 100));
    expect(lines.map(({ line, fault }) => [line, fault?.reason])).toEqual([
      [1, undefined],
      [2, "too_long"],
      [3, undefined],
    ]);
  }
});

test("objects become rows of the properties asked for, nested ones too", async () => {
  const text = '{"at":"2026-07-14","n":{"in":3,"out":null}}\n{"at":{"x":1},"n":{}}\n7\n';
  const rows = await flat(
    propertiesAsRows(readJsonLines(textOf(text)), ["n.in", "at", "n.out", "constructor"]),
  );
  expect(rows).toMatchObject([
    { line: 1, fields: ["3", "2026-07-14", "", ""], fault: undefined },
    { line: 2, fault: { reason: "malformed", detail: "at is no single value" } },
    { line: 3, fault: { reason: "malformed" } },
  ]);
});
