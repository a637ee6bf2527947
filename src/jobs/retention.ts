/** Lets go of what is older than it is to be kept. Facts stay for ever: rollups are made of them, and a day whose facts
 *  were gone would become empty as soon as one late fact touched it. */
import { z } from "zod";
import type { Retention } from "../domain/site.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { markQuarantine } from "../store/quarantine.ts";
import { ask, Int, query } from "../store/query.ts";
import { sqlFile } from "../store/sql.ts";

/** In the order in which they go: what is noted about rows goes after the rows. */
export const KEPT_TABLES = [
  "quarantine",
  "rejected_record",
  "correction",
  "forecast_point",
  "forecast_run",
  "record_past",
] as const;

const retentionCount = query(
  "retention_count",
  z.object({ quarantine: z.int(), forecasts: z.int(), revisions: z.int() }),
  z.object({ what: z.enum(KEPT_TABLES), old_rows: Int }),
);

export interface Old {
  readonly what: (typeof KEPT_TABLES)[number];
  readonly rows: number;
  /** What is older goes; null = kept for ever, or it goes with its row. */
  readonly before: Instant | null;
}

/** What has outlived its time; nothing is written. */
export async function findOld(store: Store, retention: Retention, now: Instant): Promise<Old[]> {
  const before = cutoffs(retention, now);
  const counts = await ask(store, retentionCount, paramsOf(before));
  return KEPT_TABLES.map((what) => ({
    what,
    rows: counts.find((count) => count.what === what)?.old_rows ?? 0,
    before: before[what],
  }));
}

/** Deletes what {@link findOld} finds, and says what it was. */
export async function deleteOld(store: Store, retention: Retention, now: Instant): Promise<Old[]> {
  const old = await findOld(store, retention, now);
  const params = paramsOf(cutoffs(retention, now));
  for (const { what, rows } of old) {
    if (rows > 0)
      await store.command(`retention_${what}`, sqlFile(`retention/${what}`), usedBy(what, params));
  }
  if (old.some(({ rows }) => rows > 0)) {
    await markQuarantine(store);
  }
  return old;
}

function cutoffs(
  { quarantineMs, forecastsMs, revisionsMs }: Retention,
  now: Instant,
): Readonly<Record<Old["what"], Instant | null>> {
  const ago = (ms: number | null) => (ms === null ? null : now - ms);
  const [quarantine, forecasts] = [ago(quarantineMs), ago(forecastsMs)];
  return {
    quarantine,
    rejected_record: quarantine,
    correction: null,
    forecast_point: forecasts,
    forecast_run: forecasts,
    record_past: ago(revisionsMs),
  };
}

type Params = z.input<typeof retentionCount.params>;

function paramsOf(before: ReturnType<typeof cutoffs>): Params {
  return {
    quarantine: before.quarantine ?? 0,
    forecasts: before.forecast_run ?? 0,
    revisions: before.record_past ?? 0,
  };
}

function usedBy(what: Old["what"], { quarantine, forecasts, revisions }: Params): Record<string, number> {
  switch (what) {
    case "quarantine":
    case "rejected_record":
      return { quarantine };
    case "correction":
      return {};
    case "forecast_point":
    case "forecast_run":
      return { forecasts };
    case "record_past":
      return { revisions };
  }
}
