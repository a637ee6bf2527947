/** /staffing: the screen "Effectifs" as data: how many people the desk needs in each half-hour of a week, beside how
 *  many are planned. Numbers of people only, never who. */
import { z } from "zod";
import { defineAction } from "./action.ts";
import { At, Clock, Day, Opening, SiteFigures } from "./common.ts";
import { defineRoute } from "./route.ts";

const People = z.int().nonnegative();

/** A half-hour of opening, shorter where the opening begins or ends inside one; on a closed day one for which somebody
 *  is planned. */
export const StaffStep = z.object({
  from: Clock,
  to: Clock,
  /** People who are enough 5 times in 10, and 8 times in 10; null without an hourly forecast. */
  need50: People.nullable(),
  need80: People.nullable(),
  /** Null where nobody wrote a plan; 0 = nobody is to be there. */
  planned: People.nullable(),
});
export type StaffStep = z.infer<typeof StaffStep>;

export const StaffDay = z.object({
  day: Day,
  opening: Opening,
  /** Places booked by groups on a day that is closed to the public; null on other days. */
  group_only: z.number().positive().nullable(),
  steps: z.array(StaffStep),
});
export type StaffDay = z.infer<typeof StaffDay>;

/** Person-hours over the half-hours of a week for which a need is known. */
export const StaffTotals = z.object({
  need50: z.number().nonnegative(),
  need80: z.number().nonnegative(),
  /** Null where nothing is planned in the whole week. */
  planned: z.number().nonnegative().nullable(),
  /** Where a plan was written and is below `need80`. */
  short: z.number().nonnegative(),
});
export type StaffTotals = z.infer<typeof StaffTotals>;

export const staffingRoute = defineRoute({
  path: "/staffing",
  summary: "People needed at the desk in each half-hour of a week, beside how many are planned.",
  query: z.object({ site: z.string(), from: Day.optional() }),
  reply: SiteFigures.extend({
    /** Monday of the week that holds the asked day; without one, of the week that holds the next opening. */
    from: Day,
    /** Visits an hour that one person at the desk can receive; null = no rule, so no need can be told. */
    rule: z.number().positive().nullable(),
    /** Why there is no forecast (`short_history`, `no_data`); null when there is one. */
    refused: z.string().nullable(),
    days: z.array(StaffDay),
    totals: StaffTotals,
    /** Last day that the hourly forecasts reach; null without any. */
    reach: Day.nullable(),
    /** When the plan of this week was last changed. */
    plan_changed_at: At.nullable(),
    issued_at: At.nullable(),
  }),
});
export type Staffing = z.infer<typeof staffingRoute.reply>;

/** `24:00` ends a day. */
const HalfHour = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[03]0$|^24:00$/, "a half-hour such as 14:00 or 14:30 is expected");

/** How far ahead a plan can be repeated, weeks. */
export const MOST_WEEKS = 26;

export const planStaffAction = defineAction({
  path: "/staffing/plan",
  summary:
    "Plans so many people at a desk for a span of a day, and of the same weekday of the weeks after it.",
  input: z
    .strictObject({
      site: z.string(),
      day: Day,
      from_time: HalfHour,
      to_time: HalfHour,
      people: z.int().min(0).max(99),
      weeks: z.int().min(1).max(MOST_WEEKS).default(1),
    })
    .refine(({ from_time, to_time }) => from_time < to_time, {
      path: ["to_time"],
      error: "a time after from_time is expected",
    }),
  reply: z.object({
    site: z.string(),
    days: z.array(Day),
    from_time: HalfHour,
    to_time: HalfHour,
    people: People,
  }),
  status: 201,
});
