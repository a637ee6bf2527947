/** Pulls feeds: every stream of each, a few feeds side by side, and recomputes what they touched. */

import type { FeedRun } from "../src/domain/sink.ts";
import type { Feed, Territory } from "../src/domain/site.ts";
import type { Instant } from "../src/domain/time.ts";
import type { OpenFeed } from "./connector.ts";
import { type RunEffects, runStream } from "./runner.ts";

/** A feed with its connector bound. */
export interface BoundFeed {
  readonly feed: Feed;
  readonly open: OpenFeed;
}

export interface PullOptions {
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly acceptLoss?: boolean | undefined;
}

/** Feeds pulled at the same time: sources are slow, the store is not. */
const TOGETHER = 2;

/** Pulls the feeds, a few side by side. A feed that fails does not hold up the others; a store that fails does.
 *  @param pull throws only for faults of the store */
export async function pullFeeds(
  feeds: readonly BoundFeed[],
  signal: AbortSignal,
  pull: (bound: BoundFeed) => Promise<unknown>,
): Promise<void> {
  const waiting = [...feeds];
  const lane = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) await pull(next);
  };
  // All lanes come to their end before a fault of the store goes up: nothing writes into a store that is closing.
  const ended = await Promise.allSettled(Array.from({ length: TOGETHER }, lane));
  const broken = ended.find((end) => end.status === "rejected");
  if (broken) throw broken.reason;
}

/** Pulls each stream of a feed in order, then settles: also what an earlier, killed run left marked. */
export async function pullFeed(
  territory: Territory,
  { feed, open }: BoundFeed,
  effects: RunEffects,
  { from, until, acceptLoss }: PullOptions = {},
): Promise<FeedRun[]> {
  const sites = new Set(territory.sites.map((site) => site.id));
  const runs: FeedRun[] = [];
  for (const stream of open.streams) {
    if (effects.signal.aborted) break;
    const run = await runStream({ feed: feed.id, stream, sites, from, until, acceptLoss }, effects);
    effects.log[run.status === "done" ? "info" : "warn"](
      `${feed.id}/${stream.name}: ${run.status} ${run.problem}`.trim(),
      {
        feed: feed.id,
        stream: stream.name,
        ...run.counts,
      },
    );
    runs.push(run);
  }
  await effects.sink.settle(feed.id, effects.now());
  return runs;
}
