/** What was read a moment ago, so that somebody who tries one thing after another does not wait for the store each time. */
import type { Instant, LocalDate } from "../../domain/time.ts";

/** The value read last, and when; read anew on another day or when it is too old. */
export type Recent<T> = (
  now: Instant,
  day: LocalDate,
  read: () => Promise<T>,
) => Promise<{ readonly at: Instant; readonly value: T }>;

/** Ten minutes: facts arrive no faster, and a forecast of days does not move by them. */
const KEPT_MS = 600_000;

/** Keeps one value. */
export function rememberRecent<T>(): Recent<T> {
  let known: { readonly at: Instant; readonly day: LocalDate; readonly value: T } | undefined;
  return async (now, day, read) => {
    if (known?.day === day && now >= known.at && now - known.at < KEPT_MS) return known;
    // Both at once would be twice the memory.
    known = undefined;
    known = { at: now, day, value: await read() };
    return known;
  };
}
