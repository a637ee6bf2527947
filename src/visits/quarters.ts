/** Quarter-hour rollups of sites, by site. */
import type { Site } from "../domain/site.ts";
import type { Span } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { QuarterRow } from "./evidence.ts";
import { evidence15m } from "./queries.ts";

/** Buckets that start in `[from, to)`, in order of their start; sites without any are absent. */
export async function readQuarters(
  store: Store,
  sites: readonly Site[],
  { from, to }: Span,
): Promise<Map<string, QuarterRow[]>> {
  if (from >= to) return new Map();
  const rows = await ask(store, evidence15m, { sites: sites.map((site) => site.id), from, to });
  const out = new Map<string, QuarterRow[]>();
  for (const { site, feed, measure, starts, amounts, lengths } of rows) {
    const own = quarterRows({ feed, measure, starts, amounts, lengths });
    out.set(site, [...(out.get(site) ?? []), ...own]);
  }
  for (const own of out.values()) own.sort((a, b) => a.start - b.start);
  return out;
}

/** Buckets of one feed and measure as the store gives them: lists of the same length, starts in seconds. */
export function quarterRows({
  feed,
  measure,
  starts,
  amounts,
  lengths,
}: Pick<QuarterRow, "feed" | "measure"> & {
  readonly starts: readonly number[];
  readonly amounts: readonly number[];
  readonly lengths: readonly number[];
}): QuarterRow[] {
  return starts.map((start, i) => ({
    feed,
    measure,
    start: start * 1000,
    value: amounts[i] ?? 0,
    minutes: lengths[i] ?? 0,
  }));
}
