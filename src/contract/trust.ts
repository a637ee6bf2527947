/** GET /trust: the screen "Peut-on s'y fier ?" as data: errors by days ahead beside the simple rule, the last forecasts
 *  beside what came, and one past forecast as it was issued. */
import { z } from "zod";
import { At, Day, LocalizedText, Opening, Quantiles, Range, SiteFigures, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Days ahead at which forecasts are judged. */
export const TRUST_LEADS = ["1", "2", "3", "7", "14", "28"] as const;

/** Forecasts of one distance, on open days that were measured whole. */
export const LeadTrust = z.object({
  /** Days ahead. */
  lead: z.int().positive(),
  days: z.int().positive(),
  /** Mean absolute error of the middle, people a day. */
  mae: z.number().nonnegative(),
  /** The same of "same weekday a year before, else last week". */
  naive_mae: z.number().nonnegative().nullable(),
  /** Mean of forecast − measured, people a day: above 0 it promised too many. */
  mean_error: z.number(),
  /** Mean visits of the days. */
  mean_visits: z.number().nonnegative(),
  /** Days inside the 8-in-10 range. */
  inside: z.int().nonnegative(),
  /** Days among them whose forecast was made up afterwards, from what was known then. */
  retrospective_days: z.int().nonnegative(),
});
export type LeadTrust = z.infer<typeof LeadTrust>;

/** One day that was forecast at the asked distance, and what came. */
export const JudgedDay = z.object({
  day: Day,
  /** Local day on which it was forecast. */
  origin: Day,
  visits: z.number().nonnegative(),
  promised: Range,
  median: z.number().nonnegative(),
  /** What the simple rule said; null where it knew no day to repeat. */
  naive: z.number().nonnegative().nullable(),
  inside: z.boolean(),
  retrospective: z.boolean(),
});
export type JudgedDay = z.infer<typeof JudgedDay>;

/** One day of a past forecast. */
export const VintageDay = z.object({
  day: Day,
  opening: Opening,
  /** Null where the site was closed, or no forecast was issued. */
  forecast: Quantiles.nullable(),
  visits: z.number().nonnegative().nullable(),
  /** Null on days that have not begun. */
  state: ValueState.nullable(),
  /** True while the day goes on, and while what is missing of it may still come in time. */
  provisional: z.boolean(),
  /** Null until the day was measured whole. */
  inside: z.boolean().nullable(),
});
export type VintageDay = z.infer<typeof VintageDay>;

export const trustRoute = defineRoute({
  path: "/trust",
  summary:
    "How far one site's forecasts were off by days ahead, the last ones beside what came, and one of them as it was.",
  query: z.object({
    site: z.string(),
    /** Days ahead of the forecasts listed one by one. */
    lead: z.enum(TRUST_LEADS).default("7"),
    /** Local day of the forecast to show again; where none was issued that day, the last before it. Absent: four weeks
     *  ago. */
    origin: Day.optional(),
  }),
  reply: SiteFigures.extend({
    sites: z.array(z.object({ id: z.string(), name: LocalizedText })),
    /** Why there is no forecast (`short_history`, `no_data`); null when there is one. */
    refused: z.string().nullable(),
    /** Model that serves; null without one. */
    model: z.string().nullable(),
    /** True where the simple rule itself serves. */
    serves_rule: z.boolean(),
    /** Nearest first; distances without a day are absent. */
    leads: z.array(LeadTrust),
    /** Days ahead of `last`. */
    lead: z.int().positive(),
    /** Oldest first, thirty at most. */
    last: z.array(JudgedDay),
    /** Local days on which a forecast was issued or made up for, in order. */
    origins: z.array(Day),
    /** First of them that was served. */
    served_since: Day.nullable(),
    vintage: z
      .object({
        /** Local day. */
        day: Day,
        issued_at: At,
        model: z.string(),
        retrospective: z.boolean(),
        /** The day itself and four weeks. */
        days: z.array(VintageDay),
        measured: z.int().nonnegative(),
        inside: z.int().nonnegative(),
      })
      .nullable(),
  }),
});
export type Trust = z.infer<typeof trustRoute.reply>;
