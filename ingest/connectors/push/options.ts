/** Options of the `push` connector. */
import { z } from "zod";
import { MEASURES } from "../../../src/domain/record.ts";

const Secret = z.string().min(16, "at least 16 characters, such as from: openssl rand -base64 24");

export const PushOptions = z
  .strictObject({
    /** Sent by the source as `Authorization: Bearer …`. */
    token: Secret.optional(),
    /** Or known to both, and used to sign each batch. */
    hmac_secret: Secret.optional(),
    /** Seconds by which the time of a signature may be off. */
    window: z.number().min(1).max(3600).default(300),
    /** Batches a minute. */
    per_minute: z.int().min(1).max(60_000).default(600),
    /** Measure of rows that name none. */
    measure: z.enum(MEASURES).optional(),
    /** Minutes that a row counts when it does not say; 0 = one instant. */
    minutes: z.int().min(0).max(1500).default(0),
  })
  .refine((options) => (options.token === undefined) !== (options.hmac_secret === undefined), {
    path: ["token"],
    error: "give either token or hmac_secret",
  });
export type PushOptions = z.infer<typeof PushOptions>;
