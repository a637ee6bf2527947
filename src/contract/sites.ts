/** GET /sites: the sites, their opening today and how fresh their feeds are. */
import { z } from "zod";
import { At, LocalizedText, Opening, Provenance, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";

/** `ok` inside its allowance; `late` beyond it; `silent` never or not for a day; `failed` refused or changed. */
export const FeedHealth = z.enum(["ok", "late", "silent", "failed"]);
export type FeedHealth = z.infer<typeof FeedHealth>;

export const FeedFreshness = z.object({
  feed: z.string(),
  kind: z.string(),
  /** End of the newest span or fact received; null = nothing yet. */
  last_at: At.nullable(),
  /** Last run that ended well. */
  last_run_at: At.nullable(),
  health: FeedHealth,
});

export const SiteRow = z.object({
  id: z.string(),
  name: LocalizedText,
  municipality: z.string(),
  owner: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  capacity: z.int().nullable(),
  opening_today: Opening,
  /** Visits today so far; null = missing or closed, as `state` says. */
  visits_today: z.number().nullable(),
  state: ValueState,
  feeds: z.array(FeedFreshness),
});
export type SiteRow = z.infer<typeof SiteRow>;

export const sitesRoute = defineRoute({
  path: "/sites",
  summary: "Sites, whether they are open, today's visits so far, and the freshness of each feed.",
  query: z.object({}),
  reply: Provenance.extend({ rows: z.array(SiteRow) }),
  row: SiteRow,
});
