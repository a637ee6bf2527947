import { expect, test } from "vitest";
import { readCsv } from "../../../ingest/format/csv.ts";
import { type ColumnRef, openTable } from "../../../ingest/format/table.ts";
import { flat, textOf } from "./text.ts";

const open = async (text: string, columns: readonly ColumnRef[]) => {
  const table = await openTable(readCsv(textOf(text)), columns);
  const rows = await flat(table.rows);
  return { ...table, cells: rows.map(({ fields }) => table.positions.map((position) => fields[position])) };
};

test("the header is found below title lines, with columns in any order", async () => {
  const text =
    "Musée – export\nPériode : juillet\n\nNote;Entrées;Horodatage\nx;5;14/07/2026\ny;6;15/07/2026\n";
  expect((await open(text, ["Horodatage", "Entrées"])).cells).toEqual([
    ["14/07/2026", "5"],
    ["15/07/2026", "6"],
  ]);
});

test("spaces, case and composed accents in a header do not make another column", async () => {
  const text = "date;ENTRE\u0301ES ;Nombre\u00A0 total\n1;2;3\n";
  expect((await open(text, ["Date", "Entrées", "nombre total"])).cells).toEqual([["1", "2", "3"]]);
});

test("of two columns with one name the first is read and the second can be asked for", async () => {
  const table = await open("Date;Total;Total\n1;2;3\n", ["Date", "Total", "Total#2"]);
  expect(table.cells).toEqual([["1", "2", "3"]]);
  expect(table.doubled).toEqual(["Total"]);
});

test("columns by number need no header", async () => {
  expect((await open("1;2;3\n4;5;6\n", [3, 1])).cells).toEqual([
    ["3", "1"],
    ["6", "4"],
  ]);
});

test("a renamed column stops the file, naming what is missing, expected and found", async () => {
  await expect(open("Date;Visites\n1;2\n", ["Date", "Entrées"])).rejects.toThrow(
    "invalid header: missing Entrées; expected Date, Entrées; found Date, Visites",
  );
});

test("a file without any expected column is refused without showing its first row", async () => {
  const error = await open("Anna Dupont;0612345678\n", ["Date", "Entrées"]).catch(String);
  expect(error).toContain("none of Date, Entrées");
  expect(error).not.toMatch(/Anna|0612/);
  await expect(open("", ["Date"])).rejects.toThrow("invalid header");
});

test("columns that were not asked for are named, few and short, and none where there is no header", async () => {
  expect((await open("Date;Nom ;Entrées;;Note\n1;2;3;4;5\n", ["Date", "Entrées"])).unread).toEqual([
    "nom",
    "note",
  ]);
  expect((await open("1;2;3\n", [1, 3])).unread).toEqual([]);
  const wide = Array.from({ length: 90 }, (_, i) => `${i}${"x".repeat(80)}`).join(";");
  const { unread } = await open(`Date;${wide}\n1\n`, ["Date"]);
  expect([unread.length, Math.max(...unread.map((name) => name.length))]).toEqual([40, 40]);
});
