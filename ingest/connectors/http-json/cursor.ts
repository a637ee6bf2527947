/** How far a stream has been read: `{ v: 1, since: "2026-07-14T08:00:00Z" }`, in the server's clock. */
import { z } from "zod";
import { HOUR, type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";

const Since = z.object({ v: z.literal(1), since: z.iso.datetime({ offset: true }) });

/** Null for a first pull or an unreadable cursor: reading again does no harm. */
export function sinceOf(cursor: Cursor | null): Instant | null {
  const parsed = Since.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.since) : null;
}

/** Cursor after reading up to an instant; never moves back. Undefined: not yet a place to go on from. */
export function cursorAt(before: Instant | null, readTo: Instant | undefined): { readonly cursor?: Cursor } {
  if (readTo === undefined) return {};
  return { cursor: { v: 1, since: toIso(Math.max(readTo, before ?? readTo)) } };
}

const DAY_MS = 24 * HOUR;
/** A source that is silent this long is followed one day per pull, or the span read would grow for ever. */
const SILENCE_MS = 7 * DAY_MS;

/** How far a source that is asked by the time of its facts has been read: never beyond real facts, for it may send
 *  weeks at once when its line is up again.
 *  @param end of the last fact of this pull; undefined = none came */
export function followFacts(
  before: Instant | null,
  end: Instant | undefined,
  now: Instant,
): Instant | undefined {
  if (end !== undefined && end > (before ?? 0)) return Math.min(end, now);
  if (before === null) return undefined;
  return now - before > SILENCE_MS ? before + DAY_MS : before;
}
