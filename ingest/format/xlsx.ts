/** XLSX (Office Open XML) → sheets of text rows, each sheet as a stream. Formulas give the result that was saved with
 *  them; hidden rows are read like others; only shared texts and formats are held in memory, and those are bounded.
 *  SOURCE: ECMA-376 part 1, sections 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings), 18.8 (styles). */
import { posix } from "node:path";
import { FeedChanged } from "../../src/domain/errors.ts";
import { decodeText } from "./encoding.ts";
import type { DecimalSign } from "./numbers.ts";
import { isBuiltInDate, isDateFormat } from "./serial-dates.ts";
import { MAX_SHEETS, type Sheet } from "./workbook.ts";
import { sheetRows } from "./xlsx-rows.ts";
import { type Attributes, type XmlHandler, xmlParser } from "./xml.ts";
import { openZip, type Zip } from "./zip.ts";

/** Characters of all shared texts together. */
const MAX_SHARED = 32 * 2 ** 20;
const MAX_STYLES = 100_000;

/** Opens a workbook. @throws FeedChanged when the file is none. */
export async function openXlsx(path: string, decimal: DecimalSign): Promise<Sheet[]> {
  const zip = await openZip(path);
  const book = await readBook(zip);
  const targets = await readTargets(zip);
  const shared = await readShared(zip);
  const dates = await readDateStyles(zip);
  return book.sheets.map(({ name, hidden, id }) => ({
    name,
    hidden,
    rows: () => {
      const part = targets.get(id);
      const text = part === undefined ? undefined : partText(zip, part);
      if (!text) throw new FeedChanged("invalid workbook: a sheet that it names is not in it");
      return sheetRows(text, { shared, dates, from1904: book.from1904, decimal });
    },
  }));
}

function partText(zip: Zip, name: string): AsyncIterable<string> | undefined {
  const entry = zip.entries.find((found) => found.name === name);
  return entry && decodeText(zip.read(entry));
}

/** Runs a part through a handler; false when the archive has no such part. */
async function readPart(zip: Zip, name: string, handler: Partial<XmlHandler>): Promise<boolean> {
  const text = partText(zip, name);
  if (!text) return false;
  const parser = xmlParser({ open() {}, text() {}, close() {}, ...handler });
  for await (const piece of text) parser.push(piece);
  parser.end();
  return true;
}

interface Book {
  readonly sheets: { readonly name: string; readonly hidden: boolean; readonly id: string }[];
  from1904: boolean;
}

async function readBook(zip: Zip): Promise<Book> {
  const book: Book = { sheets: [], from1904: false };
  const open = (name: string, attributes: Attributes): void => {
    if (name === "workbookPr") book.from1904 = isTrue(attributes.get("date1904"));
    if (name !== "sheet" || book.sheets.length >= MAX_SHEETS) return;
    const id = [...attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "";
    const hidden = (attributes.get("state") ?? "visible") !== "visible";
    book.sheets.push({ name: attributes.get("name") ?? "", hidden, id });
  };
  if (!(await readPart(zip, "xl/workbook.xml", { open })))
    throw new FeedChanged("invalid workbook: no XLSX file (an old .xls? save it as .xlsx, .ods or .csv)");
  return book;
}

async function readTargets(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(zip, "xl/_rels/workbook.xml.rels", {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = attributes.get("Target") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
      targets.set(attributes.get("Id") ?? "", part);
    },
  });
  return targets;
}

/** Shared texts by number; phonetic guides are no part of them. */
async function readShared(zip: Zip): Promise<string[]> {
  const shared: string[] = [];
  let length = 0;
  let text = "";
  let inText = false;
  let phonetic = false;
  await readPart(zip, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      if (name === "t") inText = !phonetic;
    },
    text: (piece) => {
      if (!inText) return;
      length += piece.length;
      if (length > MAX_SHARED) throw new FeedChanged("invalid workbook: too much text; send it as CSV");
      text += piece;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic = false;
      if (name === "si") shared.push(text);
    },
  });
  return shared;
}

/** For each cell style: does it show a date or time? */
async function readDateStyles(zip: Zip): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let cells = false;
  await readPart(zip, "xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "cellXfs") cells = true;
      if (own.size + styles.length > MAX_STYLES) throw new FeedChanged("invalid workbook: too many styles");
      const id = Number(attributes.get("numFmtId") ?? 0);
      if (name === "numFmt") own.set(id, isDateFormat(attributes.get("formatCode") ?? ""));
      if (name === "xf" && cells) styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === "cellXfs") cells = false;
    },
  });
  return styles;
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}
