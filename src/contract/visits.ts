/** GET /visits: visits per site and step. */
import { z } from "zod";
import { At, Day, NextCursor, Provenance, SiteList, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";

export const VisitStep = z.enum(["PT15M", "PT1H", "P1D", "P1W", "P1M", "P1Y"]);
/** Why two days were paired, from the strongest rule to the weakest. */
export const PairReason = z.enum(["event", "holiday", "school", "weekday"]);
export type PairReason = z.infer<typeof PairReason>;
/** Why a day has no comparable day: the event or the holiday did not take place a year before, the school break had no
 *  such day or is not known, one day was open and the other closed, no like day was left. */
export const UnpairedReason = z.enum(["new-event", "no-holiday", "no-break-day", "opening", "no-like-day"]);
export type UnpairedReason = z.infer<typeof UnpairedReason>;

export const VisitRow = z.object({
  site: z.string(),
  /** Start of the step. */
  start: At,
  /** Local day of the start. */
  day: Day,
  /** People; null = missing or closed, as `state` says. 0 is a measured zero. */
  visits: z.number().nonnegative().nullable(),
  state: ValueState,
  /** Share of the step's open time that was measured, 0–1; null when closed. */
  coverage: z.number().min(0).max(1).nullable(),
  /** How many of `visits` are estimated. Never stored, and no forecast learns from them. */
  estimated: z.number().nonnegative(),
  /** What from: another source of the site, the share of the step that was seen, or the forecast made before that day;
   *  null = nothing is estimated, or over several days in several ways. */
  estimated_by: z.enum(["source", "share", "forecast"]).nullable(),
  /** True while the step is not over or its feeds may still correct it (`settles` of the territory file). */
  provisional: z.boolean(),
  /** With `compare`: the paired day of the year before; null = no pair. */
  compare_day: Day.nullable(),
  compare_visits: z.number().nonnegative().nullable(),
  compare_reason: PairReason.nullable(),
});
export type VisitRow = z.infer<typeof VisitRow>;

export const visitsRoute = defineRoute({
  path: "/visits",
  summary: "Visits per site and step, each measured, estimated, closed or missing.",
  query: z.object({
    sites: SiteList,
    /** First day, inclusive. */
    from: Day,
    /** Last day, exclusive. */
    to: Day,
    step: VisitStep.default("P1D"),
    /** `comparable` adds the paired day of the year before (step P1D only). */
    compare: z.enum(["comparable"]).optional(),
    cursor: z.string().optional(),
    /** Rows a page. */
    limit: z.coerce.number().int().min(1).max(50_000).default(5_000),
  }),
  reply: Provenance.extend({
    /** Sum of the visits of every row of the whole answer, not of this page; null when all are missing. */
    total: z.number().nullable(),
    /** How many of `total` are estimated. */
    estimated: z.number().nonnegative(),
    rows: z.array(VisitRow),
    next: NextCursor,
  }),
  row: VisitRow,
});
