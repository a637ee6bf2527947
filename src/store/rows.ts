/** Small inserts of plain rows, as JSON lines in the body (never in the statement). */
import type { Store } from "./connect.ts";

/** Inserts rows whose keys are the columns' names. No rows = no statement. @throws StoreError */
export async function insertRows(
  store: Store,
  name: string,
  table: InsertTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const body = rows.map((row) => JSON.stringify(row)).join("\n");
  await store.insert(name, `insert into ${table} format JSONEachRow`, Buffer.from(body), {
    date_time_input_format: "best_effort",
    max_partitions_per_insert_block: 0,
  });
}

/** Tables that are written row by row. */
export type InsertTable =
  | "touched"
  | "opening"
  | "stream_state"
  | "batch_ledger"
  | "feed_run"
  | "rejected_record"
  | "forecast_point"
  | "forecast_run"
  | "data_state"
  | "scenario"
  | "annotation"
  | "alert_sent"
  | "advice"
  | "staff_plan"
  | "push_reply"
  | "quarantine"
  | "correction";
