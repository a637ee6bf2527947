/** Reads a list that is ordered by an immutable id through windows of its creation time, so that a first pull of
 *  years can be interrupted and goes on where it was. */
import { HOUR, type Instant, MINUTE, toIso } from "../../../src/domain/time.ts";
import type { PullContext } from "../../connector.ts";
import type { ApiPage, Params, PretixApi } from "./api.ts";
import { scanStart } from "./cursor.ts";

const WINDOW_MS = 31 * 24 * HOUR;
/** Rows handed on at once. */
const BATCH = 4000;
/** Rows that were being written while the server made its first page may carry an earlier creation time. */
export const COMMIT_LAG_MS = 2 * MINUTE;

/** Rows of one window, or a part of them. */
export interface Batch {
  readonly pages: readonly ApiPage[];
  readonly window: { readonly from: Instant; readonly to: Instant | null };
  /** Creation time before which everything has been read; absent within a window. */
  readonly readTo?: Instant;
  /** The scan ended with this batch. */
  readonly last: boolean;
}

/** @param overlapMs how much of the end is read again next time: rows there may still appear or change. */
export async function* scanCreated(
  api: PretixApi,
  path: string,
  context: PullContext,
  overlapMs: number,
): AsyncGenerator<Batch> {
  // Without a single row there is no first creation time: one empty window up to now then says so.
  let from = scanStart(context) ?? (await firstCreated(api, path)) ?? context.until - 1;
  let generated: Instant | undefined;
  for (;;) {
    const window: Batch["window"] = { from, to: windowEnd(from, context) };
    let held: ApiPage[] = [];
    let rows = 0;
    for await (const page of api.list(path, params(window))) {
      // The clock of the scan's first page: whatever is created later is the next pull's.
      generated ??= page.generated;
      held.push(page);
      rows += page.rows.length;
      if (rows < BATCH) continue;
      yield { pages: held, window, last: false };
      held = [];
      rows = 0;
    }
    const last = window.to === null || window.to >= context.until;
    const safe = (generated ?? context.now) - overlapMs;
    yield { pages: held, window, readTo: Math.min(window.to ?? safe, safe), last };
    if (window.to === null || last) return;
    from = window.to;
  }
}

/** Null = open: the last window of a pull up to now has no end, so that nothing falls between two clocks. */
function windowEnd(from: Instant, { until, now }: PullContext): Instant | null {
  const end = from + WINDOW_MS;
  if (end < until) return end;
  return until < now ? until : null;
}

function params({ from, to }: Batch["window"]): Params {
  return { created_since: toIso(from), created_before: to === null ? undefined : toIso(to), ordering: "id" };
}

async function firstCreated(api: PretixApi, path: string): Promise<Instant | null> {
  for await (const page of api.list(path, { ordering: "created" })) {
    const row = page.rows[0];
    const created = row instanceof Object && "created" in row ? Date.parse(String(row.created)) : Number.NaN;
    return Number.isNaN(created) ? null : created;
  }
  return null;
}
