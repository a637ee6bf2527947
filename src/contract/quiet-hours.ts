/** GET /quiet-hours: when a site is calm over seven days, in three words and nothing finer: what visitors are told. Open
 *  to everybody, for the sites whose owner publishes. */
import { z } from "zod";
import { At, Clock, Day, LocalizedText, Opening } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Morning to noon, then to 15:00, then to the evening. */
export const DAY_PARTS = ["morning", "early_afternoon", "late_afternoon"] as const;
export const DayPart = z.enum(DAY_PARTS);
export type DayPart = z.infer<typeof DayPart>;

/** Against the site's own usual of twelve months, visits per open hour: `quiet` like its calmer half, `busy` like its
 *  busiest fifth. `past` = over; `closed` and `unknown` are neither. */
export const QuietLevel = z.enum(["quiet", "moderate", "busy", "closed", "past", "unknown"]);
export type QuietLevel = z.infer<typeof QuietLevel>;

export const QuietDay = z.object({
  day: Day,
  opening: Opening,
  /** All three, in order; `hours` are the open ones. */
  parts: z.array(
    z.object({
      part: DayPart,
      hours: z.array(z.object({ from: Clock, to: z.string() })),
      level: QuietLevel,
    }),
  ),
});

export const quietHoursRoute = defineRoute({
  path: "/quiet-hours",
  summary:
    "When a site is calm over seven days, in three words against its own usual. Needs no token; only sites whose owner publishes.",
  query: z.object({ site: z.string().min(1) }),
  reply: z.object({
    now: At,
    zone: z.string(),
    site: z.string(),
    name: LocalizedText,
    /** Why no level is known; null = they are. `no_usual`: fewer than 60 measured parts of days to compare with. */
    unknown: z.enum(["no_forecast", "stale", "no_usual"]).nullable(),
    /** When the forecast was issued. */
    issued_at: At.nullable(),
    days: z.array(QuietDay),
  }),
});
export type QuietHours = z.infer<typeof quietHoursRoute.reply>;
