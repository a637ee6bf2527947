/** How far a stream has been read: `{ v: 1, since: "2026-07-14T08:00:00Z" }`, in the server's clock. */
import { z } from "zod";
import { type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";

const Since = z.object({ v: z.literal(1), since: z.iso.datetime({ offset: true }) });

/** Null for a first pull or an unreadable cursor: reading again does no harm. */
export function sinceOf(cursor: Cursor | null): Instant | null {
  const parsed = Since.safeParse(cursor);
  return parsed.success ? Date.parse(parsed.data.since) : null;
}

/** Cursor after reading up to an instant; never moves back. */
export function cursorAt(before: Instant | null, readTo: Instant): Cursor {
  return { v: 1, since: toIso(Math.max(readTo, before ?? readTo)) };
}
