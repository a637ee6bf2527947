/** What was read a moment ago, so that somebody who tries one thing after another does not wait for the store each time. */
import type { Instant } from "../../domain/time.ts";

/** The value read last, and when; read anew under another key (day, state of what was written down) or when it is too
 *  old. */
export type Recent<T> = (
  now: Instant,
  key: string,
  read: () => Promise<T>,
) => Promise<{ readonly at: Instant; readonly value: T }>;

/** Ten minutes: facts arrive no faster, and a forecast of days does not move by them. */
const KEPT_MS = 600_000;

/** Keeps one value. */
export function rememberRecent<T>(): Recent<T> {
  let known: { readonly at: Instant; readonly key: string; readonly value: T } | undefined;
  return async (now, key, read) => {
    if (known?.key === key && now >= known.at && now - known.at < KEPT_MS) return known;
    // Both at once would be twice the memory.
    known = undefined;
    known = { at: now, key, value: await read() };
    return known;
  };
}
