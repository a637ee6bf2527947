/** The tables in one file: itself, the entries of an archive, the sheets of a workbook. */
import { posix } from "node:path";
import { FeedChanged } from "../../../src/domain/errors.ts";
import { readCsv } from "../../format/csv.ts";
import { decodeText } from "../../format/encoding.ts";
import { gunzipped } from "../../format/gunzip.ts";
import { readJsonList } from "../../format/json.ts";
import { readJsonLines } from "../../format/json-lines.ts";
import { propertiesAsRows } from "../../format/json-rows.ts";
import { openOds } from "../../format/ods.ts";
import { startWith } from "../../format/start-with.ts";
import { NoTable, openTable, type Table } from "../../format/table.ts";
import type { Sheet } from "../../format/workbook.ts";
import { openXlsx } from "../../format/xlsx.ts";
import { isZip, openZip, type ZipEntry } from "../../format/zip.ts";
import { readBytes } from "../../transport/folder.ts";
import type { FilePlan } from "./plan.ts";

export interface Part {
  /** What positions say behind the file's name: nothing, `/ventes.csv`, ` sheet 3`. */
  readonly label: string;
  readonly table: Table;
}

/** Opens the tables one after the other. @throws FeedChanged when one lacks a mapped column, or there is none. */
export async function* openParts(path: string, plan: FilePlan): AsyncGenerator<Part> {
  const { format, entries: pattern = "*" } = plan.options;
  if (format === "xlsx" || format === "ods") {
    const open = format === "xlsx" ? openXlsx : openOds;
    yield* openSheets(await open(path, plan.options.decimal), plan);
    return;
  }
  if (!(await isZip(path))) {
    yield { label: "", table: await openText(gunzipped(readBytes(path)), plan) };
    return;
  }
  const zip = await openZip(path);
  const kind = WORKBOOKS.find(({ mark }) => zip.entries.some(({ name }) => name === mark))?.kind;
  if (kind !== undefined) throw new FeedChanged(`invalid archive: it is a workbook; say format: ${kind}`);
  const wanted = zip.entries.filter((entry) => !isLeftover(entry) && matches(entry.name, pattern));
  if (wanted.length === 0) throw new FeedChanged(`invalid archive: no entry ${pattern} in it`);
  for (const entry of wanted) {
    yield { label: `/${entry.name}`, table: await openText(unpacked(zip.read(entry), entry), plan) };
  }
}

const WORKBOOKS = [
  { mark: "xl/workbook.xml", kind: "xlsx" },
  { mark: "content.xml", kind: "ods" },
] as const;

/** A pattern without folders matches in every folder. */
function matches(name: string, pattern: string): boolean {
  return posix.matchesGlob(pattern.includes("/") ? name : posix.basename(name), pattern);
}

/** What desktops put beside the files. */
function isLeftover(entry: ZipEntry): boolean {
  return entry.name.startsWith("__MACOSX/") || /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(entry.name);
}

/** Archives in archives are not followed. */
async function* unpacked(bytes: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { head, all } = await startWith(bytes, 4);
  const packed =
    (head[0] === 0x1f && head[1] === 0x8b) || Buffer.from(head).toString("latin1", 0, 4) === "PK\x03\x04";
  if (packed) throw new FeedChanged(`invalid archive: ${entry.name} is packed again; send it packed once`);
  yield* all;
}

async function openText(bytes: AsyncIterable<Uint8Array>, plan: FilePlan): Promise<Table> {
  const { options } = plan;
  const text = decodeText(bytes, options.encoding);
  if (options.format === "jsonl" || options.format === "json") {
    const records = options.format === "json" ? readJsonList(text, options.records) : readJsonLines(text);
    const rows = propertiesAsRows(records, plan.columns.map(String));
    return { positions: plan.columns.map((_, i) => i), width: undefined, doubled: [], unread: [], rows };
  }
  const expected = plan.columns.filter((column) => typeof column === "string");
  return openTable(readCsv(text, { separator: options.separator, expected }), plan.columns);
}

/** Sheets named by the options, else all that are shown. One without any of the columns (a title page, a chart) is
 *  passed over, unless no sheet has them or it was named. */
async function* openSheets(sheets: readonly Sheet[], plan: FilePlan): AsyncGenerator<Part> {
  const { sheet: pattern } = plan.options;
  const wanted = [...sheets.entries()].filter(([, { name, hidden }]) =>
    pattern === undefined ? !hidden : posix.matchesGlob(name, pattern),
  );
  if (wanted.length === 0)
    throw new FeedChanged(`invalid workbook: no sheet ${pattern ?? "that is shown"} in it`);
  let none: NoTable | undefined;
  let opened = 0;
  for (const [index, sheet] of wanted) {
    const table = await openTable(sheet.rows(), plan.columns).catch((error: unknown) => {
      if (!(error instanceof NoTable) || pattern !== undefined) throw error;
      none = error;
    });
    if (!table) continue;
    opened += 1;
    // By number: people name sheets after people.
    yield { label: ` sheet ${index + 1}`, table };
  }
  if (opened === 0 && none) throw none;
}
