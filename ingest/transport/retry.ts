/** When to try again and how long to wait: exponential back-off with full jitter, or what the source asks for. */
import type { Instant } from "../../src/domain/time.ts";

/** Statuses worth another try: time-out, too early, too many, and the server's own trouble. */
export function isRetriable(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date. Undefined when absent or unreadable,
 *  0 for a date that has passed. */
export function retryAfterMs(header: string | null, now: Instant): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // An HTTP date names its weekday; Date.parse alone would take "2" or "soon 5" for dates.
  if (!/^[A-Z][a-z]{2}/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Wait before try number `attempt + 1` (attempts count from 1): between half and the whole of 0.5 s, 1 s, 2 s, …,
 *  at most 30 s. SOURCE: M. Brooker, "Exponential Backoff And Jitter", 2015 ("equal jitter"). */
export function backOffMs(attempt: number, random: number): number {
  const whole = Math.min(30_000, 500 * 2 ** (attempt - 1));
  return whole / 2 + (random * whole) / 2;
}
