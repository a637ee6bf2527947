/** GET /flows: the screen "Flux entre sites" as data: how pressed each site will be over seven days, where to send
 *  visitors, and where they come from. */
import { z } from "zod";
import { LANGUAGES } from "../domain/language.ts";
import { Advice, AdviceEffect, PressureLevel } from "./advice.ts";
import { At, Day, LocalizedText, Opening, Provenance, Quantiles } from "./common.ts";
import { defineRoute } from "./route.ts";

export const FlowDay = z.object({
  day: Day,
  opening: Opening,
  level: PressureLevel,
  /** Null when closed or without a forecast. */
  forecast: Quantiles.nullable(),
  /** Middle of the forecast by open hour against an ordinary open day (1 = ordinary); null = not known. */
  ratio: z.number().nullable(),
  /** High end by open hour against the room, were each visit to last an hour; null without a declared limit. */
  load: z.number().nullable(),
});
export type FlowDay = z.infer<typeof FlowDay>;

export const FlowRow = z.object({
  site: z.string(),
  name: LocalizedText,
  municipality: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  capacity: z.int().nullable(),
  languages: z.array(z.enum(LANGUAGES)).nullable(),
  /** Visits an open hour on the ordinary open day of the last eight weeks; null for fewer than eight such days. */
  usual_per_hour: z.number().nullable(),
  days: z.array(FlowDay),
});
export type FlowRow = z.infer<typeof FlowRow>;

/** People or too few to tell; a hidden count cannot be worked out from those shown. */
const Count = z.number().nonnegative().nullable();

/** Counts by where people come from and where they went; `other` holds origins too small for a row of their own. */
export const FlowTable = z.object({
  /** Département (`59`), country (`BE`), `other`, or a site. */
  from: z.array(z.string()),
  /** Sites. */
  to: z.array(z.string()),
  /** By `from`, then `to`. */
  cells: z.array(z.array(Count)),
  from_totals: z.array(Count),
  to_totals: z.array(Count),
  total: Count,
});
export type FlowTable = z.infer<typeof FlowTable>;

/** Such as `2026-Q3`: whole quarters alone, so that two answers cannot be subtracted from each other. */
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, "a quarter such as 2026-Q3 is expected");

export const flowsRoute = defineRoute({
  path: "/flows",
  summary:
    "Pressure by site and day, advice to send visitors to calmer neighbours, and where visitors come from.",
  query: z.object({
    /** Day whose advice stands first. */
    day: Day.optional(),
    quarter: Quarter.optional(),
  }),
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    /** Seven days from today on. */
    days: z.array(Day),
    /** The day looked at. */
    day: Day,
    rows: z.array(FlowRow),
    /** Of all seven days, by day. */
    advice: z.array(Advice),
    /** What kept advice did, by pair of sites, most often kept first. */
    kept: z.array(AdviceEffect.extend({ from: z.string(), to: z.string() })),
    /** Lines of the territory's outline as longitude, latitude. */
    outline: z.array(z.array(z.tuple([z.number(), z.number()]))).nullable(),
    movements: z.object({
      quarter: Quarter,
      from: Day,
      /** Exclusive. */
      to: Day,
      /** Quarters that can be asked for, newest first. */
      quarters: z.array(Quarter),
      /** Fewest people a shown count holds. */
      least: z.int(),
      /** Tickets of the quarter, and how many of them say where people come from; null where that would tell a hidden
       *  count. */
      tickets: z.number(),
      told: Count,
      /** Null where no ticket tells. */
      origins: FlowTable.nullable(),
      /** From the site at which the same pass was used before; null where no source tells. */
      passes: FlowTable.nullable(),
    }),
  }),
});
export type Flows = z.infer<typeof flowsRoute.reply>;
