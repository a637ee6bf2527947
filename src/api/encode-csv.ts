/** Rows as CSV: comma, dot, UTF-8 without mark, header line, ISO times; a null is an empty field. */
import { setImmediate } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import { type Column, nestedText, type Row } from "./columns.ts";

/** Rows between two breaths: one slice holds the process for a few milliseconds. */
const SLICE = 500;

/** Text that a spreadsheet would run as a formula is preceded by an apostrophe; negative numbers are left alone. */
export async function encodeCsv(columns: readonly Column[], rows: readonly Row[]): Promise<Buffer> {
  const slices = [write([columns.map(({ name }) => name)])];
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    slices.push(write(slice.map((row) => columns.map(({ name, kind }) => cell(row[name], kind)))));
    await setImmediate();
  }
  return Buffer.from(slices.join(""));
}

function cell(value: unknown, kind: Column["kind"]): unknown {
  if (value === null || value === undefined) return "";
  if (kind === "json") return nestedText(value);
  return kind === "flag" ? String(value) : value;
}

function write(rows: readonly (readonly unknown[])[]): string {
  // A lone carriage return ends a line for some readers, so it is quoted too.
  return stringify([...rows], { escape_formulas: true, quoted_match: /[\r\n]/ });
}
