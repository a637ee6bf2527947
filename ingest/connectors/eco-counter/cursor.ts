/** How far a counter has been read: `{ v: 1, through: "2026-07-14T08:00:00Z" }`, the end of its last real span. */
import { z } from "zod";
import { HOUR, type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";

const DAY_MS = 24 * HOUR;
const Through = z.object({ v: z.literal(1), through: z.iso.datetime({ offset: true }) });
/** A counter that is silent this long is followed one day per pull, or the span read would grow for ever. */
const SILENCE_MS = 7 * DAY_MS;
/** The widest scheduled re-reading finds what arrives behind the cursor. */
const FIRST_SILENCE_MS = 60 * DAY_MS;

/** Null for a first pull or an unreadable cursor. */
export function throughOf(cursor: Cursor | null): Instant | null {
  const parsed = Through.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.through) : null;
}

/** Cursor when data have been read up to `end` (undefined: none yet): never back, never beyond real data. */
export function cursorThrough(before: Instant | null, end: Instant | undefined): { cursor?: Cursor } {
  const through = Math.max(before ?? Number.NEGATIVE_INFINITY, end ?? Number.NEGATIVE_INFINITY);
  return Number.isFinite(through) ? { cursor: { v: 1, through: toIso(through) } } : {};
}

/** Where to put the cursor after a whole scan without anything new.
 *  @param start of the scan */
export function afterSilence(before: Instant | null, start: Instant, now: Instant): Instant | undefined {
  if (before === null) return Math.max(start, now - FIRST_SILENCE_MS);
  return now - before > SILENCE_MS ? before + DAY_MS : undefined;
}
