/** Writes a group of batches and says of each what became of it: those answered before are answered from memory, the
 *  others are stored together, then their answers are kept. */
import { createHash, randomUUID } from "node:crypto";
import type { KnownPush, PushOutcome, PushReplies, PushReply } from "../../src/domain/push.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import type { Handled, RecordSink, Rejection } from "../../src/domain/sink.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { PushRuns } from "./runs.ts";
import { streamOfPushed } from "./stream-of.ts";

/** A batch that was read and checked. */
export interface ReadBatch {
  readonly token: string;
  /** Digest of what was sent. */
  readonly content: string;
  readonly records: readonly SourceRecord[];
  readonly rejections: readonly Rejection[];
  readonly handled: readonly Handled[];
  readonly reply: PushReply;
}

export interface PushStore {
  readonly sink: RecordSink;
  readonly replies: PushReplies;
  readonly runs: PushRuns;
  readonly now: () => Instant;
}

/** Lets one piece of work of a feed begin after the other has ended. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** @throws StoreError; any part may then be stored, and a repetition finds it. */
export async function writeGroup(
  feed: string,
  group: readonly ReadBatch[],
  { sink, replies, runs, now }: PushStore,
  inTurn: InTurn,
): Promise<PushOutcome[]> {
  const known = await replies.read(
    feed,
    group.map(({ token }) => token),
  );
  const answered = new Map<string, KnownPush>(known.map((each) => [each.token, each]));
  const fresh: ReadBatch[] = [];
  for (const batch of group) {
    if (answered.has(batch.token)) continue;
    answered.set(batch.token, batch);
    fresh.push(batch);
  }
  if (fresh.length > 0) {
    // Two batches that speak of one fact must not be compared with what is stored at the same time.
    await inTurn(() => writeFresh(feed, fresh, { sink, runs, now }));
    await replies.save(feed, fresh, now());
  }
  return group.map(({ token, content }): PushOutcome => {
    const answer = answered.get(token);
    if (answer?.content !== content) return { kind: "key_taken" };
    return { kind: "stored", reply: answer.reply };
  });
}

async function writeFresh(
  feed: string,
  fresh: readonly ReadBatch[],
  { sink, runs, now }: Omit<PushStore, "replies">,
): Promise<void> {
  const run = randomUUID();
  for (const { stream, records, rejections, handled } of streamsOf(fresh)) {
    const tokens = fresh.map(({ token }) => token).join("/");
    const batch = {
      feed,
      stream,
      run,
      movable: stream === "tickets",
      token: createHash("sha256").update(tokens).digest("hex"),
      unledgered: true,
      records,
      rejections,
      handled,
      now: now(),
    };
    runs.add({ feed, stream }, await sink.write(batch));
  }
}

/** Rows set aside go with the counts, which is where most feeds have everything. */
function streamsOf(
  fresh: readonly ReadBatch[],
): { stream: string; records: SourceRecord[]; rejections: Rejection[]; handled: Handled[] }[] {
  const counts: SourceRecord[] = [];
  const tickets: SourceRecord[] = [];
  for (const { records } of fresh) {
    for (const record of records) (streamOfPushed(record) === "tickets" ? tickets : counts).push(record);
  }
  const rejections = fresh.flatMap((batch) => batch.rejections);
  const handled = fresh.flatMap((batch) => batch.handled);
  return [
    { stream: "counts", records: counts, rejections, handled },
    { stream: "tickets", records: tickets, rejections: [], handled: [] },
  ].filter((part) => part.records.length + part.rejections.length + part.handled.length > 0);
}
