/** Stream `checkins`: scans at the entrance, read by arrival at the server, since offline scanners upload late. */
import { HOUR, type Instant, MINUTE } from "../../../src/domain/time.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { isNotFound } from "../../transport/refusals.ts";
import { pretixApi } from "./api.ts";
import { scanStart, sinceOf } from "./cursor.ts";
import { mapCheckin } from "./map.ts";
import type { PretixOptions } from "./options.ts";
import { parseRows } from "./parse-rows.ts";
import { CheckinRow } from "./rows.ts";
import { COMMIT_LAG_MS, scanCreated } from "./scan.ts";
import { toPage } from "./transactions.ts";

/** A turnstile may annul a scan up to 15 minutes after it: twice that is read again each time. */
const ANNULMENT_MS = 30 * MINUTE;
/** Scanners' clocks may be ahead of the server's by this much. */
const CLOCK_SKEW_MS = HOUR;
/** Share of a re-read span's scans that may vanish (a check-in list was deleted) before a person must look. */
const MAX_LOSS = 0.3;

/** Re-read nightly over 7 days and weekly over 60: deleting a check-in list deletes its scans. */
export function checkinsStream(options: PretixOptions, site: string): Stream {
  return {
    name: "checkins",
    movable: false,
    windowed: true,
    rescans: [
      { everyMs: 24 * HOUR, backMs: 7 * 24 * HOUR },
      { everyMs: 7 * 24 * HOUR, backMs: 60 * 24 * HOUR },
    ],
    pull: (context) => pull(options, site, context),
  };
}

async function* pull(options: PretixOptions, site: string, context: PullContext): AsyncGenerator<Page> {
  const api = pretixApi(options, context.http, context.now);
  const lists = options.lists && new Set(options.lists);
  try {
    for await (const batch of scanCreated(api, "checkins/", context, ANNULMENT_MS)) {
      const { rows, rejected } = parseRows(batch.pages, CheckinRow);
      const mapped = rows
        .filter((row) => !lists || (typeof row.list === "number" && lists.has(row.list)))
        .map((row) => mapCheckin(row, site, context.now));
      const page = toPage([...mapped, ...rejected], batch, context);
      if (page.observedTo === undefined) {
        yield page;
        continue;
      }
      // Scans are complete up to the scan's start; only their annulment is still open in the overlap.
      const observedTo = Math.min(page.observedTo + ANNULMENT_MS - COMMIT_LAG_MS, context.until);
      yield { ...page, observedTo, ...reconcile(context, observedTo) };
    }
  } catch (error) {
    if (!isNotFound(error) || sinceOf(context.cursor) !== null) throw error;
    context.log.warn("pretix: this server has no check-in history; admissions are not read");
  }
}

/** On a re-reading: scans of the span that were not delivered no longer exist. A scan happens before it arrives, so
 *  whatever happened in the span arrived in it or later, and has been read. */
function reconcile(context: PullContext, to: Instant): Pick<Page, "replaces"> {
  const start = scanStart(context);
  if (context.from === undefined || context.cursor === null || start === null) return {};
  const from = start + CLOCK_SKEW_MS;
  return from < to ? { replaces: { from, to, maxLoss: MAX_LOSS } } : {};
}
