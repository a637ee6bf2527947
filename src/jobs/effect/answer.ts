/** What something did, as the forecasting thread tells it. People to a tenth, shares to four digits. */
import { z } from "zod";

const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** As {@link file://../../forecast/effect/effect.ts} `Effect`. */
export const EffectReply = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("effect"),
    days: z.int(),
    measured: z.number(),
    counterfactual: Estimate,
    share: Estimate,
    people: Estimate,
    per_day: Estimate,
    chance: z.number(),
    placebos: z.array(z.object({ from: z.iso.date(), share: z.number() })),
    controls: z.array(z.string()),
    control_weight: z.number(),
    by_day: z.array(z.object({ day: z.iso.date(), measured: z.number(), without: z.number() })),
  }),
  z.object({ kind: z.literal("refused"), reason: z.string() }),
]);
export type EffectReply = z.infer<typeof EffectReply>;
