/** /tally: what was counted by hand at a site; /tallies: counting, press by press or an hour at a time. */
import { z } from "zod";
import { TARIFFS } from "../domain/record.ts";
import { defineAction } from "./action.ts";
import { At, Clock, Day, LocalizedText, Opening, SiteFigures } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Most people that one press or one hour can hold. */
export const LARGEST_COUNT = 500;
/** Most presses sent at once. */
const MOST_ENTRIES = 200;

/** Tariff class; those with a meaning for health or social benefits are not among them. */
const Tariff = z.enum(TARIFFS);

/** People of one class in one hour; `tariff` null = not told apart. */
const Share = z.object({ tariff: Tariff.nullable(), people: z.int().nonnegative() });

export const TallySlot = z.object({
  /** An hour from the opening on, or what is left of it before closing. */
  start: At,
  end: At,
  from: Clock,
  to: Clock,
  /** Null = nobody counted, which is not 0. */
  people: z.int().nonnegative().nullable(),
  by: z.array(Share),
});
export type TallySlot = z.infer<typeof TallySlot>;

export const TallyDay = z.object({
  day: Day,
  /** `partial`: part of the open hours were counted. */
  state: z.enum(["counted", "partial", "missing", "closed"]),
  people: z.int().nonnegative().nullable(),
  /** Hours counted, of those that were open. */
  counted: z.int(),
  open: z.int(),
});
export type TallyDay = z.infer<typeof TallyDay>;

export const tallyRoute = defineRoute({
  path: "/tally",
  summary: "What was counted by hand at a site: today by the hour and class, and the seven days before.",
  query: z.object({ site: z.string() }),
  reply: SiteFigures.extend({
    /** Sites where people are counted by hand. */
    sites: z.array(z.object({ id: z.string(), name: LocalizedText })),
    /** Feed that takes the counts; null = the territory file declares none for this site. */
    feed: z.string().nullable(),
    /** True where visits may come from hand counts: by the site's rule, first or as a stand-in. */
    used: z.enum(["truth", "stand_in", "unused"]),
    /** Classes told apart; empty = none. */
    tariffs: z.array(Tariff),
    day: Day,
    opening: Opening,
    next_opening: At.nullable(),
    /** Today's hours; empty when closed. */
    slots: z.array(TallySlot),
    /** Counted today, open hours or not; null = nobody counted. */
    people: z.int().nonnegative().nullable(),
    /** Start of the newest quarter of an hour counted today. */
    last_at: At.nullable(),
    /** The seven days before, oldest first. */
    days: z.array(TallyDay),
  }),
});
export type Tally = z.infer<typeof tallyRoute.reply>;

export const TallyEntry = z.strictObject({
  /** Made where the press was; sent again with the same id, an entry changes nothing. */
  id: z.uuid(),
  /** When, by the clock of the device; kept to the quarter of an hour. */
  at: At,
  tariff: Tariff.optional(),
  /** 0 = somebody stood there and nobody came. */
  count: z.int().min(0).max(LARGEST_COUNT),
  /** Takes the entry back, whichever of the two arrives first. */
  withdrawn: z.boolean().default(false),
});
export type TallyEntry = z.input<typeof TallyEntry>;

export const countPressesAction = defineAction({
  path: "/tallies",
  summary: "Counts people at a site, press by press. Sent again, nothing is doubled. Nothing about persons.",
  input: z.strictObject({ site: z.string(), entries: z.array(TallyEntry).min(1).max(MOST_ENTRIES) }),
  reply: z.object({
    /** Entries that are stored now, those that were before among them. */
    stored: z.int(),
    refused: z.array(z.object({ id: z.uuid(), reason: z.enum(["future", "too_old"]) })),
  }),
  status: 200,
});

export const countHourAction = defineAction({
  path: "/tallies/hours",
  summary: "Counts one hour at a site as a whole; counted again, the newer figure replaces the older one.",
  input: z.strictObject({
    site: z.string(),
    /** Start of one of the hours of GET /tally. */
    start: At,
    tariff: Tariff.optional(),
    count: z.int().min(0).max(LARGEST_COUNT),
  }),
  reply: z.object({ site: z.string(), start: At, people: z.int() }),
  status: 200,
});
