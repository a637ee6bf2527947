/** Turns of feeds among any number of workers: who is due, who has the lease, and one pull under it. */
import { setTimeout } from "node:timers/promises";
import { type BoundFeed, type PullOptions, pullFeed } from "../../ingest/pull.ts";
import type { RunEffects } from "../../ingest/run-options.ts";
import { LeaseLost } from "../domain/lease.ts";
import type { FeedRun } from "../domain/sink.ts";
import { createLeases } from "../store/leases.ts";
import { leasedEffects } from "./feeds.ts";
import type { Service } from "./service.ts";

export interface Turns {
  /** The feeds whose `every` has passed since their last turn in any worker and which nobody has. */
  due(feeds: readonly BoundFeed[]): Promise<BoundFeed[]>;
  /** Pulls one feed; waits for `waitMs` at most until another worker has given it back. Null when another has it, or
   *  took it meanwhile. */
  pull(bound: BoundFeed, options?: PullOptions, waitMs?: number): Promise<FeedRun[] | null>;
  /** Works on one feed under its lease, under the same terms. */
  leased<T>(feed: string, work: (effects: RunEffects) => Promise<T>, waitMs?: number): Promise<T | null>;
  /** Does a job that one worker at a time may do; passed over while another does it. */
  alone(job: string, work: () => Promise<void>): Promise<void>;
}

const LOOK_AGAIN_MS = 1_000;

/** Turns of this worker. */
export function createTurns(service: Service): Turns {
  const { store, territory, log, signal } = service;
  const leases = createLeases(store);
  const effects = leasedEffects(service);
  // All workers look at the same second: each begins at another feed, so that few want the same one.
  const firstShare = Math.random();

  /** @param turn true when a turn of the feed has ended once the work is done */
  async function once<T>(
    feed: string,
    work: (effects: RunEffects) => Promise<T>,
    turn: boolean,
  ): Promise<T | null> {
    const lease = await leases.acquire(feed);
    if (!lease) return null;
    let ended = false;
    try {
      const done = await work(effects(lease));
      ended = turn && !signal.aborted;
      return done;
    } catch (cause) {
      if (!(cause instanceof LeaseLost)) throw cause;
      log.warn({ feed, fence: lease.fence }, cause.message);
      return null;
    } finally {
      await lease.release(ended);
    }
  }

  async function patiently<T>(attempt: () => Promise<T | null>, waitMs: number): Promise<T | null> {
    const until = performance.now() + waitMs;
    for (;;) {
      const done = await attempt();
      if (done || signal.aborted || performance.now() >= until) return done;
      await setTimeout(LOOK_AGAIN_MS);
    }
  }

  return {
    async due(feeds) {
      const standing = await leases.standing(feeds.map(({ feed }) => feed.id));
      const due = feeds.filter(({ feed }) => {
        const stands = standing.get(feed.id);
        return !stands || (!stands.taken && stands.now - stands.turn >= feed.everyMs);
      });
      const from = Math.floor(firstShare * due.length);
      return [...due.slice(from), ...due.slice(0, from)];
    },
    pull: (bound, options = {}, waitMs = 0) =>
      patiently(() => once(bound.feed.id, (held) => pullFeed(territory, bound, held, options), true), waitMs),
    leased: (feed, work, waitMs = 0) => patiently(() => once(feed, work, false), waitMs),
    async alone(job, work) {
      // No feed can be called so.
      const lease = await leases.acquire(`job/${job}`);
      if (!lease) return;
      try {
        await work();
      } finally {
        await lease.release(false);
      }
    },
  };
}
