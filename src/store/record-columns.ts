/** Records to the columns of `record` and `record_stage`. Optional columns that no record of the batch fills are left
 *  out: the table's default is the same and costs nothing. */
import type { SourceRecord } from "../domain/record.ts";
import {
  arrowStream,
  type Column,
  int32,
  labels,
  ordinals,
  texts,
  timestamps,
  uint8,
  uint16,
  uint64,
} from "./arrow.ts";

/** What is the same for every record of a batch. */
export interface BatchFacts {
  readonly feed: string;
  readonly stream: string;
  /** Numeric id of the run, below 2^53. */
  readonly run: number;
  /** Numeric id of the batch, below 2^53; given when the rows go to the stage. */
  readonly batch?: number;
}

/** Spelt out: reading a property by a computed name costs several times as much, and there are many rows. */
const OPTIONAL_LABELS: readonly [name: string, of: (r: SourceRecord) => string | undefined][] = [
  ["gate", (r) => r.gate],
  ["tariff", (r) => r.tariff],
  ["channel", (r) => r.channel],
  ["origin", (r) => r.origin],
  ["language", (r) => r.language],
  ["topic", (r) => r.topic],
  ["came_from", (r) => r.cameFrom],
];

/** Column names and an Arrow IPC stream of a batch. */
export function recordColumns(
  records: readonly SourceRecord[],
  facts: BatchFacts,
): { readonly names: readonly string[]; readonly bytes: Uint8Array } {
  const { feed, stream, run, batch } = facts;
  const columns: Column[] = [
    labels("site", records, (r) => r.site),
    labels("measure", records, (r) => r.measure),
    timestamps("at", records, (r) => r.at),
    texts("key", records, (r) => r.key),
    labels("feed", records, () => feed),
    labels("stream", records, () => stream),
    uint16("minutes", records, (r) => r.minutes),
    int32("value", records, (r) => r.value),
    timestamps("known_at", records, (r) => r.knownAt),
    uint64("version", records, (r) => r.version),
    uint8("deleted", records, (r) => (r.deleted ? 1 : 0)),
    uint64("run", records, () => run),
  ];
  if (batch !== undefined)
    columns.push(
      uint64("batch", records, () => batch),
      ordinals("position", records),
    );
  for (const [name, of] of OPTIONAL_LABELS) {
    if (records.some(of)) columns.push(labels(name, records, (r) => of(r) ?? ""));
  }
  if (records.some((r) => r.bookedOn)) {
    columns.push(timestamps("booked_on", records, (r) => r.bookedOn ?? 0));
  }
  if (records.some((r) => r.amountCents)) {
    columns.push(int32("amount_cents", records, (r) => r.amountCents ?? 0));
  }
  return { names: columns.map((c) => c.name), bytes: arrowStream(columns, records.length) };
}
