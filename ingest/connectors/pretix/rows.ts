/** What we read of pretix's rows. Anything not named here is dropped on parsing: names, addresses, e-mails, phones,
 *  answers and ticket secrets never get further than the decoder. New fields of later servers do no harm. */
import { z } from "zod";

const at = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const id = z.int();
const cents = z
  .string()
  // Up to 999,999.99: a longer run of digits is no price of a ticket, whatever else it may be.
  .regex(/^-?\d{1,6}(\.\d+)?$/)
  .transform((text) => Math.round(Number(text) * 100));

export const EventRow = z.object({ date_from: at, has_subevents: z.boolean() });
export const ItemRow = z.object({ id, admission: z.boolean() });
export type ItemRow = z.output<typeof ItemRow>;

export const SlotRow = z.object({
  id,
  date_from: at,
  date_to: at.nullish(),
  presale_start: at.nullish(),
  active: z.boolean(),
});
export type SlotRow = z.output<typeof SlotRow>;

export const QuotaRow = z.object({ id, size: id.nullable(), items: z.array(id), subevent: id.nullable() });
export type QuotaRow = z.output<typeof QuotaRow>;

export const TransactionRow = z.object({
  id,
  order: z.string(),
  created: at,
  datetime: at,
  count: z.int(),
  item: id.nullable(),
  variation: id.nullish(),
  subevent: id.nullish(),
  price: cents,
  fee_type: z.string().nullish(),
});
export type TransactionRow = z.output<typeof TransactionRow>;

export const CheckinRow = z.object({
  id,
  successful: z.boolean(),
  error_reason: z.string().nullish(),
  datetime: at,
  created: at,
  list: id.nullish(),
  type: z.string(),
});
export type CheckinRow = z.output<typeof CheckinRow>;

const PositionRow = z.object({
  id,
  canceled: z.boolean().default(false),
  item: id,
  variation: id.nullish(),
  subevent: id.nullish(),
  price: cents,
});
export type PositionRow = z.output<typeof PositionRow>;

/** What an order adds to its tickets. The postcode leaves this module only as a département. */
export const OrderRow = z.object({
  code: z.string(),
  testmode: z.boolean().default(false),
  locale: z.string().nullish(),
  sales_channel: z.string().nullish(),
  invoice_address: z.object({ zipcode: z.string().nullish(), country: z.string().nullish() }).nullish(),
});
export type OrderRow = z.output<typeof OrderRow>;

/** An order as the source of sales. */
export const SalesOrderRow = OrderRow.extend({
  status: z.string(),
  require_approval: z.boolean().default(false),
  datetime: at,
  last_modified: at,
  positions: z.array(PositionRow),
});
export type SalesOrderRow = z.output<typeof SalesOrderRow>;
