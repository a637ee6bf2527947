/** Stores batches of records: compares them with what is known, marks the days they change, writes, and recomputes
 *  rollups. Each step may be repeated after a crash at any instant; the order of the steps is what makes that safe. */
import { z } from "zod";
import type { RejectionReason } from "../domain/record.ts";
import type { Counts, RecordBatch, RecordSink } from "../domain/sink.ts";
import type { Site } from "../domain/site.ts";
import { dayFinder, type Zone } from "../domain/time.ts";
import { readLedger, writeLedger, writeRejections } from "./batch-ledger.ts";
import type { Store } from "./connect.ts";
import { hashId } from "./hash-id.ts";
import { Int } from "./query.ts";
import { recordColumns } from "./record-columns.ts";
import { insertRows } from "./rows.ts";
import { settleFeed } from "./settle.ts";
import { sqlFile } from "./sql.ts";
import { nextStamp } from "./stamp.ts";

/** A sink over a store for one territory. */
export function createRecordSink(store: Store, zone: Zone, sites: readonly Site[]): RecordSink {
  let settling: Promise<unknown> = Promise.resolve();
  return {
    write: (batch) => writeBatch(store, zone, batch),
    replaceWindow: (key, window) => withdraw(store, zone, key, window),
    settle: (feed, now) => {
      // One at a time: two recomputations of a site-day must not overtake each other.
      const next = settling.then(() => settleFeed(store, zone, sites, feed, now));
      settling = next.catch(() => undefined);
      return next;
    },
  };
}

async function writeBatch(store: Store, zone: Zone, batch: RecordBatch): Promise<Counts> {
  const known = await readLedger(store, batch);
  if (known) {
    // Nothing to write, but the run has seen these facts: replacing a window must not withdraw them.
    if (batch.records.length > 0) await stageRecords(store, batch);
    return known;
  }
  await writeRejections(store, batch);
  const rejected = countRejections(batch);
  const fetched = batch.records.length + batch.rejections.length;
  const { accepted, revised } = batch.records.length > 0 ? await writeRecords(store, zone, batch) : nothing;
  const counts = {
    fetched,
    accepted,
    revised,
    unchanged: batch.records.length - accepted - revised,
    rejected,
  };
  await writeLedger(store, batch, counts);
  return counts;
}

const PlanCounts = z.object({ accepted: Int, revised: Int, planned: Int });
const Stored = z.object({ stored: Int });
const nothing = { accepted: 0, revised: 0 };

async function writeRecords(store: Store, zone: Zone, batch: RecordBatch): Promise<typeof nothing> {
  const run = hashId(batch.run);
  const bounds = boundsOf(batch);
  if (!batch.movable && !hasDuplicates(batch) && (await isUntouched(store, batch, bounds))) {
    await touchFresh(store, zone, batch);
    const { names, bytes } = recordColumns(batch.records, { feed: batch.feed, stream: batch.stream, run });
    await store.insert("write_fresh", `insert into record (${names.join(", ")}) format ArrowStream`, bytes, {
      ...wideInsert,
      insert_deduplication_token: `${batch.feed}/${batch.stream}/${batch.token}/${batch.run}`,
    });
    await touchFresh(store, zone, batch);
    return { accepted: batch.records.filter((r) => !r.deleted).length, revised: 0 };
  }
  const id = await stageRecords(store, batch);
  const params = { run, batch: id, from: bounds.from, to: bounds.to, now: batch.now };
  await store.command("plan", sqlFile(batch.movable ? "ingest/plan_movable" : "ingest/plan_fixed"), params);
  if (batch.movable) await store.command("plan_moved", sqlFile("ingest/plan_moved"), { batch: id });
  return applyPlan(store, zone, batch, id);
}

/** Puts a batch on the stage under a number that is new for each attempt: what an attempt that died had staged or
 *  planned is not looked at again. */
async function stageRecords(store: Store, batch: RecordBatch): Promise<number> {
  const id = hashId(`${batch.run}/${batch.token}/${nextStamp()}`);
  const { names, bytes } = recordColumns(batch.records, {
    feed: batch.feed,
    stream: batch.stream,
    run: hashId(batch.run),
    batch: id,
  });
  await store.insert("stage", `insert into record_stage (${names.join(", ")}) format ArrowStream`, bytes);
  return id;
}

/** Carries out a plan: days marked first, old contents kept, places announced, facts written, places settled. */
async function applyPlan(
  store: Store,
  zone: Zone,
  batch: { readonly feed: string; readonly movable: boolean; readonly now: number },
  id: number,
): Promise<typeof nothing> {
  const counts = await planCounts(store, id);
  if (counts.planned === 0) return nothing;
  const stamp = nextStamp();
  await store.command("touch", sqlFile("ingest/touch"), { feed: batch.feed, batch: id, tz: zone, stamp });
  if (counts.revised > 0 || batch.movable) {
    await store.command("keep_past", sqlFile("ingest/keep_past"), { batch: id, now: batch.now });
  }
  if (batch.movable) {
    await store.command("key_intent", sqlFile("ingest/key_intent"), { batch: id, stamp: nextStamp() });
  }
  const movable = batch.movable ? 1 : 0;
  await store.command("write_plan", sqlFile("ingest/write_plan"), { batch: id, movable }, wideInsert);
  if (batch.movable) {
    await store.command("key_settle", sqlFile("ingest/key_settle"), { batch: id, stamp: nextStamp() });
  }
  // Once more: whoever recomputed between the marks and the facts has cleared the marks too early.
  const again = { feed: batch.feed, batch: id, tz: zone, stamp: nextStamp() };
  await store.command("touch", sqlFile("ingest/touch"), again);
  return counts;
}

/** A file may span decades: one insert may touch any number of months. */
const wideInsert = { max_partitions_per_insert_block: 0 };

async function planCounts(
  store: Store,
  id: number,
): Promise<{ accepted: number; revised: number; planned: number }> {
  const [row] = await store.rows(
    "plan_counts",
    `select countIf(verdict = 'new') as accepted, countIf(verdict = 'revised') as revised, count() as planned
     from record_plan where batch = {batch: UInt64}`,
    { batch: id },
  );
  return PlanCounts.parse(row);
}

async function withdraw(
  store: Store,
  zone: Zone,
  key: Parameters<RecordSink["replaceWindow"]>[0],
  window: Parameters<RecordSink["replaceWindow"]>[1],
): ReturnType<RecordSink["replaceWindow"]> {
  const id = hashId(`${key.run}/withdraw/${nextStamp()}`);
  const run = hashId(key.run);
  const params = {
    batch: id,
    run,
    feed: key.feed,
    stream: key.stream,
    from: window.from,
    to: window.to,
    now: key.now,
  };
  await store.command("plan_withdrawn", sqlFile("ingest/plan_withdrawn"), params);
  const { planned } = await planCounts(store, id);
  if (planned === 0) return { withdrawn: 0 };
  const [row] = await store.rows(
    "window_count",
    `select count() as stored from record final
     where feed = {feed: String} and stream = {stream: String}
       and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at < fromUnixTimestamp64Milli({to: Int64}, 'UTC')`,
    { feed: key.feed, stream: key.stream, from: window.from, to: window.to },
  );
  const { stored } = Stored.parse(row);
  if (planned > stored * window.maxLoss) {
    const share = Math.round((100 * planned) / stored);
    // What the run has added would stand beside what it was to replace, and count twice.
    const undo = hashId(`${key.run}/undo/${nextStamp()}`);
    await store.command("plan_undone", sqlFile("ingest/plan_undone"), { ...params, batch: undo });
    await applyPlan(store, zone, { feed: key.feed, movable: true, now: key.now }, undo);
    return {
      refused: `${planned} of ${stored} facts (${share} %) would vanish, more than ${Math.round(100 * window.maxLoss)} %: held back`,
    };
  }
  await applyPlan(store, zone, { feed: key.feed, movable: true, now: key.now }, id);
  return { withdrawn: planned };
}

function boundsOf(batch: RecordBatch): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const r of batch.records) {
    if (r.at < from) from = r.at;
    if (r.at > to) to = r.at;
  }
  return { from, to };
}

function hasDuplicates(batch: RecordBatch): boolean {
  return new Set(batch.records.map((r) => r.key)).size < batch.records.length;
}

/** True when the feed has nothing stored between the batch's bounds: no comparison is needed then. */
async function isUntouched(
  store: Store,
  batch: RecordBatch,
  bounds: { from: number; to: number },
): Promise<boolean> {
  const rows = await store.rows(
    "is_untouched",
    `select 1 from record
     where site in {sites: Array(String)} and feed = {feed: String} and stream = {stream: String}
       and at >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') and at <= fromUnixTimestamp64Milli({to: Int64}, 'UTC')
     limit 1`,
    {
      sites: [...new Set(batch.records.map((r) => r.site))],
      feed: batch.feed,
      stream: batch.stream,
      from: bounds.from,
      to: bounds.to,
    },
  );
  return rows.length === 0;
}

async function touchFresh(store: Store, zone: Zone, batch: RecordBatch): Promise<void> {
  const stamp = nextStamp();
  const dayOf = dayFinder(zone);
  const days = new Map<string, Set<string>>();
  for (const r of batch.records) {
    let ofSite = days.get(r.site);
    if (!ofSite) {
      ofSite = new Set();
      days.set(r.site, ofSite);
    }
    ofSite.add(dayOf(r.at));
  }
  const rows = [...days].flatMap(([site, set]) =>
    [...set].map((day) => ({ feed: batch.feed, site, day, done: 0, stamp })),
  );
  await insertRows(store, "touch_fresh", "touched", rows);
}

function countRejections(batch: RecordBatch): Counts["rejected"] {
  const counts: Partial<Record<RejectionReason, number>> = {};
  for (const { reason } of batch.rejections) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
