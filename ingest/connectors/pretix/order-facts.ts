/** What an order says about each of its tickets: channel, origin, language. */
import type { Channel, SourceRecord } from "../../../src/domain/record.ts";
import { originOf } from "./origin.ts";
import type { OrderRow } from "./rows.ts";

export type OrderFacts = Pick<SourceRecord, "channel" | "origin" | "language">;

/** pretix's own channel names and those of its usual plugins; a name we do not know is `other`. */
const CHANNEL: Readonly<Record<string, Channel>> = {
  web: "online",
  shopify: "online",
  pretixpos: "desk",
  kiosk: "kiosk",
  resellers: "reseller",
};

/** Facts of an order; what it does not say is absent. */
export function orderFacts(order: OrderRow): OrderFacts {
  const origin = originOf(order.invoice_address?.country, order.invoice_address?.zipcode);
  const language = /^[a-z]{2}/.exec(order.locale ?? "")?.[0];
  return {
    ...(order.sales_channel ? { channel: CHANNEL[order.sales_channel] ?? "other" } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(language === undefined ? {} : { language }),
  };
}
