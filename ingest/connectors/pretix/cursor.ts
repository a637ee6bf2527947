/** How far a pretix list has been read: `{ v: 1, since: "2026-07-14T08:00:00Z" }`, in the server's own clock. */
import { z } from "zod";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor, Page, PullContext } from "../../connector.ts";
import { digest } from "../digest.ts";

const Since = z.object({ v: z.literal(1), since: z.iso.datetime({ offset: true }) });
const Retired = z.object({ v: z.literal(1), retired: z.literal(true) });

/** Where to go on; null for a first pull, an unreadable cursor (reading again does no harm) or a retired stream. */
export function sinceOf(cursor: Cursor | null): Instant | null {
  const parsed = Since.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.since) : null;
}

/** Start of a scan: the cursor, or earlier when a rescan asks; null = from the beginning. */
export function scanStart(context: Pick<PullContext, "cursor" | "from">): Instant | null {
  const since = sinceOf(context.cursor);
  if (context.from === undefined) return since;
  return since === null ? context.from : Math.min(since, context.from);
}

/** Cursor after a scan up to `readTo`; never moves back (a re-reading of history ends before it). */
export function cursorAt(cursor: Cursor | null, readTo: Instant): Cursor {
  return { v: 1, since: toIso(Math.max(readTo, sinceOf(cursor) ?? readTo)) };
}

/** Takes everything back that a stream delivered, once another stream delivers the same sales; nothing when it
 *  never delivered any. */
export function* retire(context: PullContext): Generator<Page> {
  if (context.cursor === null || Retired.safeParse(context.cursor).success) return;
  context.log.warn("pretix: this stream is no longer the source of sales; its facts are withdrawn");
  const cursor = { v: 1, retired: true };
  const everything = { from: 0, to: Date.UTC(2200, 0), maxLoss: 1 };
  yield { rows: [], token: digest(["retired"]), cursor, replaces: everything };
}
