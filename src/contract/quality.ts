/** GET /quality: what arrived, what was set aside and why, what was corrected. */
import { z } from "zod";
import { At, Day, Provenance } from "./common.ts";
import { defineRoute } from "./route.ts";

export const RunRow = z.object({
  feed: z.string(),
  stream: z.string(),
  started_at: At,
  ended_at: At,
  status: z.enum(["done", "unavailable", "changed", "failed", "held_back"]),
  problem: z.string(),
  fetched: z.int(),
  accepted: z.int(),
  unchanged: z.int(),
  revised: z.int(),
  rejected: z.int(),
});
export const RejectedRow = z.object({
  feed: z.string(),
  reason: z.string(),
  count: z.int(),
  /** One example: where it stood and what was wrong; never personal data. */
  example: z.string(),
});
export const RevisionRow = z.object({
  site: z.string(),
  feed: z.string(),
  measure: z.string(),
  day: Day,
  before: z.number(),
  after: z.number(),
  detected_at: At,
});
/** Open time of a site without a measure, and whether an estimate stands in. */
export const GapRow = z.object({
  site: z.string(),
  day: Day,
  missing_minutes: z.int(),
  estimated_minutes: z.int(),
});

export const qualityRoute = defineRoute({
  path: "/quality",
  summary: "Feed runs, rejected rows by reason, revisions of closed days, and gaps in open hours.",
  query: z.object({ from: Day.optional(), to: Day.optional() }),
  reply: Provenance.extend({
    runs: z.array(RunRow),
    rejected: z.array(RejectedRow),
    revisions: z.array(RevisionRow),
    gaps: z.array(GapRow),
  }),
});
