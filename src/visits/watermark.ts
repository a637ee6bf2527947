/** Until when a feed vouches for silence: before its watermark an open hour without a ticket is a zero. */
import type { Instant } from "../domain/time.ts";

/** Watermarks by feed; a feed that is absent vouches for nothing. */
export type Watermarks = ReadonlyMap<string, Instant>;

/** Of each feed the lowest watermark of its streams that state one; where none does, the end of its newest fact. */
export function watermarksOf(
  streams: readonly { readonly feed: string; readonly observed_to: number }[],
  newest: readonly { readonly feed: string; readonly last_end: number }[],
): Map<string, Instant> {
  const out = new Map<string, Instant>();
  for (const { feed, observed_to } of streams) {
    if (observed_to > 0) out.set(feed, Math.min(out.get(feed) ?? Number.POSITIVE_INFINITY, observed_to));
  }
  const fallback = new Map<string, Instant>();
  for (const { feed, last_end } of newest) fallback.set(feed, Math.max(fallback.get(feed) ?? 0, last_end));
  for (const [feed, end] of fallback) if (!out.has(feed)) out.set(feed, end);
  return out;
}
