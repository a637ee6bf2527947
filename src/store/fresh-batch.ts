/** The short way into the store: facts that cannot move and of whose spans nothing is stored yet need no comparison
 *  with what is known. */
import type { RecordBatch } from "../domain/sink.ts";
import { dayNumber } from "../domain/time.ts";
import { arrowStream, dates, labels, uint8, uint64 } from "./arrow.ts";
import { type BatchOutline, type SiteOutline, spanOf } from "./batch-outline.ts";
import type { Store } from "./connect.ts";
import { hashId } from "./hash-id.ts";
import { recordColumns } from "./record-columns.ts";
import { nextStamp } from "./stamp.ts";

/** How facts are written. A file may span decades: one insert may touch any number of months. The engine is not to
 *  pass over a block that it believes to have already: some releases note a block before they keep it, and a kill
 *  between the two would lose it. A row written twice is one row by its key and version. */
export const factInsert = { max_partitions_per_insert_block: 0, insert_deduplicate: 0 };

/** True when the stream has nothing stored between the first and the last record of the batch at each of its sites. */
export async function isUntouched(
  store: Store,
  { feed, stream }: RecordBatch,
  outlined: BatchOutline,
): Promise<boolean> {
  const { sites } = outlined;
  const rows = await store.rows(
    "is_untouched",
    `select 1 from record
     where site in {sites: Array(String)} and feed = {feed: String} and stream = {stream: String}
       and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at <= fromUnixTimestamp64Milli({to: Int64}, 'UTC')
       and toUnixTimestamp64Milli(at) >= {firsts: Array(Int64)}[indexOf({sites: Array(String)}, site)]
       and toUnixTimestamp64Milli(at) <= {lasts: Array(Int64)}[indexOf({sites: Array(String)}, site)]
     limit 1`,
    {
      feed,
      stream,
      sites: sites.map(({ site }) => site),
      firsts: sites.map(({ first }) => first),
      lasts: sites.map(({ last }) => last),
      // Said once more for all sites together: this is what the table's order can be searched by.
      ...spanOf(outlined),
    },
  );
  return rows.length === 0;
}

/** Marks the days, writes the facts, and marks the days once more: whoever recomputed between the two has cleared the
 *  marks too early. */
export async function writeFresh(store: Store, batch: RecordBatch, { sites }: BatchOutline): Promise<void> {
  const { feed, stream } = batch;
  await touch(store, feed, sites);
  const { names, bytes } = recordColumns(batch.records, { feed, stream, run: hashId(batch.run) });
  await store.insert(
    "write_fresh",
    `insert into record (${names.join(", ")}) format ArrowStream`,
    bytes,
    factInsert,
  );
  await touch(store, feed, sites);
}

async function touch(store: Store, feed: string, sites: readonly SiteOutline[]): Promise<void> {
  const stamp = nextStamp();
  const marks = sites.flatMap(({ site, days }) => days.map((day) => ({ site, day })));
  const columns = [
    labels("feed", marks, () => feed),
    labels("site", marks, ({ site }) => site),
    dates("day", marks, ({ day }) => dayNumber(day)),
    uint8("done", marks, () => 0),
    uint64("stamp", marks, () => stamp),
  ];
  const sql = "insert into touched (feed, site, day, done, stamp) format ArrowStream";
  await store.insert("touch_fresh", sql, arrowStream(columns, marks.length));
}
