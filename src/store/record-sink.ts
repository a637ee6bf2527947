/** Stores batches of records: compares them with what is known, marks the days they change, writes, and recomputes
 *  rollups. Each step may be repeated after a crash at any instant; the order of the steps is what makes that safe. */
import { z } from "zod";
import type { RejectionReason } from "../domain/record.ts";
import type { Counts, RecordBatch, RecordSink } from "../domain/sink.ts";
import type { Site } from "../domain/site.ts";
import { dayFinder, type Instant, type LocalDate, type Zone } from "../domain/time.ts";
import { readLedger, writeLedger, writeRejections } from "./batch-ledger.ts";
import { outline, spanOf } from "./batch-outline.ts";
import type { Store } from "./connect.ts";
import { factInsert, isUntouched, writeFresh } from "./fresh-batch.ts";
import { hashId } from "./hash-id.ts";
import { writeCorrected } from "./quarantine.ts";
import { Int } from "./query.ts";
import { recordColumns } from "./record-columns.ts";
import { settleFeed } from "./settle.ts";
import { sqlFile } from "./sql.ts";
import { nextStamp } from "./stamp.ts";

/** A sink over a store for one territory. */
export function createRecordSink(store: Store, zone: Zone, sites: readonly Site[]): RecordSink {
  const dayOf = dayFinder(zone);
  let settling: Promise<unknown> = Promise.resolve();
  return {
    write: (batch) => writeBatch(store, zone, dayOf, batch),
    replaceWindow: (key, window) => withdraw(store, zone, key, window),
    settle: (feed, now) => {
      // One at a time: two recomputations of a site-day must not overtake each other.
      const next = settling.then(() => settleFeed(store, zone, sites, feed, now));
      settling = next.catch(() => undefined);
      return next;
    },
  };
}

async function writeBatch(
  store: Store,
  zone: Zone,
  dayOf: (at: Instant) => LocalDate,
  batch: RecordBatch,
): Promise<Counts> {
  const known = batch.unledgered ? null : await readLedger(store, batch);
  if (known) {
    // Nothing to write, but the run has seen these facts: replacing a window must not withdraw them.
    if (batch.records.length > 0) await stageRecords(store, batch);
    return known;
  }
  await writeRejections(store, batch);
  const rejected = countRejections(batch);
  const fetched = batch.records.length + batch.rejections.length;
  const { accepted, revised } =
    batch.records.length > 0 ? await writeRecords(store, zone, dayOf, batch) : nothing;
  const counts = {
    fetched,
    accepted,
    revised,
    unchanged: batch.records.length - accepted - revised,
    rejected,
  };
  await writeCorrected(store, batch);
  if (!batch.unledgered) await writeLedger(store, batch, counts);
  return counts;
}

const PlanCounts = z.object({ accepted: Int, revised: Int, planned: Int });
const Stored = z.object({ stored: Int });
const nothing = { accepted: 0, revised: 0 };

async function writeRecords(
  store: Store,
  zone: Zone,
  dayOf: (at: Instant) => LocalDate,
  batch: RecordBatch,
): Promise<typeof nothing> {
  const outlined = outline(batch.records, dayOf);
  const plain = !batch.movable && !batch.windowed && !outlined.repeats;
  if (plain && (await isUntouched(store, batch, outlined))) {
    await writeFresh(store, batch, outlined);
    return { accepted: batch.records.reduce((n, r) => n + (r.deleted ? 0 : 1), 0), revised: 0 };
  }
  const id = await stageRecords(store, batch);
  const params = { run: hashId(batch.run), batch: id, ...spanOf(outlined), now: batch.now };
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
  await store.command("write_plan", sqlFile("ingest/write_plan"), { batch: id, movable }, factInsert);
  if (batch.movable) {
    await store.command("key_settle", sqlFile("ingest/key_settle"), { batch: id, stamp: nextStamp() });
  }
  // Once more: whoever recomputed between the marks and the facts has cleared the marks too early.
  const again = { feed: batch.feed, batch: id, tz: zone, stamp: nextStamp() };
  await store.command("touch", sqlFile("ingest/touch"), again);
  return counts;
}

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

function countRejections(batch: RecordBatch): Counts["rejected"] {
  const counts: Partial<Record<RejectionReason, number>> = {};
  for (const { reason } of batch.rejections) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
