/** Text of a reply → the value that `select` looks at: JSON as it stands; JSON Lines and CSV as a list of rows. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Mapped } from "../../../src/domain/record.ts";
import { readCsv } from "../../format/csv.ts";
import { readJsonLines } from "../../format/json-lines.ts";
import { isObject } from "./is-object.ts";
import type { StreamOptions } from "./options.ts";

export interface Decoded {
  readonly value: unknown;
  /** Lines that are no rows. */
  readonly faults: readonly Mapped[];
}

const MAX_DEPTH = 64;

/** @throws FeedChanged for what is not in the declared form; its message never quotes the text. */
export async function decode(
  text: string,
  decoder: StreamOptions["decoder"],
  place: string,
): Promise<Decoded> {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (decoder === "json") return { value: readJson(bare, place), faults: [] };
  return decoder === "jsonl" ? readLines(bare, place) : readTable(bare, place);
}

function readJson(text: string, place: string): unknown {
  // 204 and an empty body are how some sources say "nothing".
  if (text.trim() === "") return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FeedChanged(
      `invalid JSON: ${text.length} characters from ${place} (is this the API's address?)`,
    );
  }
  if (isDeep(value)) throw new FeedChanged(`invalid JSON: nested over ${MAX_DEPTH} deep from ${place}`);
  return value;
}

/** Looked at level by level: recursion is what a deep value would break. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    const below: unknown[] = [];
    for (const item of level)
      if (isObject(item)) for (const child of Object.values(item)) if (isObject(child)) below.push(child);
    level = below;
  }
  return false;
}

async function readLines(text: string, place: string): Promise<Decoded> {
  const value: unknown[] = [];
  const faults: Mapped[] = [];
  for await (const lines of readJsonLines(once(text))) {
    for (const line of lines) {
      if (line.fault) faults.push({ kind: "rejected", position: `line ${line.line}`, ...line.fault });
      else if (isDeep(line.value)) throw new FeedChanged(`invalid JSON: nested over ${MAX_DEPTH} deep`);
      else value.push(line.value);
    }
  }
  if (value.length === 0 && faults.length > 0)
    throw new FeedChanged(`invalid JSON Lines: no line of ${faults.length} is JSON from ${place}`);
  return { value, faults };
}

async function readTable(text: string, place: string): Promise<Decoded> {
  let header: readonly string[] | undefined;
  const value: unknown[] = [];
  const faults: Mapped[] = [];
  for await (const rows of readCsv(once(text))) {
    for (const { line, fields, fault } of rows) {
      if (fault) faults.push({ kind: "rejected", position: `line ${line}`, ...fault });
      else if (!header) header = fields.map((field) => field.trim());
      else if (fields.length === header.length) value.push(asObject(header, fields));
      else if (fields.some((field) => field !== ""))
        faults.push({
          kind: "rejected",
          reason: "malformed",
          position: `line ${line}`,
          detail: `${fields.length} fields where the header has ${header.length}`,
        });
    }
  }
  if (header && (header.length < 2 || header.some((name) => name.startsWith("<"))))
    throw new FeedChanged(`invalid CSV: no header with several columns from ${place}`);
  return { value, faults };
}

function asObject(header: readonly string[], fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ""]));
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
