/** GET /unusual: days on which far more or fewer came than was forecast the day before, with likely causes. */
import { z } from "zod";
import { AnnotationRow } from "./annotations.ts";
import { Day, Provenance, Range, SiteList } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Likely, never proven. */
export const UnusualCause = z.object({
  kind: z.enum(["feed", "event", "weather", "everywhere", "unknown"]),
  /** 0–1; the likeliest first. */
  weight: z.number().min(0).max(1),
  /** Of a feed `silent`, `stuck`, `other_source`, `revised`; of the weather `rain`, `temperature`; id of an event. */
  sign: z.string(),
  /** Hours (`silent`, `stuck`), people (`revised`, events), mm or °C against the forecast, sites that moved alike. */
  size: z.number(),
});

export const UnusualDay = z.object({
  site: z.string(),
  day: Day,
  visits: z.number(),
  /** As promised the day before. */
  median: z.number().nonnegative(),
  range: Range,
  /** Standard deviations from the median, of the log; below 0 = fewer came. */
  score: z.number(),
  /** From this size of score on a day of this site is unusual. */
  limit: z.number(),
  causes: z.array(UnusualCause),
  annotations: z.array(AnnotationRow),
});
export type UnusualDay = z.infer<typeof UnusualDay>;

export const unusualRoute = defineRoute({
  path: "/unusual",
  summary:
    "Measured days far outside what was forecast the day before, newest first, with likely causes. About one ordinary day per site and two months is flagged by chance.",
  query: z.object({ sites: SiteList, from: Day.optional(), to: Day.optional() }),
  reply: Provenance.extend({
    /** Days of the half year that could be judged. */
    judged: z.int(),
    rows: z.array(UnusualDay),
  }),
});
