/** Batches a minute of each feed: a bucket that fills evenly, so that the allowance is not spent in its first second
 *  and then refused for the rest. */

/** @param now epoch ms. Returns seconds to wait; 0 = go on. Feeds are few, so none is forgotten. */
export function createPace(now: () => number): (feed: string, perMinute: number) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return (feed, perMinute) => {
    const at = now();
    const bucket = buckets.get(feed) ?? { left: perMinute, at };
    const left = Math.min(perMinute, bucket.left + (Math.max(0, at - bucket.at) * perMinute) / 60_000);
    const goes = left >= 1;
    buckets.set(feed, { left: goes ? left - 1 : left, at });
    return goes ? 0 : Math.max(1, Math.ceil(((1 - left) * 60) / perMinute));
  };
}
