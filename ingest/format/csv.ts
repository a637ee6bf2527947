/** Text of a delimited file → batches of rows. Finds out the line end and the separator from the first lines when
 *  they are not given. What the columns mean is `table.ts`. */
import { type CsvParser, csvParser, MAX_ROW, type TextRow } from "./csv-parser.ts";
import { detectSeparator, type Separator } from "./separator.ts";

export interface CsvReading {
  /** Given by the feed's options, else found out. */
  readonly separator?: Separator | undefined;
  /** Column names that the header should hold: they tell the separator better than any count. */
  readonly expected?: readonly string[];
  /** Longest row in UTF-16 units; default 1 MiB. */
  readonly maxRow?: number;
}

/** Text looked at before the first row is split. */
const SAMPLE = 64 * 1024;

/** Rows in order, a batch per piece of text. Memory is bounded by a few pieces and one row. */
export async function* readCsv(
  text: AsyncIterable<string>,
  { separator, expected = [], maxRow = MAX_ROW }: CsvReading = {},
): AsyncGenerator<readonly TextRow[]> {
  let parser: CsvParser | undefined;
  let sample = "";
  const start = (): CsvParser => {
    const lineEnd = sample.includes("\n") || !sample.includes("\r") ? "\n" : "\r";
    const found = separator ?? detectSeparator(sample, lineEnd, expected);
    return csvParser({ separator: found, lineEnd, maxRow });
  };
  for await (const piece of text) {
    if (parser) yield parser.push(piece);
    else {
      sample += piece;
      if (sample.length < SAMPLE) continue;
      parser = start();
      yield parser.push(sample);
    }
  }
  if (!parser) {
    parser = start();
    yield parser.push(sample);
  }
  yield parser.end();
}
