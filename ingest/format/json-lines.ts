/** Text of a JSON Lines file → values, one per line, in memory bounded by one line. A line that is no JSON is a row
 *  with a fault and the rest goes on. */
import { MAX_ROW, type RowFault } from "./csv-parser.ts";
import { UNREADABLE } from "./encoding.ts";

export type JsonLine =
  | { readonly line: number; readonly value: unknown; readonly fault: undefined }
  | { readonly line: number; readonly value: undefined; readonly fault: RowFault };

/** Values in order, a batch per piece of text; blank lines are passed over. `maxRow`: longest line in UTF-16 units. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  maxRow: number = MAX_ROW,
): AsyncGenerator<readonly JsonLine[]> {
  let rest = "";
  let line = 0;
  let dropping = false;
  for await (const piece of text) {
    const batch: JsonLine[] = [];
    const all = rest === "" ? piece : rest + piece;
    let position = 0;
    for (let end = all.indexOf("\n"); end !== -1; end = all.indexOf("\n", position)) {
      if (dropping) dropping = false;
      else {
        line += 1;
        const read = readLine(all.slice(position, end), line, maxRow);
        if (read) batch.push(read);
      }
      position = end + 1;
    }
    rest = dropping ? "" : all.slice(position);
    if (rest.length > maxRow) {
      line += 1;
      batch.push(faulty(line, "too_long", `a line of more than ${maxRow} characters`));
      rest = "";
      dropping = true;
    }
    yield batch;
  }
  const last = rest === "" ? undefined : readLine(rest, line + 1, maxRow);
  if (last) yield [last];
}

function readLine(text: string, line: number, maxRow: number): JsonLine | undefined {
  if (text.length > maxRow) return faulty(line, "too_long", `a line of more than ${maxRow} characters`);
  if (text.trim() === "") return undefined;
  if (text.includes(UNREADABLE)) return faulty(line, "bad_encoding", "bytes that are no UTF-8 text");
  try {
    const value: unknown = JSON.parse(text);
    return { line, value, fault: undefined };
  } catch {
    // The engine's own message quotes the text, which may be personal.
    return faulty(line, "malformed", `no JSON in a line of ${text.length} characters`);
  }
}

function faulty(line: number, reason: RowFault["reason"], detail: string): JsonLine {
  return { line, value: undefined, fault: { reason, detail } };
}
