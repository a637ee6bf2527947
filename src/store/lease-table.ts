/** The table of leases: one row a feed and holder. Every time in it is the store's own, so that no worker's clock
 *  decides anything. */
import { z } from "zod";
import type { Instant } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { Int } from "./query.ts";
import { nextStamp } from "./stamp.ts";

export interface LeaseRow {
  readonly feed: string;
  readonly holder: string;
  readonly fence: number;
  /** `claimed` until the first sign of life, though it may stand alone by then; `withdrawn`: claimed and never held. */
  readonly state: "claimed" | "held" | "released" | "withdrawn";
  /** True when claimed or held and not yet expired by the store's clock. */
  readonly alive: boolean;
  /** When the feed was last read to its end, as this holder knew it; 0 = never. */
  readonly turn: Instant;
  /** The store's clock at this reading. */
  readonly now: Instant;
  /** The holder's own stamp when it wrote the row. */
  readonly stamp: number;
}

const Rows = z.array(
  z.object({
    feed: z.string(),
    holder: z.string(),
    fence: Int,
    state: z.enum(["claimed", "held", "released", "withdrawn"]),
    alive: Int.transform((n) => n === 1),
    turn: Int,
    now: Int,
    stamp: Int,
  }),
);

/** All holders of the feeds, in no order. @throws StoreError */
export async function readLeases(store: Store, feeds: readonly string[]): Promise<LeaseRow[]> {
  const rows = await store.rows(
    "read_leases",
    `select feed, holder, fence, state, state in ('claimed', 'held') and expires > now64(3) as alive,
       toUnixTimestamp64Milli(turn) as turn, toUnixTimestamp64Milli(now64(3)) as now, stamp
     from lease final where feed in {feeds: Array(String)}`,
    { feeds },
  );
  return Rows.parse(rows);
}

/** A holder's newest word. Claims and held rows expire `forMs` after the store has read the statement. @throws StoreError */
export async function writeLease(
  store: Store,
  row: Pick<LeaseRow, "feed" | "holder" | "fence" | "state" | "turn">,
  forMs: number,
): Promise<void> {
  await store.command(
    "write_lease",
    `insert into lease (feed, holder, fence, state, expires, turn, stamp)
     select {feed: String}, {holder: String}, {fence: UInt64}, {state: String},
       now64(3) + toIntervalMillisecond({forMs: UInt32}), fromUnixTimestamp64Milli({turn: Int64}), {stamp: UInt64}`,
    { ...row, forMs, stamp: nextStamp() },
  );
}

/** Forgets who had which feed and when; fences go on rising. Only for a process that has just opened an engine of its
 *  own: whoever held a lease through the engine before is dead, and a restart reads every feed. @throws StoreError */
export async function endLeases(store: Store): Promise<void> {
  await store.command(
    "end_leases",
    `insert into lease (feed, holder, fence, state, expires, turn, stamp)
     select feed, holder, fence, 'released', now64(3), toDateTime64(0, 3, 'UTC'), stamp + 1 from lease final`,
  );
}
