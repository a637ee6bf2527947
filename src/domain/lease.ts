/** A lease: the right to be the one writer of a feed for a while. */

export interface Lease {
  readonly feed: string;
  /** Higher than that of every earlier lease of the feed. */
  readonly fence: number;
  /** Returns while the lease is held for certain, asking the store if it was not asked just now.
   *  @throws LeaseLost when it ran out or another holder came after; StoreError when the store is away and the lease is
   *  about to run out. */
  check(): Promise<void>;
  /** Gives it back; `turn` = the feed was read to its end. Never throws: what is not given back runs out. */
  release(turn: boolean): Promise<void>;
}

/** Another worker has the feed now: nothing may be written for it any more. Its next turn begins anew. */
export class LeaseLost extends Error {
  constructor(feed: string, fence: number) {
    super(`lease ${fence} of feed ${feed} is lost: another worker may write it now`);
    this.name = "LeaseLost";
  }
}
