/** GET /board: the screen "Aujourd'hui" as data: one row per site and one for all, today against usual, seven days
 *  ahead. */
import { z } from "zod";
import { Advice } from "./advice.ts";
import { At, Clock, Day, LocalizedText, Opening, Provenance, Quantiles, Range } from "./common.ts";
import { Inside } from "./inside.ts";
import { defineRoute } from "./route.ts";
import { FeedFreshness } from "./sites.ts";

/** Worst first on the screen: missing, late, estimated, partial, up_to_date, closed, no_data. `missing`: an open day
 *  without any number; `late`: beyond what the feed may take, or still without a number while the day goes on. */
export const BoardState = z.enum([
  "missing",
  "late",
  "estimated",
  "partial",
  "up_to_date",
  "closed",
  "no_data",
]);
export type BoardState = z.infer<typeof BoardState>;

export const BoardDay = z.object({
  day: Day,
  opening: Opening,
  /** Null when closed or no forecast. All sites together: with the bookings of groups at sites that are closed to the
   *  public, which count as visits once they have come. */
  forecast: Quantiles.nullable(),
  /** Places booked so far; null = the site takes no bookings. */
  booked: z.number().nonnegative().nullable(),
  /** True when the site is closed to the public but a group has booked. */
  group_only: z.boolean(),
});
export type BoardDay = z.infer<typeof BoardDay>;

export const BoardRow = z.object({
  /** Site id, or `territory` for all together. */
  site: z.string(),
  name: LocalizedText,
  municipality: z.string().nullable(),
  /** Opening of the day shown. */
  opening: Opening,
  /** First opening after now, when closed on the day shown. */
  next_opening: At.nullable(),
  state: BoardState,
  /** End of the newest span received for the site's visits. */
  last_report: At.nullable(),
  /** Wall-clock hours of the day shown without data, as merged ranges. */
  missing: z.array(z.object({ from: Clock, to: Clock })),
  /** Visits so far on the day shown; null = missing or closed. */
  visits: z.number().nonnegative().nullable(),
  /** `at_least` while data are late, `about` with estimates inside. */
  bound: z.enum(["exact", "at_least", "about"]),
  estimated: z.number().nonnegative(),
  /** Share of the day's open time that is estimated so far. */
  estimated_share: z.number().min(0).max(1),
  /** Usual range on such a weekday at the hour of the last report (8 days in 10); null without history, before the
   *  first report of the day, and for sources that tell whole days only. */
  usual_now: Range.nullable(),
  /** Usual whole day, middle value. */
  usual_day: z.number().nonnegative().nullable(),
  /** People inside now; null while closed, without a door that counts both ways, and while that door is silent. */
  inside: Inside.nullable(),
  /** Expected at closing (8 days in 10). */
  expected: Range.nullable(),
  /** The seven days after the day shown. */
  days: z.array(BoardDay),
  feeds: z.array(FeedFreshness),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const boardRoute = defineRoute({
  path: "/board",
  summary: "Today's board: each site's visits so far against the usual range, and the next seven days.",
  query: z.object({}),
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    /** Day shown: today, or yesterday before the first opening of the day. */
    day: Day,
    /** True when `day` is yesterday because nothing has opened yet today. */
    before_opening: z.boolean(),
    territory: BoardRow,
    rows: z.array(BoardRow),
    /** Verdict of the day against the usual range, each site at its last report; `unknown` while sites without a
     *  number usually make more than 15 % of the visits. */
    verdict: z.enum(["ordinary", "strong", "weak", "closed", "unknown"]),
    /** Expected on the coming (or current) weekend, both days; null without a forecast. */
    weekend: z
      .object({
        saturday: Day,
        sunday: Day,
        both: Range,
        by_day: z.object({ saturday: Range.nullable(), sunday: Range.nullable() }),
        /** `busy` or `quiet`: more than 20 % above or below `year_before`; where that is unknown, outside of the last
         *  eight weekends' range. */
        verdict: z.enum(["ordinary", "busy", "quiet"]),
        /** Visits of the comparable weekend a year before, null if unknown. */
        year_before: z.number().nullable(),
      })
      .nullable(),
    /** Places booked over the next seven days, of which by groups, of which on days closed to the public. */
    booked: z.object({ total: z.number(), groups: z.number(), on_closed_days: z.number() }),
    /** What is advised first up to the coming Sunday, kept or not yet decided; null = nothing. */
    advice: Advice.nullable(),
  }),
});
export type Board = z.infer<typeof boardRoute.reply>;
