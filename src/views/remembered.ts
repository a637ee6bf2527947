/** Remembers for a minute what was read of days long over, for questions that come again with every new record:
 *  habits and scores move by the day. A correction of the past shows in them a minute late at most. */

/** Reads at most once a minute per key. A failure is not remembered. */
export type Memory<T> = (key: string, read: () => Promise<T>) => Promise<T>;

const MINUTE_MS = 60_000;
const KEPT = 64;

/** One memory per kind of value: its keys must name the value fully.  @param clock ms that never go back
 *  @param keptMs how long a value may be old; @default a minute */
export function createMemory<T>(
  clock: () => number = () => performance.now(),
  keptMs = MINUTE_MS,
): Memory<T> {
  const entries = new Map<string, { readonly at: number; readonly value: Promise<T> }>();
  return (key, read) => {
    const known = entries.get(key);
    if (known && clock() - known.at < keptMs) return known.value;
    if (entries.size >= KEPT) entries.clear();
    const entry = { at: clock(), value: read() };
    entries.set(key, entry);
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return entry.value;
  };
}
