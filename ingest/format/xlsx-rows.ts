/** The XML of one XLSX sheet → rows of text. */
import type { TextRow } from "./csv-parser.ts";
import type { DecimalSign } from "./numbers.ts";
import { numberToText, serialToText } from "./serial-dates.ts";
import { addText, type RowBuilder, rowBuilder } from "./workbook.ts";
import { type XmlHandler, xmlParser } from "./xml.ts";

/** What the cells of a sheet refer to. */
export interface Book {
  readonly shared: readonly string[];
  /** By cell style: true for dates and times. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
  readonly decimal: DecimalSign;
}

/** Rows in order, a batch per piece of text. @throws FeedChanged when the XML is broken. */
export async function* sheetRows(
  text: AsyncIterable<string>,
  book: Book,
): AsyncGenerator<readonly TextRow[]> {
  let rows: TextRow[] = [];
  const parser = xmlParser(cellReader(book, (row) => rows.push(row)));
  for await (const piece of text) {
    parser.push(piece);
    yield rows;
    rows = [];
  }
  parser.end();
  yield rows;
}

function cellReader(book: Book, give: (row: TextRow) => void): XmlHandler {
  const builder: RowBuilder = rowBuilder();
  let line = 0;
  let column = -1;
  let type = "";
  let date = false;
  let value = "";
  let reading = false;
  return {
    open: (name, attributes) => {
      if (name === "row") {
        line = Number(attributes.get("r") ?? line + 1);
        column = -1;
      } else if (name === "c") {
        const reference = attributes.get("r");
        column = reference === undefined ? column + 1 : columnOf(reference);
        type = attributes.get("t") ?? "n";
        date = book.dates[Number(attributes.get("s") ?? 0)] ?? false;
        value = "";
      } else if (name === "v" || name === "t") reading = true;
    },
    text: (text) => {
      if (reading) value = addText(value, text);
    },
    close: (name) => {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c") builder.set(column, cellText(value, type, date, book));
      else if (name === "row") {
        const row = builder.take(line);
        if (row) give(row);
      }
    },
  };
}

function cellText(value: string, type: string, date: boolean, book: Book): string {
  if (type === "s") return book.shared[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : "false";
  if (type !== "n") return value;
  return date ? serialToText(value, book.from1904) : numberToText(value, book.decimal);
}

/** `A1` → 0, `AB7` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < 3; i += 1) {
    const letter = reference.charCodeAt(i) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
