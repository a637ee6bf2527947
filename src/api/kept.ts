/** Remembers what was computed, and computes once for all who ask at the same time. */
import { createLru } from "./lru.ts";

/** Counts since the start, for /metrics. */
export interface KeptCounts {
  hits: number;
  misses: number;
  /** Asks that waited for somebody else's computation. */
  shared: number;
}

export interface Kept<Value> {
  /** The kept value, or the one being made, or a new one from `make`. A failure is not kept. */
  get(key: string, make: () => Promise<Value>): Promise<Value>;
  /** Kept value without making one. */
  peek(key: string): Value | undefined;
  /** Counts `bytes` more against the bound for a value that has grown. */
  grow(key: string, value: Value, bytes: number): void;
  readonly weight: () => number;
  readonly counts: Readonly<KeptCounts>;
}

/** @param weigh bytes of a value, roughly.  @param maxBytes bound on their sum.  @param maxEntry heaviest kept. */
export function createKept<Value>(
  maxBytes: number,
  weigh: (value: Value) => number,
  maxEntry = maxBytes,
): Kept<Value> {
  const values = createLru<Value>(maxBytes, maxEntry);
  const underWay = new Map<string, Promise<Value>>();
  const counts: KeptCounts = { hits: 0, misses: 0, shared: 0 };

  async function compute(key: string, make: () => Promise<Value>): Promise<Value> {
    try {
      const value = await make();
      values.set(key, value, weigh(value) + 2 * key.length);
      return value;
    } finally {
      underWay.delete(key);
    }
  }

  return {
    async get(key, make) {
      const value = values.get(key);
      if (value !== undefined) {
        counts.hits++;
        return value;
      }
      const running = underWay.get(key);
      if (running) {
        counts.shared++;
        return running;
      }
      counts.misses++;
      const promise = compute(key, make);
      underWay.set(key, promise);
      return promise;
    },
    peek: values.get,
    grow: values.grow,
    weight: values.weight,
    counts,
  };
}
