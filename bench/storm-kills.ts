/** Storm of one feed: ingestion and its engine are killed, over and over. */
import { killCounts } from "../tests/support/kill-counts.ts";
import { killStorm } from "../tests/support/kill-storm.ts";

/** True when not a single record or bucket is wrong. */
export async function stormOfKills(): Promise<boolean> {
  let wrong = 0;
  for (const victim of ["ingest", "engine"] as const) {
    const began = Date.now();
    const result = await killStorm({ victim, kills: 45, facts: 30_000, seed: 20_261_124, withinMs: 2500 });
    wrong += result.wrongRecords + result.wrongQuarters + result.wrongDays;
    console.log(victim, result, `${((Date.now() - began) / 1000).toFixed(0)} s`);
  }
  for (const victim of ["ingest", "engine"] as const) {
    const began = Date.now();
    const result = await killCounts({ victim, kills: 20, rows: 400_000, seed: 20_261_124, withinMs: 6000 });
    wrong += result.wrongRecords + result.wrongQuarters;
    console.log(`${victim}, counts`, result, `${((Date.now() - began) / 1000).toFixed(0)} s`);
  }
  console.log(wrong === 0 ? "nothing lost, nothing doubled" : `${wrong} records or buckets are wrong`);
  return wrong === 0;
}
