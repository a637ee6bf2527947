/** Records to the columns of `record` and `record_stage`. Optional columns that no record of the batch fills are left
 *  out: the table's default is the same and costs nothing. */
import type { SourceRecord } from "../domain/record.ts";
import {
  arrowStream,
  type Column,
  int32,
  labels,
  texts,
  timestamps,
  uint8,
  uint16,
  uint32,
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

/** Column names and an Arrow IPC stream of a batch. */
export function recordColumns(
  records: readonly SourceRecord[],
  facts: BatchFacts,
): { readonly names: readonly string[]; readonly bytes: Uint8Array } {
  const n = records.length;
  const number = (of: (r: SourceRecord) => number) => Float64Array.from(records, of);
  const columns: Column[] = [
    labels(
      "site",
      records.map((r) => r.site),
    ),
    labels(
      "measure",
      records.map((r) => r.measure),
    ),
    timestamps(
      "at",
      number((r) => r.at),
    ),
    texts(
      "key",
      records.map((r) => r.key),
    ),
    labels("feed", new Array<string>(n).fill(facts.feed)),
    labels("stream", new Array<string>(n).fill(facts.stream)),
    uint16(
      "minutes",
      Uint16Array.from(records, (r) => r.minutes),
    ),
    int32(
      "value",
      Int32Array.from(records, (r) => r.value),
    ),
    timestamps(
      "known_at",
      number((r) => r.knownAt),
    ),
    uint64(
      "version",
      number((r) => r.version),
    ),
    uint8(
      "deleted",
      Uint8Array.from(records, (r) => (r.deleted ? 1 : 0)),
    ),
    uint64("run", new Float64Array(n).fill(facts.run)),
  ];
  if (facts.batch !== undefined) {
    columns.push(uint64("batch", new Float64Array(n).fill(facts.batch)));
    columns.push(
      uint32(
        "position",
        Uint32Array.from({ length: n }, (_, i) => i),
      ),
    );
  }
  for (const name of ["gate", "tariff", "channel", "origin", "language", "topic"] as const) {
    if (records.some((r) => r[name]))
      columns.push(
        labels(
          name,
          records.map((r) => r[name] ?? ""),
        ),
      );
  }
  if (records.some((r) => r.bookedOn))
    columns.push(
      timestamps(
        "booked_on",
        number((r) => r.bookedOn ?? 0),
      ),
    );
  if (records.some((r) => r.amountCents)) {
    columns.push(
      int32(
        "amount_cents",
        Int32Array.from(records, (r) => r.amountCents ?? 0),
      ),
    );
  }
  return { names: columns.map((c) => c.name), bytes: arrowStream(columns, n) };
}
