/** Options of a pretix feed in the territory file. */
import { z } from "zod";
import { TARIFFS } from "../../../src/domain/record.ts";

/** `14` is a product, `14/31` one variation of it. */
const itemKey = z
  .string()
  .regex(/^\d+(\/\d+)?$/, "a product id (14) or product/variation (14/31) is expected");

export const pretixOptions = z.strictObject({
  /** Address of the server, without `/api/v1`: `https://pretix.eu`. */
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Short form of the organizer, as in the shop's address. */
  organizer: z.string().regex(/^[\w.-]+$/),
  /** Short form of the event or event series. */
  event: z.string().regex(/^[\w.-]+$/),
  /** Team token with the right "can view orders". */
  token: z.string().min(1),
  /** Tariff class per product, or `ignore` for what is no visit. A product that is not named counts when pretix
   *  calls it an admission product, without a tariff class. */
  items: z.record(itemKey, z.enum([...TARIFFS, "ignore"])).default({}),
  /** Site of the territory, when it is not the feed's own. */
  site: z.string().optional(),
  /** Where sales are read: the ledger (pretix 2025.7 and later) or the orders. @default the ledger if there is one */
  sales: z.enum(["transactions", "orders"]).optional(),
  /** Check-in lists that are the site's entrance, by id. @default all: right when each ticket is scanned once */
  lists: z.array(z.int()).optional(),
});
export type PretixOptions = z.output<typeof pretixOptions>;
