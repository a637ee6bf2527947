/** Columns, CSV and Arrow on rows that are hard to write down. */
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { columnsOf } from "../../src/api/columns.ts";
import { encodeArrow } from "../../src/api/encode-arrow.ts";
import { encodeCsv } from "../../src/api/encode-csv.ts";

const Hard = z.object({
  text: z.string().nullable(),
  state: z.enum(["open", "closed"]).nullable(),
  day: z.iso.date().nullable(),
  at: z.iso.datetime().nullable(),
  share: z.number().nullable(),
  people: z.int().nonnegative().nullable(),
  late: z.boolean().nullable(),
  list: z.array(z.string()).nullable(),
  name: z.object({ fr: z.string() }).nullable(),
});
const columns = columnsOf(Hard);

const rows = fc.array(
  fc.record({
    text: fc.option(fc.string({ unit: "grapheme" })),
    state: fc.option(fc.constantFrom("open", "closed")),
    day: fc.option(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
    ),
    at: fc.option(fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })),
    share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    people: fc.option(fc.nat()),
    late: fc.option(fc.boolean()),
    list: fc.option(fc.array(fc.constantFrom("a", "b", "é"))),
    name: fc.option(fc.record({ fr: fc.string({ unit: "grapheme" }) })),
  }),
  { maxLength: 40 },
);

test("columns follow the row schema, one kind each", () => {
  expect(columns.map(({ kind }) => kind)).toEqual([
    "text",
    "text",
    "day",
    "instant",
    "number",
    "integer",
    "flag",
    "json",
    "json",
  ]);
  expect(columns.every(({ nullable }) => nullable)).toBe(true);
  expect(columnsOf(z.object({ a: z.string() }))[0]?.nullable).toBe(false);
});

test("whatever goes into Arrow comes out of it", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const wire = given.map((row) => ({
        ...row,
        day: row.day?.toISOString().slice(0, 10) ?? null,
        at: row.at?.toISOString() ?? null,
      }));
      const table = tableFromIPC(await encodeArrow(columns, wire, new Map([["figure", "f"]])));
      expect(table.numRows).toBe(given.length);
      const read = table.toArray().map((row) => row.toJSON());
      expect(read).toEqual(
        wire.map((row) => ({
          ...row,
          day: row.day === null ? null : Date.parse(row.day),
          at: row.at === null ? null : Date.parse(row.at),
          list: row.list === null ? null : row.list.join("; "),
          name: row.name === null ? null : JSON.stringify(row.name),
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test("whatever text goes into CSV comes out of it, but for the apostrophe before a formula", async () => {
  const text = fc.array(fc.record({ text: fc.string({ unit: "grapheme", minLength: 1 }) }), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const csv = await encodeCsv([{ name: "text", kind: "text", nullable: false }], given);
      const read: { text: string }[] = parse(csv, { columns: true, skip_empty_lines: false });
      expect(read.map((row) => row.text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ""))).toEqual(
        given.map((row) => row.text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "")),
      );
    }),
    { numRuns: 60 },
  );
});

test.each(["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "＝1"])(
  "text %j is no formula in a spreadsheet",
  async (value) => {
    const csv = await encodeCsv([{ name: "text", kind: "text", nullable: false }], [{ text: value }]);
    expect(parse(csv, { columns: true })).toEqual([{ text: `'${value}` }]);
  },
);

test("long answers are written in slices with one header and no line lost", async () => {
  const many = Array.from({ length: 1234 }, (_, i) => ({ text: `row ${i}` }));
  const csv = await encodeCsv([{ name: "text", kind: "text", nullable: false }], many);
  expect(parse(csv, { columns: true })).toEqual(many);
});
