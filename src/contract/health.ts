/** GET /health: whether the service can be relied on, for people and for monitoring. Never kept; asks the store. */
import { z } from "zod";
import { At } from "./common.ts";
import { defineRoute } from "./route.ts";
import { FeedFreshness } from "./sites.ts";

export const healthRoute = defineRoute({
  path: "/health",
  summary: "Store, feeds, last run and age of the forecasts.",
  query: z.object({}),
  reply: z.object({
    /** `degraded`: pages answer, but a feed, a run or the forecasts need somebody. */
    status: z.enum(["ok", "starting", "degraded", "down"]),
    now: At,
    version: z.string(),
    store: z.object({
      reachable: z.boolean(),
      kind: z.enum(["embedded", "server"]),
      /** Version of the engine; null when unreachable. */
      version: z.string().nullable(),
    }),
    /** State of the data that replies are kept for. */
    data_version: z.string(),
    feeds: z.array(FeedFreshness),
    last_run: z.object({ job: z.string(), ended_at: At, status: z.string() }).nullable(),
    forecast: z.object({
      issued_at: At.nullable(),
      /** Minutes since the newest vintage; null when none was issued. */
      age_minutes: z.number().nonnegative().nullable(),
    }),
  }),
});
