/** GET /attendance: the screen "Fréquentation" as data: days of a period with their comparable days a year before,
 *  growth three ways, weeks, and what explains the peaks. */
import { z } from "zod";
import { At, Day, LocalizedText, Period, Provenance, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";
import { PairReason, UnpairedReason } from "./visits.ts";

export const AttendanceDay = z.object({
  day: Day,
  /** All chosen sites together; null = closed or missing. */
  visits: z.number().nonnegative().nullable(),
  state: ValueState,
  estimated: z.number().nonnegative(),
  coverage: z.number().min(0).max(1).nullable(),
  /** True until the feeds of every chosen site have settled. */
  provisional: z.boolean(),
  compare_day: Day.nullable(),
  compare_visits: z.number().nonnegative().nullable(),
  compare_reason: PairReason.nullable(),
  /** Null for a day with a pair. */
  unpaired: UnpairedReason.nullable(),
  /** Day corrected after it was first complete. */
  revised: z.object({ before: z.number(), after: z.number(), detected_at: At }).nullable(),
});
export type AttendanceDay = z.infer<typeof AttendanceDay>;

/** Relative change with its base: never a percentage without its numbers. */
export const Growth = z.object({
  visits: z.number(),
  before: z.number(),
  /** visits / before − 1; null where before < 30. */
  change: z.number().nullable(),
  /** Days (pairs) counted and left out. */
  days: z.int(),
  left_out: z.int(),
});
export type Growth = z.infer<typeof Growth>;

export const attendanceRoute = defineRoute({
  path: "/attendance",
  summary: "Daily visits of a period beside comparable days a year before, with growth and marks.",
  query: Period,
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    from: Day,
    /** Exclusive. */
    to: Day,
    sites: z.array(z.object({ id: z.string(), name: LocalizedText, chosen: z.boolean() })),
    total: z.number().nullable(),
    /** How many of `total` are estimated: what nobody measured, as another source or the forecast made before says. */
    estimated: z.number().nonnegative(),
    /** First day of the period that its feeds may still correct; null = all have settled. */
    provisional_from: Day.nullable(),
    rows: z.array(AttendanceDay),
    growth: z.object({
      /** Same dates a year before. */
      to_date: Growth.nullable(),
      /** Pairs of comparable days, both complete. */
      comparable: Growth.nullable(),
      /** Visits per open hour, comparable days. */
      per_open_hour: z
        .object({ value: z.number(), before: z.number(), change: z.number().nullable() })
        .nullable(),
    }),
    weeks: z.array(
      z.object({
        year: z.int(),
        week: z.int(),
        monday: Day,
        visits: z.number().nullable(),
        /** Difference to the comparable days, in visits; null without pairs. */
        difference: z.number().nullable(),
        partial: z.boolean(),
      }),
    ),
    marks: z.array(
      z.object({
        day: Day,
        name: LocalizedText,
        kind: z.enum(["holiday", "event"]),
        compare_visits: z.number().nullable(),
      }),
    ),
    breaks: z.array(
      z.object({
        from: Day,
        to: Day,
        name: LocalizedText,
        zone: z.string(),
        /** Difference to the comparable days inside the break, in visits. */
        difference: z.number().nullable(),
      }),
    ),
    estimated_share: z.number().min(0).max(1),
    revisions: z.int(),
  }),
});
export type Attendance = z.infer<typeof attendanceRoute.reply>;
