/** The ledger of batches: a batch delivered again is answered from here. */
import { z } from "zod";
import { REJECTION_REASONS } from "../domain/record.ts";
import type { Counts, RecordBatch, StreamKey } from "../domain/sink.ts";
import { toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { writeQuarantine } from "./quarantine.ts";
import { insertRows } from "./rows.ts";

const StoredCounts = z.object({
  fetched: z.number(),
  accepted: z.number(),
  unchanged: z.number(),
  revised: z.number(),
  rejected: z.partialRecord(z.enum(REJECTION_REASONS), z.number()),
});
const Line = z.object({ counts: z.string() });

/** What became of a batch with this token, when it is stored already: all its rows are then unchanged. */
export async function readLedger(
  store: Store,
  batch: StreamKey & { readonly token: string },
): Promise<Counts | null> {
  const [row] = await store.rows(
    "read_ledger",
    `select counts from batch_ledger final
     where feed = {feed: String} and stream = {stream: String} and token = {token: String}`,
    { feed: batch.feed, stream: batch.stream, token: batch.token },
  );
  if (!row) return null;
  const counts = StoredCounts.parse(JSON.parse(Line.parse(row).counts));
  return {
    ...counts,
    accepted: 0,
    revised: 0,
    unchanged: counts.accepted + counts.unchanged + counts.revised,
  };
}

export async function writeLedger(store: Store, batch: RecordBatch, counts: Counts): Promise<void> {
  await insertRows(store, "write_ledger", "batch_ledger", [
    {
      feed: batch.feed,
      stream: batch.stream,
      token: batch.token,
      counts: JSON.stringify(counts),
      at: toIso(batch.now),
    },
  ]);
}

/** Position and reason of each row set aside, as often as it is delivered, and the rows themselves. */
export async function writeRejections(store: Store, batch: RecordBatch): Promise<void> {
  await insertRows(
    store,
    "write_rejections",
    "rejected_record",
    batch.rejections.map((r) => ({
      feed: batch.feed,
      stream: batch.stream,
      token: batch.token,
      position: r.position,
      reason: r.reason,
      field: r.field ?? "",
      detail: r.detail,
      at: toIso(batch.now),
    })),
  );
  await writeQuarantine(store, batch);
}
