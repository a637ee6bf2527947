/** Text of one JSON document → the records of a list in it. Such a document is held in memory whole, so its size is
 *  bounded; JSON Lines is not. */
import { FeedChanged } from "../../src/domain/errors.ts";
import { UNREADABLE } from "./encoding.ts";
import type { JsonLine } from "./json-lines.ts";

/** Longest document, UTF-16 units. */
const MAX_TEXT = 32 * 2 ** 20;
const BATCH = 1000;

/** Records in order; `line` is the record's number from 1. `list`: where the list stands (`data.items`); absent when
 *  the document is the list. @throws FeedChanged when it is not there, or the document is too long or no JSON. */
export async function* readJsonList(
  text: AsyncIterable<string>,
  list?: string,
): AsyncGenerator<readonly JsonLine[]> {
  let whole = "";
  for await (const piece of text) {
    whole += piece;
    if (whole.length > MAX_TEXT) {
      throw new FeedChanged(`invalid JSON: more than ${MAX_TEXT} characters; ask for JSON Lines or CSV`);
    }
  }
  const damaged = whole.includes(UNREADABLE);
  const records = (list?.split(".") ?? []).reduce(property, parse(whole));
  if (!Array.isArray(records)) {
    const where = list === undefined ? "the document is no list: name it with records" : `no list at ${list}`;
    throw new FeedChanged(`invalid JSON: ${where}`);
  }
  for (let from = 0; from < records.length; from += BATCH) {
    yield records.slice(from, from + BATCH).map((value: unknown, i): JsonLine => {
      const line = from + i + 1;
      if (!damaged || !JSON.stringify(value).includes(UNREADABLE)) return { line, value, fault: undefined };
      const fault = {
        reason: "bad_encoding",
        detail: "bytes that are no text in the encoding of the file",
      } as const;
      return { line, value: undefined, fault };
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, which may be personal.
    throw new FeedChanged(`invalid JSON: none in a document of ${text.length} characters`);
  }
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
