/** Bytes of a batch → rows of named fields, with the place of each. Bounded by the size of the batch. */
import { PUSH_ROWS, type PushFormat } from "../../src/domain/push.ts";
import type { RejectionReason } from "../../src/domain/record.ts";
import { readCsv } from "../format/csv.ts";
import { readJsonLines } from "../format/json-lines.ts";

/** `fields` undefined = no row, for the reason that `fault` says. */
export interface PushRow {
  /** From 1; lines of CSV count the header. */
  readonly number: number;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  readonly fault?: { readonly reason: RejectionReason; readonly detail: string };
}

export type Decoded =
  | { readonly kind: "rows"; readonly rows: readonly PushRow[] }
  | { readonly kind: "unreadable"; readonly detail: string }
  | { readonly kind: "too_many"; readonly detail: string };

const TOO_MANY = { kind: "too_many", detail: `a batch has at most ${PUSH_ROWS} rows: send several` } as const;
const MAX_ROW = 64 * 1024;

export async function decode(bytes: Uint8Array, format: PushFormat): Promise<Decoded> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "unreadable", detail: "the body is not UTF-8" };
  }
  if (format === "json") return decodeJson(text);
  const rows = format === "csv" ? await decodeCsv(text) : await decodeLines(text);
  if (rows === undefined) return { kind: "unreadable", detail: "the first line does not name the columns" };
  return rows.length > PUSH_ROWS ? TOO_MANY : { kind: "rows", rows };
}

function decodeJson(text: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, which may be personal.
    return { kind: "unreadable", detail: "the body is not JSON" };
  }
  if (!Array.isArray(value)) return { kind: "unreadable", detail: "an array of objects is expected" };
  if (value.length > PUSH_ROWS) return TOO_MANY;
  return { kind: "rows", rows: value.map((row: unknown, i) => toRow(row, i + 1)) };
}

async function decodeLines(text: string): Promise<PushRow[]> {
  const rows: PushRow[] = [];
  for await (const batch of readJsonLines(once(text), MAX_ROW)) {
    for (const { line, value, fault } of batch) {
      rows.push(fault ? { number: line, fields: undefined, fault } : toRow(value, line));
    }
  }
  return rows;
}

/** Undefined when the header names a column twice or leaves one without a name. */
async function decodeCsv(text: string): Promise<PushRow[] | undefined> {
  const rows: PushRow[] = [];
  let names: readonly string[] | undefined;
  for await (const batch of readCsv(once(text), { maxRow: MAX_ROW })) {
    for (const { line, fields, fault } of batch) {
      if (!names) {
        names = fields.map((name) => name.trim());
        if (fault || new Set(names).size < names.length || names.includes("")) return undefined;
      } else if (fault) rows.push({ number: line, fields: undefined, fault });
      else if (fields.length !== names.length) {
        const detail = `${fields.length} cells under ${names.length} columns`;
        rows.push({ number: line, fields: undefined, fault: { reason: "malformed", detail } });
      } else rows.push({ number: line, fields: named(names, fields) });
    }
  }
  return names ? rows : undefined;
}

/** Empty cells say nothing. */
function named(names: readonly string[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    names.flatMap((name, i) => (cells[i]?.trim() ? [[name, cells[i]?.trim()] as const] : [])),
  );
}

function toRow(value: unknown, number: number): PushRow {
  if (isObject(value)) return { number, fields: value };
  return { number, fields: undefined, fault: { reason: "malformed", detail: "a JSON object is expected" } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
