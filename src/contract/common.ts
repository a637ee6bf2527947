/** Words that several resources share. Field names on the wire are snake_case. */
import { z } from "zod";

/** Text by language; `fr` is always there, the others fall back to it. */
export const LocalizedText = z.object({
  fr: z.string(),
  en: z.string().optional(),
  nl: z.string().optional(),
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Local day `YYYY-MM-DD` in the territory's zone. */
export const Day = z.iso.date();
/** Instant, ISO 8601 in UTC. */
export const At = z.iso.datetime();
/** Wall-clock time `HH:MM` in the territory's zone. */
export const Clock = z.string().regex(/^\d{2}:\d{2}$/);

/** Comma-separated site ids; absent = all sites. */
export const SiteList = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .optional();

/** How a value came about. `closed` and `missing` carry no number; 0 is a measured value. */
export const ValueState = z.enum(["measured", "estimated", "closed", "missing"]);
export type ValueState = z.infer<typeof ValueState>;

/** Quantiles of a forecast in people: 10 %, 25 %, 50 %, 75 %, 90 %. 8 times in 10 the value lies in [q10, q90]. */
export const Quantiles = z.object({
  q10: z.number().nonnegative(),
  q25: z.number().nonnegative(),
  q50: z.number().nonnegative(),
  q75: z.number().nonnegative(),
  q90: z.number().nonnegative(),
});
export type Quantiles = z.infer<typeof Quantiles>;

/** A range that holds 8 times in 10, in people. */
export const Range = z.object({ low: z.number().nonnegative(), high: z.number().nonnegative() });
export type Range = z.infer<typeof Range>;

/** Opening hours of one day, or why there are none. */
export const Opening = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("open"), hours: z.array(z.object({ from: Clock, to: z.string() })) }),
  z.object({ kind: z.literal("closed"), reason: LocalizedText.nullable() }),
]);
export type Opening = z.infer<typeof Opening>;

/** Carried by every reply that holds figures. */
export const Provenance = z.object({
  /** State of the data: arrival of the newest record used. */
  as_of: At.nullable(),
  /** Share of open time that was measured, 0–1; null when nothing was open. */
  coverage: z.number().min(0).max(1).nullable(),
  /** Id of the reply's total: names query, parameters and state of the data. */
  figure: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

/** What replies about one site begin with. */
export const SiteFigures = Provenance.extend({
  now: At,
  zone: z.string(),
  site: z.string(),
  name: LocalizedText,
  municipality: z.string(),
});

/** Sites and a span, as the forms of the pages send them. */
export const Period = z.object({
  sites: SiteList,
  from: Day.optional(),
  /** Exclusive. */
  to: Day.optional(),
  /** Last day, inclusive: what the form of a page sends; used where `to` is absent. */
  last: Day.optional(),
});

/** Opaque place in a list; absent on the first page, null after the last. */
export const NextCursor = z.string().nullable();
