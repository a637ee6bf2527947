/** GET /effects: what something done at a site did, against what would have come without. */
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

export const effectsRoute = defineRoute({
  path: "/effects",
  summary:
    "Effect of something done at a site from a day on, with its range and placebos, or why there is none.",
  query: z.object({ site: z.string(), from: Day, to: Day.optional() }),
  reply: Provenance.extend({ site: z.string(), from: Day, to: Day, answer: EffectAnswer }),
});
