/** A map bounded by weight: what was used longest ago leaves first. */

export interface Lru<Value> {
  /** The value, now the most recently used; undefined when absent. */
  get(key: string): Value | undefined;
  /** Keeps a value of `weight` bytes. One heavier than the largest allowed is not kept at all. */
  set(key: string, value: Value, weight: number): void;
  /** Adds to the weight of a kept value that has grown; nothing when it has left meanwhile. */
  grow(key: string, value: Value, bytes: number): void;
  /** Bytes held, by the weights given. */
  readonly weight: () => number;
}

/** @param maxBytes bound on the sum of the weights.  @param maxEntry bytes of the heaviest value kept. */
export function createLru<Value>(maxBytes: number, maxEntry = maxBytes): Lru<Value> {
  const entries = new Map<string, { readonly value: Value; weight: number }>();
  let total = 0;
  const drop = (key: string) => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };
  const shrink = () => {
    for (const key of entries.keys()) {
      if (total <= maxBytes) return;
      drop(key);
    }
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      // A Map remembers insertion order, so putting an entry back makes it the newest.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight) {
      drop(key);
      if (weight > maxEntry) return;
      entries.set(key, { value, weight });
      total += weight;
      shrink();
    },
    grow(key, value, bytes) {
      const entry = entries.get(key);
      if (entry?.value !== value) return;
      entry.weight += bytes;
      total += bytes;
      shrink();
    },
    weight: () => total,
  };
}
