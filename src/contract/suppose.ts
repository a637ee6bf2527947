/** GET /what-if: the screen "Et si ?" as data: what is asked stands in the address, so that a link asks it again. */
import { z } from "zod";
import { addDays, weekday } from "../domain/time.ts";
import { At, Day, LocalizedText, Opening, Quantiles, Range, SiteFigures } from "./common.ts";
import { defineRoute } from "./route.ts";
import { FollowedDay, Scenario } from "./scenarios.ts";
import { Change, ClosingClock, OpeningClock, WhatIfDay } from "./what-if.ts";

const Yes = z.literal("yes").optional();

/** What a form without script asks: days, and what is otherwise on each of them. */
const Asked = z.object({
  day: Day.optional(),
  /** Last day, inclusive; absent = `day` alone. */
  last: Day.optional(),
  /** Monday = 1: only such days between the two. */
  weekday: z.coerce.number<number>().int().min(1).max(7).optional(),
  opens: OpeningClock.optional(),
  closes: ClosingClock.optional(),
  closed: Yes,
  free: Yes,
  group: z.coerce.number<number>().int().min(1).max(100_000).optional(),
  event: z.string().min(1).max(64).optional(),
  /** mm between 08:00 and 20:00. */
  rain: z.coerce.number<number>().min(0).max(500).optional(),
  /** °C of the warmest hour. */
  temperature: z.coerce.number<number>().min(-60).max(60).optional(),
});
export type Asked = z.infer<typeof Asked>;

/** A year of days is more than anybody may ask about. */
const MOST_DAYS = 366;

/** One change per day and thing, days in order; none without a day or without anything that is otherwise. */
export function changesAsked(asked: Asked): Change[] {
  return daysAsked(asked).flatMap((day): Change[] => {
    const { opens, closes, closed, free, group, event, rain, temperature } = asked;
    return [
      ...(closed ? [{ kind: "opening" as const, day, hours: [] }] : []),
      ...(!closed && opens && closes
        ? [{ kind: "opening" as const, day, hours: [{ from: opens, to: closes }] }]
        : []),
      ...(free ? [{ kind: "free_entry" as const, day }] : []),
      ...(event ? [{ kind: "event" as const, day, event }] : []),
      ...(group ? [{ kind: "group" as const, day, people: group }] : []),
      ...(rain === undefined ? [] : [{ kind: "rain" as const, day, value: rain }]),
      ...(temperature === undefined ? [] : [{ kind: "temperature" as const, day, value: temperature }]),
    ];
  });
}

function daysAsked({ day, last = day, weekday: only }: Asked): string[] {
  const days: string[] = [];
  if (day === undefined || last === undefined) return days;
  for (let each = day; each <= last && days.length < MOST_DAYS; each = addDays(each, 1)) {
    if (only === undefined || weekday(each) === only) days.push(each);
  }
  return days;
}

/** Fields of a form → what they ask for; empty ones are left out. One that makes no sense leaves nothing asked. */
export function readAsked(fields: Readonly<Record<string, string>>): Asked {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  return Asked.safeParse(given).data ?? {};
}

/** The answered days together; null where none was. */
const SupposeTotal = z.object({
  days: z.int().positive(),
  before: Range,
  after: Range,
  /** Ends added up: the same effect, which is known badly, holds for all days; but for days that open or close. */
  difference: z.object({ low: z.number(), middle: z.number(), high: z.number() }),
});
export type SupposeTotal = z.infer<typeof SupposeTotal>;

export const supposeRoute = defineRoute({
  path: "/what-if",
  summary:
    "What changes given in the address would do to one site's days, its next weeks as forecast, and its scenarios.",
  query: z
    .object({ site: z.string(), ...Asked.shape, scenario: Scenario.shape.id.optional() })
    .refine(({ opens, closes }) => (opens === undefined) === (closes === undefined), {
      path: ["closes"],
      error: "opens and closes belong together",
    })
    .refine(({ opens, closes }) => opens === undefined || closes === undefined || opens < closes, {
      path: ["closes"],
      error: "a time after opens is expected",
    }),
  reply: SiteFigures.extend({
    sites: z.array(z.object({ id: z.string(), name: LocalizedText })),
    /** Why there is no forecast (`short_history`, `no_data`); null when there is one. */
    refused: z.string().nullable(),
    /** Days that can be asked about, last one inclusive. */
    reach: z.object({ from: Day, last: Day }),
    /** Events that may take place here. */
    events: z.array(z.object({ id: z.string(), name: LocalizedText })),
    takes_bookings: z.boolean(),
    /** As the address has it; null where a scenario or nothing is asked for. */
    asked: Asked.nullable(),
    changes: z.array(Change),
    /** `none`: nothing was asked. `waiting`: the computation has not ended; ask again in some seconds. */
    answer: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("none") }),
      z.object({ kind: z.literal("waiting") }),
      z.object({
        kind: z.literal("told"),
        model: z.string(),
        origin: At,
        days: z.array(WhatIfDay),
        total: SupposeTotal.nullable(),
      }),
    ]),
    /** Four weeks around what is asked, as they are forecast now. */
    days: z.array(z.object({ day: Day, opening: Opening, forecast: Quantiles.nullable() })),
    /** Those of the site that were kept, newest first. */
    scenarios: z.array(Scenario),
    /** The one asked for; once frozen, its days beside what came. */
    chosen: z
      .object({
        scenario: Scenario,
        followed: z.array(FollowedDay),
        measured: z.int().nonnegative(),
        inside: z.int().nonnegative(),
      })
      .nullable(),
  }),
});
export type Suppose = z.infer<typeof supposeRoute.reply>;
