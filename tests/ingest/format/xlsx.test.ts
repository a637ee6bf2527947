import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { openXlsx } from "../../../ingest/format/xlsx.ts";
import { onDisk, shown, xlsx } from "./workbooks.ts";

const SHARED = [
  "<t>Date</t>",
  "<t>Tarif &amp; été</t>",
  '<r><t>Plein </t></r><r><t xml:space="preserve">tarif</t></r><rPh><t>furigana</t></rPh>',
];
const SALES =
  '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>Qté</t></is></c></row>' +
  '<row r="4" hidden="1"><c r="A4" s="2"><v>46217.4270833333</v></c><c r="B4" t="s"><v>2</v></c><c r="D4"><f>SUM(1,2)</f><v>3.0000000000000004</v></c></row>' +
  '<row r="5"><c r="A5" s="1"><v>46217</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" s="4"><v>0.604166666666667</v></c><c r="D5" s="3"><v>12.5</v></c></row>' +
  '<row r="6"><c r="A6"/><c r="B6" t="e"><v>#N/A</v></c></row><row r="7"/>';

test("cells come as the text that a CSV file would have: dates, times, results, shared and own texts", async () => {
  using file = onDisk(
    xlsx({ Ventes: SALES, "Brouillon?": "<row><c><v>1</v></c><c><v>2</v></c></row>" }, SHARED),
  );
  expect(await shown(await openXlsx(file.path, "auto"))).toEqual([
    "Ventes",
    "2: Date|Tarif & été||Qté",
    "4: 2026-07-14T10:15:00|Plein tarif||3",
    "5: 2026-07-14|true|14:30:00|12.5",
    "6: |#N/A",
    "Brouillon (hidden)",
    "1: 1|2",
  ]);
});

test("an independent reader finds the same numbers, texts and dates", async () => {
  const bytes = xlsx({ Ventes: SALES }, SHARED);
  using file = onDisk(bytes);
  const theirs = await readSheet(Buffer.from(bytes));
  const values = theirs.flat().filter((value) => value !== null);
  const [sheet] = await openXlsx(file.path, "auto");
  const ours: string[] = [];
  for await (const rows of sheet?.rows() ?? [])
    for (const row of rows) ours.push(...row.fields.filter(Boolean));
  const written = values.map((value) => {
    if (!(value instanceof Date))
      return typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value);
    const iso = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    if (value.getTime() < Date.parse("1901-01-01")) return iso.slice(11, 19);
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
  });
  // It leaves out cells in error.
  expect(ours.filter((text) => text !== "#N/A")).toEqual(written);
});

test("days counted from 1904 and the decimal sign of the feed are heeded", async () => {
  const rows = '<row r="1"><c r="A1" s="1"><v>44755</v></c><c r="B1"><v>1.234</v></c></row>';
  using file = onDisk(xlsx({ A: rows }, [], 'date1904="1"'));
  expect(await shown(await openXlsx(file.path, ","))).toEqual(["A", "1: 2026-07-14|1,234"]);
});

test("a cell beyond what a program can hold is a bad row and the rest goes on", async () => {
  const long = `<row r="1"><c r="A1" t="str"><v>${"x".repeat(70_000)}</v></c></row>`;
  using file = onDisk(xlsx({ A: `${long}<row r="2"><c r="A2"><v>7</v></c><c r="XFD2"><v>8</v></c></row>` }));
  expect(await shown(await openXlsx(file.path, "auto"))).toEqual(["A", "1: too_long", "2: 7"]);
});

test("no workbook, a missing sheet and broken XML are faults of the feed", async () => {
  using none = onDisk(Buffer.from("Date;Qté\n"));
  await expect(openXlsx(none.path, "auto")).rejects.toThrow("invalid archive");
  using cut = onDisk(xlsx({ A: '<row r="1"><c r="A1"><v>7</v></row>' }));
  await expect(openXlsx(cut.path, "auto").then(shown)).rejects.toThrow("elements that do not nest");
});
