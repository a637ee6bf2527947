/** Pulls feeds: every stream of each, a few feeds side by side, and recomputes what they touched. */

import type { FeedRun } from "../src/domain/sink.ts";
import type { Feed, Territory } from "../src/domain/site.ts";
import type { Instant } from "../src/domain/time.ts";
import type { OpenFeed } from "./connector.ts";
import { carryOut, planReplay } from "./quarantine/replay.ts";
import type { RunEffects } from "./run-options.ts";
import { runStream } from "./runner.ts";

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

/** Rules of the file also speak of rows that were set aside before they were written. */
async function replayByRules(
  territory: Territory,
  { feed, open }: BoundFeed,
  effects: RunEffects,
): Promise<void> {
  if (feed.corrections.length === 0 || !effects.held) return;
  const options = {
    feed: open,
    rows: await effects.held(feed.id),
    rules: feed.corrections.map((correction) => ({ correction, by: "file" as const })),
    sites: new Set(territory.sites.map((site) => site.id)),
    now: effects.now(),
  };
  const plan = await planReplay(options, effects.state);
  const { accepted, revised } = await carryOut(plan, options, effects.sink);
  if (accepted + revised > 0)
    effects.log.info(`${feed.id}: rows set aside were corrected`, { accepted, revised });
}

/** Pulls each stream of a feed in order, applies the file's rules to rows set aside, then settles: also what an earlier, killed run left marked. */
export async function pullFeed(
  territory: Territory,
  { feed, open }: BoundFeed,
  effects: RunEffects,
  { from, until, acceptLoss }: PullOptions = {},
): Promise<FeedRun[]> {
  const sites = new Set(territory.sites.map((site) => site.id));
  const runs: FeedRun[] = [];
  const corrections = { rules: feed.corrections, remap: open.remap };
  for (const stream of open.streams) {
    if (effects.signal.aborted) break;
    const options = { feed: feed.id, stream, sites, from, until, acceptLoss, corrections };
    const run = await runStream(options, effects);
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
  if (!effects.signal.aborted) await replayByRules(territory, { feed, open }, effects);
  await effects.sink.settle(feed.id, effects.now());
  return runs;
}
