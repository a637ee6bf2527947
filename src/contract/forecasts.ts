/** GET /forecasts: quantiles per site and step, of the newest vintage or of a past one, and which model made them. */
import { z } from "zod";
import { At, Day, NextCursor, Provenance, Quantiles, SiteList } from "./common.ts";
import { defineRoute } from "./route.ts";

/** What is counted: visits as each site defines them, people with a ticket, people inside (mean over the hour), uses of
 *  interactive terminals. */
export const ForecastMeasure = z.enum(["visits", "admissions", "occupancy", "kiosk_sessions"]);
export type ForecastMeasure = z.infer<typeof ForecastMeasure>;

/** Which model serves a site, and why that one. */
export const ForecastModel = z.object({
  site: z.string(),
  model: z.string(),
  /** The simple rule it was compared with: repeating the week (`seasonal-naive`) or the year (`seasonal-naive-year`),
   *  whichever did better. Null where nothing was compared. */
  against: z.string().nullable(),
  /** 1 − loss / loss of the simple rule, both on the same past steps (mean pinball loss over 0.1, 0.5, 0.9). */
  skill: z.number().nullable(),
  /** Weeks that were scored; 0 where nothing was compared. */
  weeks: z.int().nonnegative(),
  /** The same in words, such as "beats the simple rule by 31 % over the last 8 weeks". */
  because: z.string(),
});
export type ForecastModel = z.infer<typeof ForecastModel>;

export const ForecastRow = z.object({
  site: z.string(),
  start: At,
  /** Local day; the first of the month for months. */
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
    /** 14 days of hours, 90 days, or 18 calendar months of which the first is the running one. */
    step: z.enum(["PT1H", "P1D", "P1M"]).default("P1D"),
    measure: ForecastMeasure.default("visits"),
    /** Newest vintage issued at or before this instant; absent = the newest. */
    issued_at: At.optional(),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(50_000).default(5_000),
  }),
  /** `as_of` is when the newest vintage was issued; `coverage` is always null: nothing here was measured. */
  reply: Provenance.extend({
    rows: z.array(ForecastRow),
    /** Sites without a forecast and why, in words such as "history too short: 12 days (8 weeks are needed)". */
    refused: z.array(z.object({ site: z.string(), reason: z.string() })),
    /** Models of the newest vintage by site; absent for vintages of the past. */
    models: z.array(ForecastModel).optional(),
    next: NextCursor,
  }),
  row: ForecastRow,
});
