/** GET /scorecard: how far forecasts that were really issued were off, beside the simple rule. */
import { z } from "zod";
import { Provenance, SiteList } from "./common.ts";
import { defineRoute } from "./route.ts";

export const ScoreRow = z.object({
  site: z.string(),
  /** Lead in days. */
  lead: z.int().positive(),
  /** `YYYY-MM` in which the days lie; null = all of the half year. */
  month: z.string().nullable(),
  /** Measured open days scored. */
  days: z.int().nonnegative(),
  /** Mean absolute error of the median, people a day. */
  mae: z.number(),
  /** The same of "same weekday a year before, else last week". */
  naive_mae: z.number().nullable(),
  /** 1 − mae / mae of the rule, on the days that it knew: above 0 the forecast did better. */
  skill: z.number().nullable(),
  /** mae / mean change from one week to the next over the half year. */
  mase: z.number().nullable(),
  /** Sum of absolute errors / sum of visits. */
  wape: z.number().nullable(),
  /** (forecast − measured) / measured, over all days. */
  bias: z.number().nullable(),
  /** Mean pinball loss over the levels 0.1, 0.5, 0.9, people. */
  pinball: z.number(),
  /** Share of days inside the 8-in-10 range. */
  coverage80: z.number(),
  /** Days among them whose forecast was made up afterwards, from what was known then ("recalculé après coup"). */
  retrospective_days: z.int().nonnegative(),
  /** `vintages` scored as they were served, or `backtest` where too few were served yet. */
  source: z.enum(["vintages", "backtest"]),
});
export type ScoreRow = z.infer<typeof ScoreRow>;

export const scorecardRoute = defineRoute({
  path: "/scorecard",
  summary:
    "Error, bias, pinball loss and coverage of the forecasts by site, lead and month, beside the naive rule.",
  query: z.object({
    sites: SiteList,
    /** `month` = one row per site, lead and month; absent = the half year as one. */
    by: z.literal("month").optional(),
  }),
  reply: Provenance.extend({ rows: z.array(ScoreRow) }),
  row: ScoreRow,
});
