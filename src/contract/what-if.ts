/** POST /what-if: what would change if something were otherwise, as a range, or why nothing can be said. */
import { z } from "zod";
import { defineAction } from "./action.ts";
import { At, Day, Quantiles } from "./common.ts";

export const OpeningClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const ClosingClock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** One thing that is otherwise on one local day. */
export const Change = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("opening"),
    day: Day,
    /** In order and apart; empty = closed all day. */
    hours: z
      .array(z.strictObject({ from: OpeningClock, to: ClosingClock }))
      .max(6)
      .refine((hours) => hours.every(({ from, to }, i) => from < to && from >= (hours[i - 1]?.to ?? "")), {
        error: "spans in order, none over another, are expected",
      }),
  }),
  /** A group that books now. */
  z.strictObject({ kind: z.literal("group"), day: Day, people: z.int().min(1).max(100_000) }),
  /** mm between 08:00 and 20:00. */
  z.strictObject({ kind: z.literal("rain"), day: Day, value: z.number().min(0).max(500) }),
  /** °C of the warmest hour. */
  z.strictObject({ kind: z.literal("temperature"), day: Day, value: z.number().min(-60).max(60) }),
  /** One more day of an event of the territory. */
  z.strictObject({ kind: z.literal("event"), day: Day, event: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal("free_entry"), day: Day }),
]);
export type Change = z.infer<typeof Change>;

export const Changes = z.array(Change).min(1).max(60);

/** One changed day. Two forecasts share the luck of the day, so the difference has a narrower range than either; where
 *  the site opens or closes it is that of all who come. */
export const WhatIfDay = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("answered"),
    day: Day,
    /** As forecast with nothing changed; zeros = closed. */
    before: Quantiles,
    after: Quantiles,
    /** People more, 8 times in 10 between `low` and `high`. */
    difference: z.object({ low: z.number(), middle: z.number(), high: z.number() }),
    /** Whose middle it is: the model's, or that of past days where the model knows no such change. */
    basis: z.enum(["model", "past_days"]),
    /** False where the range holds 0: no effect could be measured. */
    clear: z.boolean(),
    /** What it rests upon, in words such as "fair: 3 times, +12 % to +30 %". */
    because: z.array(z.string()),
  }),
  /** The past tells too little; reasons such as "rain: no rain is on record for this site". */
  z.object({ kind: z.literal("refused"), day: Day, reasons: z.array(z.string()) }),
]);
export type WhatIfDay = z.infer<typeof WhatIfDay>;

export const WhatIfReply = z.object({
  site: z.string(),
  model: z.string(),
  /** Everything used was known before. */
  origin: At,
  days: z.array(WhatIfDay),
});
export type WhatIfReply = z.infer<typeof WhatIfReply>;

export const whatIfAction = defineAction({
  path: "/what-if",
  summary: "What changes at a site would do to its days, as a range; nothing is kept.",
  input: z.strictObject({ site: z.string(), changes: Changes }),
  reply: WhatIfReply,
  status: 200,
});
