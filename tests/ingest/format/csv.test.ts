import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../ingest/format/csv.ts";
import { flat, textOf } from "./text.ts";

const rowsOf = async (text: string, options = {}, sizes?: readonly number[]) =>
  (await flat(readCsv(textOf(text, sizes), options))).map((row) => row.fault?.reason ?? row.fields);

const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', ",", ";", "\n", "\r\n", " ", "é", "€", "𝒳", "a", "1"),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 8,
});
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

describe("readCsv", () => {
  test("gives back any table that csv-stringify wrote, wherever the chunk borders fall", async () => {
    const delimiter = fc.constantFrom(",", ";", "\t", "|");
    const lineEnd = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(
        table,
        delimiter,
        lineEnd,
        sizes,
        async (rows, separator, record_delimiter, borders) => {
          // Unquoted, a carriage return before a line end belongs to the line end.
          const text = stringify(rows, { delimiter: separator, record_delimiter, quoted: true, eof: true });
          expect(await rowsOf(text, { separator }, borders)).toEqual(rows);
        },
      ),
    );
  });

  test("gives the same rows for any text, however it is cut", async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "b", "1"), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (any, borders) => {
        const options = { separator: "," as const };
        expect(await flat(readCsv(textOf(any, borders), options))).toEqual(
          await flat(readCsv(textOf(any, [1000]), options)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("reads LF, CRLF and CR line ends and a last line without one", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(await rowsOf(`a;b${end}1;2${end}3;4`)).toEqual([
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ]);
    }
  });

  test("a blank line inside a quoted field followed by SQL text stays inside the field", async () => {
    const remark = 'first\n\nDROP TABLE record; -- ""quoted""\n\nselect 1';
    const rows = await rowsOf(`id,remark,n\n1,"${remark}",5\n2,none,6\n`);
    expect(rows).toEqual([
      ["id", "remark", "n"],
      ["1", 'first\n\nDROP TABLE record; -- "quoted"\n\nselect 1', "5"],
      ["2", "none", "6"],
    ]);
  });

  test("a quote that is never closed costs its own line only", async () => {
    expect(await rowsOf('a,b\n1,"open\n2,fine\n3,"shut"\n4,end\n')).toEqual([
      ["a", "b"],
      "malformed",
      ["2", "fine"],
      ["3", "shut"],
      ["4", "end"],
    ]);
    expect(await rowsOf('a,b\n1,"open\n2,fine\n3,end')).toEqual([
      ["a", "b"],
      "malformed",
      ["2", "fine"],
      ["3", "end"],
    ]);
  });

  test("a quote that is not closed within the limit is given up in bounded memory", async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `${i},x`).join("\n");
    const rows = await rowsOf(`a,b\n1,"open\n${lines}\n`, { separator: ",", maxRow: 200 });
    expect(rows).toHaveLength(502);
    expect(rows.filter((row) => row === "malformed")).toHaveLength(1);
  });

  test("text behind a closing quote rejects the row and no other", async () => {
    expect(await rowsOf('a,b\n1,"x"y\n2,z\n')).toEqual([["a", "b"], "malformed", ["2", "z"]]);
  });

  test("a quote in the middle of a field is a letter", async () => {
    expect(await rowsOf('a,b\n5" pipe,2\n')).toEqual([
      ["a", "b"],
      ['5" pipe', "2"],
    ]);
  });

  test("a row longer than the limit is rejected and the next is read", async () => {
    const long = "x".repeat(500);
    expect(await rowsOf(`a,b\n1,${long}\n2,c\n`, { separator: ",", maxRow: 100 })).toEqual([
      ["a", "b"],
      "too_long",
      ["2", "c"],
    ]);
    expect(await rowsOf(`a,b\n1,"${long}"\n2,c\n`, { separator: ",", maxRow: 100 })).toEqual([
      ["a", "b"],
      "too_long",
      ["2", "c"],
    ]);
  });

  test("lines are numbered as an editor numbers them, fields with line ends included", async () => {
    const rows = await flat(readCsv(textOf('a,b\n1,"x\ny\n"\n2,"open\n3,c\n4,d'), { separator: "," }));
    expect(rows.map((row) => row.line)).toEqual([1, 2, 5, 6, 7]);
  });

  test("a row with bytes that are no text is rejected, not shown as other letters", async () => {
    expect(await rowsOf("a;b\n1;caf\uFFFD\n2;ok\n")).toEqual([["a", "b"], "bad_encoding", ["2", "ok"]]);
  });

  test("finds the separator, also where decimal commas are more regular than it", async () => {
    for (const separator of [";", ",", "\t", "|"]) {
      const text = ["at", "n", "sum"].join(separator).concat("\n", ["1", "2", "3"].join(separator), "\n");
      expect((await rowsOf(text))[1]).toEqual(["1", "2", "3"]);
    }
    expect((await rowsOf("Date;Montant\n01/02/2026;13,00\n02/02/2026;14,50\n"))[1]).toEqual([
      "01/02/2026",
      "13,00",
    ]);
    expect((await rowsOf("Export du 1, 2 et 3\n\na,b,c;Qté\n1,2,3;4\n", { expected: ["Qté"] }))[3]).toEqual([
      "1,2,3",
      "4",
    ]);
  });
});
