/** One writer a feed, whatever the number of workers. ClickHouse compares nothing when it writes, but an insert that
 *  has returned is in every select that begins after it. So a worker writes its claim, reads back, and holds the lease
 *  only if nobody else's claim stands beside it; of two that see each other the first by name stays and waits for the
 *  other to withdraw. Whichever of two claims was written second is always seen by its own writer to be second.
 *  SOURCE: Lamport, A New Solution of Dijkstra's Concurrent Programming Problem, CACM 17(8), 1974 (announce, then
 *  look); Burrows, The Chubby lock service, OSDI 2006 (leases with sequencers). */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Lease } from "../domain/lease.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { clocks, holdLease, type LeaseTimes } from "./held-lease.ts";
import { type LeaseRow, readLeases, writeLease } from "./lease-table.ts";
import { stampAfter } from "./stamp.ts";

export interface Leases {
  /** Of each feed: when it was last read to its end by the store's clock, 0 = never; and whether somebody has it now. */
  standing(feeds: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** The lease, or null when another worker has the feed. @throws StoreError */
  acquire(feed: string): Promise<Lease | null>;
}

export interface Standing {
  readonly turn: Instant;
  readonly taken: boolean;
  /** The store's clock. */
  readonly now: Instant;
}

/** How long a lease lives without a sign of life, and how often it gives one. A worker that dies is replaced after
 *  `liveMs` and the next look at the feeds (20 s): within a minute. */
export const LEASE_TIMES: LeaseTimes = { liveMs: 20_000, renewMs: 5_000, surelyMs: 1_000 };

/** Another that stands back has looked and written by then; one that holds will not. */
const LOOKS = 16;
const PAUSE_MS = 25;

/** Leases of one worker over a store, which is told from every other one by a name of its own. */
export function createLeases(store: Store, times = LEASE_TIMES): Leases {
  // Host and process are for whoever looks into the table.
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`;
  // The table tells workers apart, not what one worker does at the same time.
  const own = new Set<string>();

  async function claimed(feed: string): Promise<Lease | null> {
    const before = await readLeases(store, [feed]);
    if (before.some(({ alive }) => alive)) return null;
    const fence = 1 + Math.max(0, ...before.map((row) => row.fence));
    const turn = Math.max(0, ...before.map((row) => row.turn));
    const claim = { feed, holder, fence, turn };
    // A holder that gave up has stamped nothing since; one that died may have, for as long as its lease lived.
    const ahead = (row: LeaseRow) =>
      row.state === "claimed" || row.state === "held" ? times.liveMs * 1_000 : 0;
    stampAfter(Math.max(0, ...before.map((row) => row.stamp + ahead(row))));
    const from = clocks();
    await writeLease(store, { ...claim, state: "claimed" }, times.liveMs);
    const since = await aloneSince(store, claim);
    if (since !== null)
      return holdLease(store, { ...claim, since, ended: () => own.delete(feed) }, from, times);
    await writeLease(store, { ...claim, state: "withdrawn" }, 0);
    return null;
  }

  return {
    async standing(feeds) {
      const rows = await readLeases(store, feeds);
      const byFeed = Map.groupBy(rows, ({ feed }) => feed);
      return new Map([...byFeed].map(([feed, ofFeed]) => [feed, standingOf(ofFeed)]));
    },
    async acquire(feed) {
      if (own.has(feed)) return null;
      own.add(feed);
      let lease: Lease | null = null;
      try {
        lease = await claimed(feed);
      } finally {
        if (!lease) own.delete(feed);
      }
      return lease;
    },
  };
}

function standingOf(rows: readonly LeaseRow[]): Standing {
  return {
    turn: Math.max(0, ...rows.map(({ turn }) => turn)),
    taken: rows.some(({ alive }) => alive),
    now: Math.max(0, ...rows.map(({ now }) => now)),
  };
}

/** The store's time at which the claim stood alone; null as soon as it has to go. */
async function aloneSince(
  store: Store,
  claim: Pick<LeaseRow, "feed" | "holder" | "fence">,
): Promise<Instant | null> {
  for (let look = 0; look < LOOKS; look++) {
    const rows = await readLeases(store, [claim.feed]);
    const mine = rows.find(({ holder }) => holder === claim.holder);
    if (!mine?.alive || mine.fence !== claim.fence) return null;
    const others = rows.filter((row) => row.holder !== claim.holder && isAhead(row, claim.fence));
    if (others.length === 0) return mine.now;
    // A holder of the fence, past or present, was there first; of claims that may still go, the first by name stays.
    if (others.some((row) => !row.alive || row.fence !== claim.fence || row.holder < claim.holder))
      return null;
    await setTimeout(PAUSE_MS);
  }
  return null;
}

/** Whether another's row stands in the way of a claim: alive, or of a fence as high that was not withdrawn. */
function isAhead({ alive, fence, state }: LeaseRow, claimed: number): boolean {
  return alive || fence > claimed || (fence === claimed && state !== "withdrawn");
}
