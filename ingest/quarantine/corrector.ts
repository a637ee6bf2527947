/** Applies corrections to rows set aside: what a person corrected before, then the rules of the territory file. */
import { corrected, speaksOf } from "../../src/domain/apply-correction.ts";
import type { Correction } from "../../src/domain/correction.ts";
import { type HeldRow, heldRow } from "../../src/domain/quarantine.ts";
import type { Mapped, SourceRecord } from "../../src/domain/record.ts";
import type { Cursor, Handled, Rejection, Standing, StreamKey } from "../../src/domain/sink.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { OpenFeed } from "../connector.ts";
import { readRecord } from "./record-form.ts";

/** How a feed's kept rows are read again. */
export type Remap = OpenFeed["remap"];

export interface Sense {
  readonly remap: Remap;
  readonly until: Instant;
  readonly cursor: Cursor | null;
}

export type Tried =
  | { readonly kind: "mapped"; readonly records: readonly SourceRecord[] }
  /** Still no fact, and why. */
  | { readonly kind: "refused"; readonly detail: string };

/** The records of a row after a correction. All of it has to come right. */
export function tryCorrection(held: HeldRow, rule: Correction, sense: Sense): Tried {
  if (rule.drop !== undefined) return { kind: "mapped", records: [] };
  const row = corrected(held.row, rule);
  if (row.withheld.length > 0) {
    return { kind: "refused", detail: `not kept, so to be set: ${row.withheld.join(", ")}` };
  }
  const mapped = remapped({ ...held, row: { ...held.row, ...row } }, sense);
  const fault = mapped.find((each) => each.kind === "rejected");
  if (fault) return { kind: "refused", detail: `${fault.field ? `${fault.field}: ` : ""}${fault.detail}` };
  return { kind: "mapped", records: mapped.flatMap((each) => (each.kind === "record" ? [each.record] : [])) };
}

function remapped(held: HeldRow, { remap, until, cursor }: Sense): readonly Mapped[] {
  if (held.row.form === "record") return [readRecord(held)];
  if (remap) return remap({ ...held, until, cursor });
  const { position } = held;
  return [{ kind: "rejected", reason: "unknown_value", position, detail: "this feed keeps no rows" }];
}

/** Facts that stood for a row and no longer do: withdrawn under the version that they had, so that whatever the source
 *  said later stays.
 *  @param movable the stream's: true when a key has one place at a time */
export function withdrawn(
  before: readonly SourceRecord[],
  now: readonly SourceRecord[],
  movable: boolean,
): SourceRecord[] {
  const placeOf = ({ key, site, at }: SourceRecord) => (movable ? key : JSON.stringify([key, site, at]));
  const places = new Set(now.map(placeOf));
  return before
    .filter((record) => !record.deleted && !places.has(placeOf(record)))
    .map((record) => ({ ...record, deleted: true }));
}

export interface CorrectedRows {
  readonly rows: readonly Mapped[];
  readonly handled: readonly Handled[];
}

/** True for a row set aside of which something is kept. */
export function isKept(row: Mapped): boolean {
  return row.kind === "rejected" && row.row !== undefined;
}

/** Rows of a page with those corrected that can be. */
export function correctRows(
  rows: readonly Mapped[],
  {
    key,
    movable,
    seen,
    rules,
    standing,
    ...sense
  }: Sense & {
    readonly key: StreamKey;
    readonly movable: boolean;
    readonly seen: Instant;
    readonly rules: readonly Correction[];
    readonly standing: ReadonlyMap<string, Standing>;
  },
): CorrectedRows {
  if (!rows.some(isKept)) return { rows, handled: [] };
  const out: Mapped[] = [];
  const handled = new Map<string, Handled>();
  for (const row of rows) {
    const kept = row.kind === "rejected" ? row.row : undefined;
    if (row.kind !== "rejected" || !kept) {
      out.push(row);
      continue;
    }
    const held = heldRow(key, { ...row, row: kept }, seen);
    if (handled.has(held.id)) continue;
    const known = standing.get(held.id);
    const found = choose(held, known, rules, sense);
    if (!found) {
      out.push(row);
      continue;
    }
    const { correction, by, records } = found;
    const { id, digest } = held;
    handled.set(id, {
      id,
      digest,
      aside: asideOf(row),
      correction,
      by,
      at: seen,
      records,
      before: known?.records ?? [],
    });
    const gone = withdrawn(known?.records ?? [], records, movable);
    for (const record of [...records, ...gone]) out.push({ kind: "record", record });
  }
  return { rows: out, handled: [...handled.values()] };
}

function asideOf({ kind: _kind, ...aside }: Extract<Mapped, { kind: "rejected" }>): Rejection {
  return aside;
}

function choose(
  held: HeldRow,
  known: Standing | undefined,
  rules: readonly Correction[],
  sense: Sense,
): Pick<Handled, "correction" | "by" | "records"> | undefined {
  const stands = known?.by === "person" && known.digest === held.digest ? [known] : [];
  const told = rules
    .filter((rule) => speaksOf(rule, held))
    .map((correction) => ({ correction, by: "file" as const }));
  for (const { correction, by } of [...stands, ...told]) {
    const tried = tryCorrection(held, correction, sense);
    if (tried.kind === "mapped") return { correction, by, records: tried.records };
  }
  return undefined;
}
