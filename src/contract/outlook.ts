/** GET /outlook: the screen "Prévisions du site" as data: what was measured and promised, what is expected and
 *  booked, what the forecast leans on, and how far it has been off. */
import { z } from "zod";
import { At, Day, LocalizedText, Opening, Quantiles, Range, SiteFigures, ValueState } from "./common.ts";
import { defineRoute } from "./route.ts";

export const PastDay = z.object({
  day: Day,
  opening: Opening,
  visits: z.number().nonnegative().nullable(),
  state: ValueState,
  estimated: z.number().nonnegative(),
  /** The 8-in-10 range promised seven days before; null when none was issued. */
  promised: Range.nullable(),
});
export type PastDay = z.infer<typeof PastDay>;

export const ComingDay = z.object({
  day: Day,
  opening: Opening,
  forecast: Quantiles.nullable(),
  booked: z.number().nonnegative().nullable(),
  groups: z.number().nonnegative().nullable(),
  group_only: z.boolean(),
  /** People who are enough at the desk 8 times in 10 in the busiest half-hour; null when closed, without a rule, or
   *  further ahead than hourly forecasts. */
  desk: z.int().nonnegative().nullable(),
});
export type ComingDay = z.infer<typeof ComingDay>;

export const Driver = z.object({
  kind: z.enum([
    "ordinary",
    "level",
    "season",
    "holiday",
    "school",
    "event",
    "bridge",
    "bookings",
    "weather",
    "rest",
  ]),
  /** What it is in the case at hand: name of the holiday or event; null = named by kind alone. */
  name: LocalizedText.nullable(),
  people: z.number(),
});
export type Driver = z.infer<typeof Driver>;

export const LeadScore = z.object({
  lead: z.int(),
  days: z.int(),
  mae: z.number(),
  naive_mae: z.number().nullable(),
  inside: z.int(),
  /** `vintages`: scored as they were served; `backtest`: forecasts made up afterwards count as well. */
  source: z.enum(["vintages", "backtest"]).optional(),
});

export const outlookRoute = defineRoute({
  path: "/outlook",
  summary: "One site's past fortnight beside what was promised, and its next four weeks with their reasons.",
  query: z.object({ site: z.string(), day: Day.optional() }),
  reply: SiteFigures.extend({
    sites: z.array(z.object({ id: z.string(), name: LocalizedText })),
    /** Why there is no forecast (`short_history`, `no_data`); null when there is one. */
    refused: z.string().nullable(),
    past: z.array(PastDay),
    /** From today on. */
    coming: z.array(ComingDay),
    /** Visits today so far. */
    today: z.object({ visits: z.number().nullable(), state: ValueState }),
    /** Day explained: the asked one, else the next open day that matters most. */
    selected: Day.nullable(),
    drivers: z.array(Driver),
    /** Past days most alike, newest first, with their visits. */
    similar: z.array(z.object({ day: Day, visits: z.number(), weight: z.number() })),
    /** Visits an hour that one person at the desk receives. */
    desk_rule: z.number().nullable(),
    scores: z.array(LeadScore),
    last_miss: z.object({ day: Day, visits: z.number(), promised: Range }).nullable(),
    marks: z.array(z.object({ day: Day, name: LocalizedText, kind: z.enum(["holiday", "event"]) })),
    breaks: z.array(z.object({ from: Day, to: Day, name: LocalizedText, zone: z.string() })),
    model: z.string().nullable(),
    /** True where that model counts what is booked; else bookings only stand beside it. */
    counts_bookings: z.boolean(),
    origin: At.nullable(),
    issued_at: At.nullable(),
  }),
});
export type Outlook = z.infer<typeof outlookRoute.reply>;
