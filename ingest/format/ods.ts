/** ODS (OpenDocument) → sheets of text rows. All sheets stand in one document, which is read once per sheet, so that
 *  nothing has to be held in memory.
 *  SOURCE: OASIS, OpenDocument 1.3 part 3, sections 9.1 (tables), 19.385 (values), 6.1.3 (spaces). */
import { FeedChanged } from "../../src/domain/errors.ts";
import type { TextRow } from "./csv-parser.ts";
import { decodeText } from "./encoding.ts";
import type { DecimalSign } from "./numbers.ts";
import { odsRows } from "./ods-rows.ts";
import { MAX_SHEETS, type Sheet } from "./workbook.ts";
import { type XmlHandler, xmlParser } from "./xml.ts";
import { openZip } from "./zip.ts";

/** Opens a document. @throws FeedChanged when the file is none. */
export async function openOds(path: string, decimal: DecimalSign): Promise<Sheet[]> {
  const zip = await openZip(path);
  const entry = zip.entries.find((found) => found.name === "content.xml");
  if (!entry) throw new FeedChanged("invalid document: no ODS file");
  const read = (handler: XmlHandler) => pieces(decodeText(zip.read(entry), "utf-8"), handler);
  const tables: { name: string; style: string }[] = [];
  const unseen = new Set<string>();
  for await (const _ of read(tableNames(tables, unseen)));
  return tables.map(({ name, style }, index) => ({
    name,
    hidden: unseen.has(style),
    rows: async function* () {
      let rows: TextRow[] = [];
      for await (const _ of read(odsRows(index, decimal, (row) => rows.push(row)))) {
        yield rows;
        rows = [];
      }
      yield rows;
    },
  }));
}

/** Runs a document through a handler; yields after each piece. */
async function* pieces(text: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = xmlParser(handler);
  for await (const piece of text) {
    parser.push(piece);
    yield;
  }
  parser.end();
}

function tableNames(tables: { name: string; style: string }[], unseen: Set<string>): XmlHandler {
  let style = "";
  let depth = 0;
  return {
    open: (name, attributes) => {
      if (name === "style") style = attributes.get("style:name") ?? "";
      if (name === "table-properties" && attributes.get("table:display") === "false") unseen.add(style);
      if (name !== "table") return;
      depth += 1;
      if (depth > 1 || tables.length >= MAX_SHEETS) return;
      const written = attributes.get("table:style-name") ?? "";
      tables.push({ name: attributes.get("table:name") ?? "", style: written });
    },
    text: () => {},
    close: (name) => {
      if (name === "table") depth -= 1;
    },
  };
}
