/** Typed faces of the queries behind the alerts. Instants are epoch ms. */
import { z } from "zod";
import { Int, query } from "../../store/query.ts";

const STATES = ["claimed", "withdrawn", "sending", "sent", "failed", "refused", "unknown"] as const;
export type AttemptState = (typeof STATES)[number];

export const alertAttempts = query(
  "alert_attempts",
  z.object({ alert: z.string(), recipient: z.string(), subjects: z.array(z.string()) }),
  z.object({
    subject: z.string(),
    claim: z.string(),
    state: z.enum(STATES),
    tries: Int,
    next: Int,
    since: Int,
  }),
);
