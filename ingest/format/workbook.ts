/** What XLSX and ODS files have in common: sheets of cells, read as the rows of text that a CSV file would have. */
import type { TextRow } from "./csv-parser.ts";

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows in order, a batch per piece of the file. Lines are row numbers of the sheet; empty rows are left out. */
  rows(): AsyncIterable<readonly TextRow[]>;
}

/** Columns read; cells beyond are left out. */
export const MAX_COLUMNS = 1024;
/** Longest cell, UTF-16 units: more than either program can hold. */
const MAX_CELL = 64 * 1024;
/** Sheets looked at. */
export const MAX_SHEETS = 100;

/** Collects the cells of one row. */
export interface RowBuilder {
  set(column: number, text: string): void;
  /** The row, undefined when all its cells are empty; and begins the next. */
  take(line: number): TextRow | undefined;
}

export function rowBuilder(): RowBuilder {
  let fields: string[] = [];
  let tooLong = false;
  return {
    set(column, text) {
      if (column >= MAX_COLUMNS || text === "") return;
      if (text.length > MAX_CELL) tooLong = true;
      while (fields.length < column) fields.push("");
      fields[column] = text;
    },
    take(line) {
      const row = fields;
      const fault = tooLong
        ? ({ reason: "too_long", detail: `a cell of more than ${MAX_CELL} characters` } as const)
        : undefined;
      fields = [];
      tooLong = false;
      if (row.length === 0) return undefined;
      return { line, fields: fault ? [] : row, fault };
    },
  };
}

/** Adds to a text, up to what shows that it is too long. */
export function addText(text: string, more: string): string {
  return text.length > MAX_CELL ? text : text + more;
}
