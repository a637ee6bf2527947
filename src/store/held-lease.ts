/** A lease while it is held: kept alive by a timer, and asked about before each write. */
import { type Lease, LeaseLost } from "../domain/lease.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { type LeaseRow, readLeases, writeLease } from "./lease-table.ts";

/** Milliseconds. */
export interface LeaseTimes {
  /** From the last sign of life until others may take the feed. */
  readonly liveMs: number;
  /** Between two signs of life. */
  readonly renewMs: number;
  /** For so long after the store was asked, a lease is held for certain. */
  readonly surelyMs: number;
}

/** One instant on two clocks: one of them stands still while the machine sleeps, the other can be set. */
interface Clocks {
  readonly steady: number;
  readonly wall: number;
}

export function clocks(): Clocks {
  return { steady: performance.now(), wall: Date.now() };
}

/** Milliseconds since then by the clock that says more. */
function passed({ steady, wall }: Clocks): number {
  return Math.max(performance.now() - steady, Date.now() - wall);
}

interface Claim extends Pick<LeaseRow, "feed" | "holder" | "fence" | "turn"> {
  /** When the claim stood alone, by the store's clock. */
  readonly since: Instant;
  /** Called once when the lease is given back. */
  readonly ended: () => void;
}

/** @param claimedAt before the claim was written */
export function holdLease(
  store: Store,
  { since, ended, ...claim }: Claim,
  claimedAt: Clocks,
  { liveMs, renewMs, surelyMs }: LeaseTimes,
): Lease {
  const { feed, holder, fence } = claim;
  let lost = false;
  let aliveFrom = claimedAt;
  let askedAt = clocks();
  let renewing: Promise<void> | undefined;

  const timer = setInterval(() => {
    // A store that is away for a moment is asked again at the next turn of the timer, or by the next write.
    renewing ??= renew()
      .catch(() => undefined)
      .finally(() => {
        renewing = undefined;
      });
  }, renewMs);

  async function renew(): Promise<void> {
    // What ran out while this process stood still may be another's by now: a sign of life would come too late.
    if (passed(aliveFrom) >= liveMs) lost = true;
    if (lost) return;
    const from = clocks();
    await writeLease(store, { ...claim, state: "held" }, liveMs);
    await ask();
    aliveFrom = from;
  }

  /** Whoever comes after a lease that ran out takes a higher fence, and gives up when it finds ours alive again. */
  async function ask(): Promise<void> {
    const from = clocks();
    const rows = await readLeases(store, [feed]);
    const mine = rows.find((row) => row.holder === holder);
    const after = rows.some((row) => row.holder !== holder && row.fence > fence && row.state !== "withdrawn");
    if (!mine?.alive || mine.fence !== fence || after) lost = true;
    askedAt = from;
  }

  return {
    feed,
    fence,
    async check() {
      if (!lost && passed(askedAt) >= surelyMs) await ask();
      if (passed(aliveFrom) >= liveMs) lost = true;
      if (lost) throw new LeaseLost(feed, fence);
    },
    async release(turn) {
      clearInterval(timer);
      await renewing;
      const row = {
        feed,
        holder,
        fence,
        state: "released",
        turn: turn && !lost ? since : claim.turn,
      } as const;
      // What cannot be given back runs out by itself.
      await writeLease(store, row, 0).catch(() => undefined);
      ended();
    },
  };
}
