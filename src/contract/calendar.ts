/** GET /calendar: the screen "Calendrier et heures" as data: every day of a year or less, coming ones with what is
 *  expected, and visits an open hour by weekday and hour of the clock. */
import { z } from "zod";
import { At, Day, LocalizedText, Period, Provenance } from "./common.ts";
import { defineRoute } from "./route.ts";

/** As other days, and `coming` for open days that have not begun. */
export const CalendarState = z.enum(["measured", "estimated", "closed", "missing", "coming"]);

export const CalendarDay = z.object({
  day: Day,
  /** All chosen sites together; null = closed, missing or coming. 0 is a measured zero. */
  visits: z.number().nonnegative().nullable(),
  state: CalendarState,
  /** True where more may come or an open site has not spoken: `visits` is then a lower bound. */
  at_least: z.boolean(),
  /** Hours of opening, the sites added up. */
  open_hours: z.number().nonnegative(),
  /** What is expected of a coming day: 8 times in 10 between low and high. Null otherwise or without a forecast. */
  forecast_low: z.number().nonnegative().nullable(),
  forecast_middle: z.number().nonnegative().nullable(),
  forecast_high: z.number().nonnegative().nullable(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** One hour of one weekday; an hour in which nothing was ever open is absent. */
export const WeekHour = z.object({
  /** ISO: 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7),
  /** Hour of the clock, 0–23: from hour:00 to the next. */
  hour: z.int().min(0).max(23),
  /** Visits an open hour, the chosen sites together; null = never measured. */
  visits: z.number().nonnegative().nullable(),
  /** Days with a measurement, and days open. */
  days: z.int(),
  open_days: z.int(),
  /** Of those days, hours in which at least one site was open: less than `open_days` where it closes at half past. */
  open_hours: z.number().nonnegative(),
  /** True where a site that counts by the hour was never measured: `visits` is then a lower bound. */
  at_least: z.boolean(),
});
export type WeekHour = z.infer<typeof WeekHour>;

export const calendarRoute = defineRoute({
  path: "/calendar",
  summary: "Every day of a period of 54 weeks at most, and visits an open hour by weekday and hour.",
  query: Period,
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    from: Day,
    /** Exclusive. */
    to: Day,
    sites: z.array(
      z.object({
        id: z.string(),
        name: LocalizedText,
        chosen: z.boolean(),
        /** False where nothing is known by the hour: the site is not in `hours`. */
        by_hour: z.boolean(),
      }),
    ),
    /** Years in which anything was ever counted, and the running one. */
    years: z.array(z.int()),
    total: z.number().nullable(),
    rows: z.array(CalendarDay),
    hours: z.array(WeekHour),
    marks: z.array(z.object({ day: Day, name: LocalizedText, kind: z.enum(["holiday", "event"]) })),
    breaks: z.array(z.object({ from: Day, to: Day, name: LocalizedText, zone: z.string() })),
    estimated_share: z.number().min(0).max(1),
  }),
  row: CalendarDay,
});
export type Calendar = z.infer<typeof calendarRoute.reply>;
