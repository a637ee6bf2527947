/** Rows set aside that are held: their lasting names, and what it takes to read them again. */
import { hash } from "node:crypto";
import type { KeptRow } from "./kept-row.ts";
import type { Rejection, StreamKey } from "./sink.ts";
import type { Instant } from "./time.ts";

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
export function rowId({ feed, stream }: StreamKey, { position, reason, detail, row }: Rejection): string {
  const known = row
    ? row.own === ""
      ? [row.form, position, contentOf(row)]
      : [row.form, row.own]
    : [position, reason, detail];
  return short(JSON.stringify([feed, stream, ...known]));
}

export function rowDigest({ reason, field, row }: Rejection): string {
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
export function heldRow(
  key: StreamKey,
  aside: Rejection & { readonly row: KeptRow },
  seen: Instant,
): HeldRow {
  const { position, reason, field = "", detail, row } = aside;
  const { feed, stream } = key;
  const names = { id: rowId(key, aside), digest: rowDigest(aside) };
  return { feed, stream, ...names, position, reason, field, detail, row, seen };
}
