/** Alerts in the territory file's schema: what is told, to whom, and when not. */
import { z } from "zod";
import { DOUBTFUL } from "../domain/alert.ts";
import { LANGUAGES } from "../domain/language.ts";
import { ADDRESS_REMEDY, address, secret, wrappingHours } from "./contact-fields.ts";
import { id } from "./fields.ts";

const ALERT_KINDS = [
  "forecast_occupancy_above",
  "occupancy_above",
  "feed_silent",
  "feed_suspect",
  "data_state",
  "anomaly",
] as const;

const share = z.number().positive("expected a share of capacity, such as 0.9").max(5);

export const recipients = z
  .array(
    z.union(
      [address, z.strictObject({ address, lang: z.enum(LANGUAGES).optional(), secret: secret.optional() })],
      {
        error: ADDRESS_REMEDY,
      },
    ),
  )
  .min(1, "expected at least one address");

export const alert = z.strictObject({
  id: id.optional().describe("What was sent is remembered under it; made from the condition when absent."),
  site: id.optional().describe("Absent = every site."),
  when: z
    .strictObject({
      forecast_occupancy_above: share.optional(),
      occupancy_above: share.optional(),
      feed_silent: z.literal(true).optional().describe("A feed owes news beyond its allowance."),
      feed_suspect: z
        .literal(true)
        .optional()
        .describe("A sensor repeats itself, leaves or drifts from its till, or has a wrong clock."),
      data_state: z
        .array(z.enum(DOUBTFUL))
        .min(1, `expected at least one of ${DOUBTFUL.join(", ")}`)
        .optional()
        .describe("The figure of a day that is over stands so."),
      anomaly: z.literal(true).optional().describe("Yesterday was far outside its forecast."),
    })
    .refine((when) => Object.values(when).filter((value) => value !== undefined).length === 1, {
      error: `expected one of ${ALERT_KINDS.join(", ")}`,
    }),
  to: recipients,
  quiet: wrappingHours.optional(),
});
