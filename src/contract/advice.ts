/** Advice to send visitors of a busy site to a calmer neighbour, and what was decided about it. */
import { z } from "zod";
import { ADVICE_STATUSES, DISMISSAL_REASONS } from "../domain/advice.ts";
import { LANGUAGES } from "../domain/language.ts";
import { PRESSURES } from "../domain/pressure.ts";
import { defineAction } from "./action.ts";
import { At, Clock, Day, LocalizedText, Range } from "./common.ts";
import { Estimate } from "./effects.ts";

/** `calm`, `moderate`, `busy` by the forecast against the site's ordinary day and its room; `unknown`: no forecast. */
export const PressureLevel = z.enum(PRESSURES);

const AdviceStatus = z.enum(ADVICE_STATUSES);
const DismissalReason = z.enum(DISMISSAL_REASONS);

/** What keeping the advice did at the receiving site, in visits a day; 8 times in 10 in the range. */
export const AdviceEffect = z.object({
  /** Kept days that are over and were measured. */
  days: z.int(),
  /** Days like them without. */
  without: z.int(),
  /** Null while it cannot be measured yet. */
  per_day: Estimate.nullable(),
});
export type AdviceEffect = z.infer<typeof AdviceEffect>;

/** One end of the advice on its day. */
const AdviceSite = z.object({
  site: z.string(),
  name: LocalizedText,
  municipality: z.string().nullable(),
  level: PressureLevel,
  /** Visits expected. */
  expected: Range,
  /** Against an ordinary open day, by the hour (1 = ordinary); null = not known. */
  ratio: z.number().nullable(),
});

export const Advice = z.object({
  /** Day and sites: `2026-11-28.tank-1917.archeosite`. */
  id: z.string(),
  day: Day,
  from: AdviceSite,
  to: AdviceSite,
  /** Hours of the wall clock at which both are open. */
  hours: z.array(z.object({ from: Clock, to: z.string() })),
  /** As the crow flies. */
  km: z.number().nonnegative(),
  /** Spoken at the receiving site; null = not said. */
  languages: z.array(z.enum(LANGUAGES)).nullable(),
  status: AdviceStatus,
  reason: DismissalReason.nullable(),
  decided_at: At.nullable(),
  effect: AdviceEffect,
});
export type Advice = z.infer<typeof Advice>;

export const decideAdviceAction = defineAction({
  path: "/advice/{id}/decide",
  summary: "Keeps advice, dismisses it with a reason, or opens it again; every decision is remembered.",
  input: z
    .strictObject({ id: z.string(), status: AdviceStatus, reason: DismissalReason.optional() })
    .refine(({ status, reason }) => (status === "dismissed") === (reason !== undefined), {
      path: ["reason"],
      error: "a reason is expected where advice is dismissed, and only there",
    }),
  reply: z.object({
    id: z.string(),
    day: Day,
    from: z.string(),
    to: z.string(),
    status: AdviceStatus,
    reason: DismissalReason.nullable(),
    decided_at: At,
  }),
  status: 200,
});
