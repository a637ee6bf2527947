/** GET /forecasts: quantiles per site and step, of the newest vintage or of a past one. */
import { z } from "zod";
import { At, Day, NextCursor, Provenance, Quantiles, SiteList } from "./common.ts";
import { defineRoute } from "./route.ts";

export const ForecastRow = z.object({
  site: z.string(),
  start: At,
  day: Day,
  /** Steps after the origin, from 1. */
  lead: z.int().positive(),
  ...Quantiles.shape,
  mean: z.number().nonnegative(),
  /** Places already booked for the step when the forecast was issued; null = the site takes no bookings. */
  booked: z.number().nonnegative().nullable(),
  model: z.string(),
  /** The forecast uses only what was known before this instant. */
  origin: At,
  issued_at: At,
});
export type ForecastRow = z.infer<typeof ForecastRow>;

export const forecastsRoute = defineRoute({
  path: "/forecasts",
  summary: "Forecast quantiles per site and step; closed steps are absent; any past vintage on request.",
  query: z.object({
    /** Site ids, and `territory` for all sites together; absent = all. */
    sites: SiteList,
    step: z.enum(["PT1H", "P1D"]).default("P1D"),
    /** Newest vintage issued at or before this instant; absent = the newest. */
    issued_at: At.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(50_000).default(5_000),
  }),
  /** `as_of` is when the newest vintage was issued; `coverage` is always null: nothing here was measured. */
  reply: Provenance.extend({
    rows: z.array(ForecastRow),
    /** Sites without a forecast and why (`short_history`, `no_data`). */
    refused: z.array(z.object({ site: z.string(), reason: z.string() })),
    next: NextCursor,
  }),
  row: ForecastRow,
});
