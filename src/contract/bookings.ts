/** GET /bookings: the screen "Réservations à venir" as data: how the places of one visit day came in, beside the days
 *  most like it at the same number of days ahead, and where the next four weeks stand. Nothing about who booked. */
import { z } from "zod";
import { Day, Opening, Range, SiteFigures } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Against what comparable days had booked as many days ahead: `more` and `less` only outside their 8-in-10 range;
 *  `unknown` where too few days are alike. */
export const BookingVerdict = z.enum(["more", "less", "usual", "unknown"]);
export type BookingVerdict = z.infer<typeof BookingVerdict>;

/** Places in hand on the morning `lead` days before the visit. */
export const BookingPoint = z.object({
  lead: z.int().nonnegative(),
  /** Null on mornings still to come. */
  booked: z.number().nonnegative().nullable(),
  /** What comparable days had that morning: 8 in 10 of them, and their middle; null where too few are alike. */
  usual: Range.extend({ middle: z.number().nonnegative() }).nullable(),
});
export type BookingPoint = z.infer<typeof BookingPoint>;

/** Places that groups took or gave back in one day; changes below five are left out. */
export const GroupStep = z.object({
  day: Day,
  /** Days before the visit. */
  lead: z.int().positive(),
  tariff: z.enum(["group", "school"]),
  /** Negative = given back. */
  places: z.int(),
});
export type GroupStep = z.infer<typeof GroupStep>;

export const BookedDay = z.object({
  day: Day,
  opening: Opening,
  /** Days ahead; 0 = today. */
  lead: z.int(),
  booked: z.number().nonnegative(),
  groups: z.number().nonnegative(),
  /** Closed to the public, yet a group comes. */
  group_only: z.boolean(),
  /** What comparable days had at the same number of days ahead; null on closed days and where too few are alike. */
  usual: Range.extend({ middle: z.number().nonnegative() }).nullable(),
  /** Days that were compared. */
  days: z.int().nonnegative(),
  verdict: BookingVerdict,
});
export type BookedDay = z.infer<typeof BookedDay>;

export const bookingsRoute = defineRoute({
  path: "/bookings",
  summary: "How the places of a visit day came in, beside days like it, and what the next four weeks hold.",
  query: z.object({ site: z.string(), day: Day.optional() }),
  reply: SiteFigures.extend({
    /** True where some ticket was ever bought ahead of its day. */
    takes_bookings: z.boolean(),
    /** True where a till is among the site's feeds. */
    has_till: z.boolean(),
    /** Day looked at: the asked one, else the next that matters; null where the site takes no bookings. */
    selected: BookedDay.nullable(),
    /** Which days it is compared with: same weekday, or same kind of day where those are too few. */
    alike: z.enum(["weekday", "kind"]).nullable(),
    /** From the largest lead to the morning of the visit. */
    curve: z.array(BookingPoint),
    steps: z.array(GroupStep),
    /** Today and the days after it, 28 in all. */
    coming: z.array(BookedDay),
  }),
});
export type Bookings = z.infer<typeof bookingsRoute.reply>;
