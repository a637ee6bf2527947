/** Remembers what was read of days that are over, for questions that come again with every new record. With a stamp of
 *  those days a correction shows at once; without one, as scores are remembered, a minute late at most. */

/** Reads at most once per key while it is remembered. A failure is not remembered. */
export type Memory<T> = (key: string, read: () => Promise<T>) => Promise<T>;

const MINUTE_MS = 60_000;
const KEPT = 64;

/** One memory per kind of value: its keys must name the value fully.  @param clock ms that never go back
 *  @param keptMs how long a value is remembered; @default a minute  @param kept how many; @default 64 */
export function createMemory<T>(
  clock: () => number = () => performance.now(),
  keptMs = MINUTE_MS,
  kept = KEPT,
): Memory<T> {
  const entries = new Map<string, { readonly at: number; readonly value: Promise<T> }>();
  return (key, read) => {
    const known = entries.get(key);
    if (known && clock() - known.at < keptMs) return known.value;
    if (entries.size >= kept) entries.clear();
    const entry = { at: clock(), value: read() };
    entries.set(key, entry);
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return entry.value;
  };
}

/** Forgets what was remembered under another stamp. */
export function whileStamped<T>(stamp: () => Promise<string>, memory: Memory<T>): Memory<T> {
  return async (key, read) => memory(`${await stamp()} ${key}`, read);
}
