/** Options of an OCTO feed: one supplier's connection. */
import { z } from "zod";
import { TARIFFS } from "../../../src/domain/record.ts";
import { isLocalDate } from "../../../src/domain/time.ts";

export const octoOptions = z.strictObject({
  /** Address under which `/products/` stands. */
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Key of the connection. */
  token: z.string().min(1),
  /** What visits are counted by: `availability`, places no longer free, which counts every channel; `bookings`, those
   *  of this connection, with tariffs and redemptions, for a connection that sees all of them. Never both, or each
   *  would count twice. */
  sales: z.enum(["availability", "bookings"]).default("availability"),
  /** Products that are this site: `product`, or `product/option`. @default all */
  products: z.array(z.string().min(1)).default([]),
  /** Tariff class by id of a unit, else by its type (`ADULT`), or `ignore` for what is no visit. */
  units: z.record(z.string(), z.enum([...TARIFFS, "ignore"])).default({}),
  /** Extensions asked for. Without prices, `[]`. */
  capabilities: z
    .array(z.string().regex(/^[a-z]+\/[a-z-]+$/, "a capability is expected, such as octo/pricing"))
    .default(["octo/pricing"]),
  /** First day of visits to read bookings of. @default a year before the first pull */
  since: z.string().refine(isLocalDate, "a day (YYYY-MM-DD) is expected").optional(),
  /** Share (0–1) of the slots known that one reading may drop; beyond it a person has to look. */
  max_loss: z.number().min(0).max(1).default(0.3),
});
export type OctoOptions = z.output<typeof octoOptions>;
