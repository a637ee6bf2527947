/** What is kept of a row that was set aside: what the mapping names, as far as it can name no person. */
import { hash } from "node:crypto";
import type { RejectionReason } from "./record.ts";
import type { StreamKey } from "./sink.ts";
import type { Instant } from "./time.ts";

export type FieldValue = string | number | boolean | null;
export type RowFields = Readonly<Record<string, FieldValue>>;

/** One shape for every connector. */
export interface KeptRow {
  /** `source`: fields by the names of the connector's mapping, which reads them again; `record`: by the names of a
   *  record, for rows that failed at the last look. */
  readonly form: "source" | "record";
  /** The source's own id of the row within its stream, by which it is the same row wherever it stands; empty = known
   *  by place and content. Not stored. */
  readonly own: string;
  readonly fields: RowFields;
  /** Fields that held what may not be kept: a correction has to say what they are. */
  readonly withheld: readonly string[];
}

/** A row set aside, as the runner hands it on. */
export interface SetAside {
  readonly reason: RejectionReason;
  readonly position: string;
  readonly field?: string;
  readonly detail: string;
  /** Absent when nothing of it can be trusted (no table, no text). */
  readonly row?: KeptRow;
}

/** A kept row with what it needs to be read again. */
export interface HeldRow extends StreamKey {
  /** See {@link rowId}. */
  readonly id: string;
  /** Of the content: another content under the same id is another fault. */
  readonly digest: string;
  readonly position: string;
  readonly reason: string;
  readonly field: string;
  readonly detail: string;
  readonly row: KeptRow;
  /** Time of the newest pull that delivered it: a corrected row is a fact of that pull, so that whatever the source
   *  said later wins. */
  readonly seen: Instant;
}

const LENGTH = 16;

/** Lasting name of a row set aside. */
export function rowId({ feed, stream }: StreamKey, { position, reason, detail, row }: SetAside): string {
  const known = row
    ? row.own === ""
      ? [row.form, position, contentOf(row)]
      : [row.form, row.own]
    : [position, reason, detail];
  return short(JSON.stringify([feed, stream, ...known]));
}

export function rowDigest({ reason, field, row }: SetAside): string {
  return short(JSON.stringify([reason, field ?? "", row ? contentOf(row) : null]));
}

/** Fields called `@…` are marks of the connector's own. */
function contentOf({ fields, withheld }: KeptRow): unknown {
  return [Object.entries(fields).filter(([name]) => !name.startsWith("@")), withheld];
}

function short(text: string): string {
  return hash("sha256", text, "hex").slice(0, LENGTH);
}

/** A row that was set aside just now, as one that is held. */
export function heldRow(key: StreamKey, aside: SetAside & { readonly row: KeptRow }, seen: Instant): HeldRow {
  const { position, reason, field = "", detail, row } = aside;
  const { feed, stream } = key;
  const names = { id: rowId(key, aside), digest: rowDigest(aside) };
  return { feed, stream, ...names, position, reason, field, detail, row, seen };
}
