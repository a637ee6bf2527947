/** The cells of one table of an ODS document → rows of text. */
import type { TextRow } from "./csv-parser.ts";
import type { DecimalSign } from "./numbers.ts";
import { numberToText } from "./serial-dates.ts";
import { addText, MAX_COLUMNS, type RowBuilder, rowBuilder } from "./workbook.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

/** Rows of a sheet, which is what the programs can hold. */
const MAX_ROWS = 1_048_576;

/** Reads the table of this number (from 0) and passes over the others. Equal rows that the document folds into one
 *  are unfolded, empty ones only counted. */
export function odsRows(table: number, decimal: DecimalSign, give: (row: TextRow) => void): XmlHandler {
  const builder: RowBuilder = rowBuilder();
  let index = -1;
  let depth = 0;
  let line = 1;
  let rowTimes = 1;
  let column = 0;
  let cellTimes = 1;
  let value: string | undefined;
  let text = "";
  let paragraphs = 0;
  let inParagraph = false;
  let note = 0;
  const here = (): boolean => index === table && depth === 1 && note === 0;

  const endCell = (): void => {
    const shown = value ?? text;
    const times = shown === "" ? 0 : Math.min(cellTimes, MAX_COLUMNS - column);
    for (let i = 0; i < times; i += 1) builder.set(column + i, shown);
    column += cellTimes;
  };

  const endRow = (): void => {
    const row = builder.take(line);
    if (row) for (let n = 0; n < rowTimes && line + n <= MAX_ROWS; n += 1) give({ ...row, line: line + n });
    line += rowTimes;
  };

  return {
    open: (name, attributes) => {
      if (name === "table") {
        depth += 1;
        if (depth === 1) {
          index += 1;
          line = 1;
        }
      }
      if (name === "annotation") note += 1;
      if (!here()) return;
      if (name === "table-row") {
        rowTimes = times(attributes.get("table:number-rows-repeated"));
        column = 0;
      } else if (name === "table-cell" || name === "covered-table-cell") {
        cellTimes = times(attributes.get("table:number-columns-repeated"));
        value = typedValue(attributes, decimal);
        text = "";
        paragraphs = 0;
      } else if (name === "p") {
        if (paragraphs > 0) text = addText(text, "\n");
        paragraphs += 1;
        inParagraph = true;
      } else if (name === "s")
        text = addText(text, " ".repeat(Math.min(64, times(attributes.get("text:c")))));
      else if (name === "tab" || name === "line-break") text = addText(text, " ");
    },
    text: (piece) => {
      if (inParagraph && here()) text = addText(text, piece);
    },
    close: (name) => {
      if (here()) {
        if (name === "p") inParagraph = false;
        else if (name === "table-cell" || name === "covered-table-cell") endCell();
        else if (name === "table-row") endRow();
      }
      if (name === "annotation") note -= 1;
      if (name === "table") depth -= 1;
    },
  };
}

/** A repetition; what is no whole number is once. */
function times(text: string | undefined): number {
  const value = Number(text ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_ROWS) : 1;
}

/** What the cell holds beneath its display; undefined for text. */
function typedValue(attributes: Attributes, decimal: DecimalSign): string | undefined {
  const type = attributes.get("office:value-type");
  if (type === "float" || type === "percentage" || type === "currency")
    return numberToText(attributes.get("office:value") ?? "", decimal);
  if (type === "date") return attributes.get("office:date-value");
  if (type === "time") return clockTime(attributes.get("office:time-value") ?? "");
  return type === "boolean" ? attributes.get("office:boolean-value") : undefined;
}

/** `PT14H30M00S` → `14:30:00`. */
function clockTime(text: string): string {
  const parts = /^PT(\d+)H(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(text);
  if (!parts) return text;
  return [parts[1], parts[2], parts[3]].map((part) => (part ?? "0").padStart(2, "0")).join(":");
}
