/** GET /effects: what something did at a site, against what would have come without. */
import { z } from "zod";
import { Day, Provenance } from "./common.ts";
import { defineRoute } from "./route.ts";

/** 8 times in 10 the true value lies in [low, high]. */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const EffectAnswer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("effect"),
    /** Days measured whole, and people on them. */
    days: z.int(),
    measured: z.number(),
    /** People who would have come on them without. */
    counterfactual: Estimate,
    /** measured / counterfactual − 1. */
    share: Estimate,
    /** People more (or fewer), in all and by day. */
    people: Estimate,
    per_day: Estimate,
    /** Share of placebos as far out, the effect itself counted: small = hardly chance. */
    chance: z.number(),
    /** The same looked for at earlier dates, at which nothing was done. */
    placebos: z.array(z.object({ from: Day, share: z.number() })),
    /** Sites whose common move was taken off, and how much of it (0 = none). */
    controls: z.array(z.string()),
    control_weight: z.number(),
    by_day: z.array(z.object({ day: Day, measured: z.number(), without: z.number() })),
  }),
  z.object({ kind: z.literal("refused"), reason: z.string() }),
]);

/** Whose effect it is. */
export const EffectCause = z.discriminatedUnion("kind", [
  /** Something done on days `[from, to)`, written down or not. */
  z.object({ kind: z.literal("action"), from: Day, to: Day, annotation: z.uuid().nullable() }),
  z.object({ kind: z.literal("event"), event: z.string() }),
  /** Wet days against dry ones. */
  z.object({ kind: z.literal("rain"), from_mm: z.number() }),
]);

export const effectsRoute = defineRoute({
  path: "/effects",
  summary:
    "Effect of something done at a site (from a day on, or as written down), of an event or of rain, with its range and placebos, or why there is none. Ask by one of from, annotation, event and weather.",
  query: z
    .object({
      site: z.string(),
      from: Day.optional(),
      to: Day.optional(),
      annotation: z.uuid().optional(),
      event: z.string().min(1).max(200).optional(),
      weather: z.literal("rain").optional(),
    })
    .refine(
      ({ from, annotation, event, weather }) =>
        [from, annotation, event, weather].filter((one) => one !== undefined).length === 1,
      { path: ["from"], error: "one of from, annotation, event and weather is expected" },
    ),
  reply: Provenance.extend({ site: z.string(), of: EffectCause, answer: EffectAnswer }),
});
