/** A short storm in every run of the tests; `npm run storm` is the long one. */
import { expect, test } from "vitest";
import { killCounts } from "../support/kill-counts.ts";
import { killStorm } from "../support/kill-storm.ts";

test.each(["ingest", "engine"] as const)(
  "nothing is lost and nothing doubled when the %s is killed at random instants",
  async (victim) => {
    const result = await killStorm({ victim, kills: 5, facts: 4000, seed: 11, withinMs: 2500 });
    expect(result).toMatchObject({ kills: 5, wrongRecords: 0, wrongQuarters: 0, wrongDays: 0 });
    expect(result.records).toBeGreaterThan(3000);
  },
);

test.each(["ingest", "engine"] as const)(
  "counts in batches under way together survive the death of the %s",
  async (victim) => {
    const result = await killCounts({ victim, kills: 3, rows: 120_000, seed: 3, withinMs: 3000 });
    expect(result).toEqual({ kills: 3, records: 120_000, wrongRecords: 0, wrongQuarters: 0 });
  },
  240_000,
);
