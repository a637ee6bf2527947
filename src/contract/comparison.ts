/** GET /comparison: the screen "Comparer les sites" as data: visits an open hour of each site, beside comparable days a
 *  year before, and how far the whole rests on one site. */
import { z } from "zod";
import { At, Day, LocalizedText, Period, Provenance } from "./common.ts";
import { defineRoute } from "./route.ts";

/** Why a site has no comparison: it was never open; nothing was measured; under 90 % of open time was measured in this
 *  period, or on the comparable days; it was not counted then; no day has a comparable one. */
export const LeftOut = z.enum([
  "closed",
  "no_data",
  "coverage",
  "coverage_before",
  "not_counted_before",
  "no_pairs",
]);
export type LeftOut = z.infer<typeof LeftOut>;

export const ComparedSite = z.object({
  site: z.string(),
  name: LocalizedText,
  /** Over the days that are over, open and known in full: of them those with a like day where `before_visits` is
   *  given, else all. Null = none. */
  visits: z.number().nonnegative().nullable(),
  open_hours: z.number().nonnegative(),
  /** visits / open_hours. */
  per_hour: z.number().nonnegative().nullable(),
  days: z.int(),
  /** The same number of comparable days a year before; null where `left_out` says why. */
  before_visits: z.number().nonnegative().nullable(),
  before_open_hours: z.number().nonnegative().nullable(),
  before_per_hour: z.number().nonnegative().nullable(),
  /** per_hour / before_per_hour − 1; null where the base is under 30 visits. */
  change: z.number().nullable(),
  /** Open days without a like day, or not known in full on either side. */
  days_left_out: z.int(),
  /** Share of open time that was measured in the period, 0–1; null when never open. */
  coverage: z.number().min(0).max(1).nullable(),
  left_out: LeftOut.nullable(),
});
export type ComparedSite = z.infer<typeof ComparedSite>;

/** SOURCE: Hirschman, The paternity of an index, 1964; Laakso & Taagepera, Effective number of parties, 1979 (1/H). */
export const Concentration = z.object({
  sites: z.int(),
  visits: z.number(),
  /** Sum of squared shares, 1/sites to 1. */
  hhi: z.number(),
  /** (hhi − 1/sites) / (1 − 1/sites): 0 = equal shares, 1 = one site has all. */
  normalised: z.number(),
  /** 1 / hhi: so many sites of equal size would be as concentrated. */
  effective: z.number(),
});
export type Concentration = z.infer<typeof Concentration>;

export const comparisonRoute = defineRoute({
  path: "/comparison",
  summary: "Visits an open hour of each site beside comparable days a year before, and their concentration.",
  query: Period,
  reply: Provenance.extend({
    now: At,
    zone: z.string(),
    from: Day,
    /** Exclusive. */
    to: Day,
    sites: z.array(z.object({ id: z.string(), name: LocalizedText, chosen: z.boolean() })),
    /** Most visits an open hour first; sites without any last. */
    rows: z.array(ComparedSite),
    /** The compared sites together. Null without one. */
    together: z
      .object({ per_hour: z.number(), before_per_hour: z.number(), change: z.number().nullable() })
      .nullable(),
    /** Over the compared sites, in both years; where they are fewer than two, over all measured ones and this year
     *  only. Null where fewer than two sites had visits. */
    concentration: z.object({ now: Concentration, before: Concentration.nullable() }).nullable(),
    estimated_share: z.number().min(0).max(1),
  }),
  row: ComparedSite,
});
export type Comparison = z.infer<typeof comparisonRoute.reply>;
