/** What a scenario would change, as the forecasting thread tells it and as it is kept when frozen. People to a tenth. */
import { z } from "zod";

const Quantiles = z.object({
  q10: z.number().nonnegative(),
  q25: z.number().nonnegative(),
  q50: z.number().nonnegative(),
  q75: z.number().nonnegative(),
  q90: z.number().nonnegative(),
});

export const WhatIfAnswer = z.object({
  site: z.string(),
  /** Model that was asked. */
  model: z.string(),
  /** Everything used was known before, epoch ms. */
  origin: z.int(),
  days: z.array(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("answered"),
        day: z.iso.date(),
        before: Quantiles,
        after: Quantiles,
        difference: z.object({ low: z.number(), middle: z.number(), high: z.number() }),
        basis: z.enum(["model", "past_days"]),
        clear: z.boolean(),
        because: z.array(z.string()),
      }),
      z.object({ kind: z.literal("refused"), day: z.iso.date(), reasons: z.array(z.string()) }),
    ]),
  ),
});
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;
