/** What a store holds, in the form of the reference of record-stream.ts. */
import { z } from "zod";
import type { Store } from "../../src/store/connect.ts";

const Stored = z.array(z.object({ site: z.string(), at: z.coerce.number(), value: z.coerce.number() }));
const Quarter = z.array(
  z.object({
    site: z.string(),
    start: z.coerce.number(),
    value: z.coerce.number(),
    records: z.coerce.number(),
  }),
);

/** Current facts as `site at value`, sorted. */
export async function storedRecords(store: Store): Promise<string[]> {
  const rows = await store.rows(
    "all",
    "select site, toUnixTimestamp64Milli(at) as at, value from record final",
  );
  return Stored.parse(rows)
    .map((r) => `${r.site} ${r.at} ${r.value}`)
    .sort();
}

/** Quarter-hour buckets that hold something, as `site start` → [value, records]. */
export async function storedQuarters(store: Store): Promise<Map<string, [number, number]>> {
  const rows = await store.rows(
    "quarters",
    "select site, toUnixTimestamp(start) * 1000 as start, value, records from rollup_15m final where records > 0",
  );
  return new Map(Quarter.parse(rows).map((r) => [`${r.site} ${r.start}`, [r.value, r.records]]));
}
