/** The feeds of a territory into which their sources push. */
import { createHash } from "node:crypto";
import type {
  PushBatch,
  PushFeed,
  PushIntake,
  PushOutcome,
  PushReplies,
  PushReply,
} from "../../src/domain/push.ts";
import type { RejectionReason } from "../../src/domain/record.ts";
import type { RecordSink, Rejection, StateStore } from "../../src/domain/sink.ts";
import type { Feed, Territory } from "../../src/domain/site.ts";
import type { Instant } from "../../src/domain/time.ts";
import { checkRows } from "../check-rows.ts";
import type { Log } from "../connector.ts";
import { pushConnector } from "../connectors/push/connector.ts";
import { PushOptions } from "../connectors/push/options.ts";
import { correctRows } from "../quarantine/corrector.ts";
import { decode } from "./decode.ts";
import { FIELDS, mapRow } from "./map.ts";
import { leftovers } from "./personal.ts";
import { proves } from "./proof.ts";
import { createQueue } from "./queue.ts";
import { createPushRuns } from "./runs.ts";
import { createInTurn, type PushStore, type ReadBatch, writeGroup } from "./write.ts";

export interface IntakeEffects {
  readonly sink: RecordSink;
  readonly state: Pick<StateStore, "logRun">;
  readonly replies: PushReplies;
  readonly log: Log;
  readonly now: () => Instant;
}

/** Rows written together, and rows that may wait for it in one feed. While one group is written, the next is looked up
 *  among the answers and the one before is noted there. */
const TURN = { atOnce: 40_000, most: 120_000, lanes: 2 };
const SHOWN_REJECTIONS = 20;

export function createIntake(territory: Territory, effects: IntakeEffects): PushIntake {
  const runs = createPushRuns(effects.state, effects.now, (cause) =>
    effects.log.warn("a line about pushed batches waits for the store", {
      name: cause instanceof Error ? cause.name : "",
    }),
  );
  const sites = new Set(territory.sites.map(({ id }) => id));
  const open = territory.feeds
    .filter(({ connector }) => connector === "push")
    .map((feed) => openFeed(feed, sites, { ...effects, runs }));
  const feeds = new Map(open.map((each) => [each.feed.id, each.feed]));
  return {
    feed: (id) => feeds.get(id),
    async close() {
      await Promise.all(open.map(({ idle }) => idle()));
      await runs.flush();
    },
  };
}

/** @throws ZodError for options that were not checked before */
function openFeed(
  feed: Feed,
  sites: ReadonlySet<string>,
  store: PushStore,
): { feed: PushFeed; idle: () => Promise<void> } {
  const options = PushOptions.parse(feed.options);
  const { remap } = pushConnector.open({
    ...{ id: feed.id, site: feed.site ?? "", sites, zone: "UTC", options: feed.options, baseDir: "" },
  });
  // What a person corrected stands as a fact already: the same row sent again need not be corrected again.
  const correcting = {
    key: { feed: feed.id, stream: "counts" },
    ...{ movable: true, rules: feed.corrections, standing: new Map(), cursor: null, remap },
  };
  const inTurn = createInTurn();
  const queue = createQueue<ReadBatch, PushOutcome>(
    (group) => writeGroup(feed.id, group, store, inTurn),
    TURN,
  );
  const underWay = new Map<string, Promise<unknown>>();

  async function push({ bytes, format, key }: PushBatch): Promise<PushOutcome> {
    const now = store.now();
    const decoded = await decode(bytes, format);
    if (decoded.kind !== "rows") return decoded;
    const { rows } = decoded;
    const { personal, unread } = leftovers(rows, FIELDS);
    if (personal.length > 0) return { kind: "personal", fields: personal };
    const content = digest(`${format}/`, bytes);
    const token = key === undefined ? content : digest("key/", Buffer.from(key));
    const rules = { site: feed.site ?? "", options, now, batch: token.slice(0, 12) };
    const corrected = correctRows(
      rows.map((row) => mapRow(row, rules)),
      { ...correcting, seen: now, until: now },
    );
    const { records, rejections } = checkRows(corrected.rows, sites, now);
    // Two rows may fail alike under one key: each is a row of its own in quarantine.
    const aside = rejections.map((each, i) => placed(each, rules.batch, i));
    const reply: PushReply = {
      feed: feed.id,
      stored: records.length,
      rejected: countReasons(aside),
      rejections: aside.slice(0, SHOWN_REJECTIONS).map(({ row: _row, ...shown }) => shown),
      unread,
    };
    const { handled } = corrected;
    const batch = { token, content, records, rejections: aside, handled, reply };
    // Sent again while the first is being stored: it is answered from memory afterwards.
    for (let first = underWay.get(token); first; first = underWay.get(token))
      await first.catch(() => undefined);
    const stored = queue.put(batch, rows.length);
    if (!stored) return { kind: "busy" };
    underWay.set(token, stored);
    return stored.finally(() => underWay.delete(token));
  }

  return {
    feed: {
      id: feed.id,
      perMinute: options.per_minute,
      proves: (proof) => proves(options, proof, store.now()),
      push,
    },
    idle: queue.idle,
  };
}

/** The last checks name a row by its key; here its batch and rank are enough, and the same for every cause. */
function placed(rejection: Rejection, batch: string, rank: number): Rejection {
  if (rejection.position.startsWith("batch ")) return rejection;
  return { ...rejection, position: `batch ${batch} set aside ${rank + 1}` };
}

function countReasons(rejections: readonly Rejection[]): PushReply["rejected"] {
  const counts: Partial<Record<RejectionReason, number>> = {};
  for (const { reason } of rejections) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function digest(kind: string, bytes: Uint8Array): string {
  return createHash("sha256").update(kind).update(bytes).digest("hex");
}
