/** pretix rows → records. What is not named here never enters. */
import type { KeptRow } from "../../../src/domain/kept-row.ts";
import type { Mapped, SourceRecord } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { keepRecord } from "../../quarantine/record-form.ts";
import { type OrderFacts, orderFacts } from "./order-facts.ts";
import type { Products } from "./products.ts";
import type { CheckinRow, PositionRow, QuotaRow, SalesOrderRow, SlotRow, TransactionRow } from "./rows.ts";

const IGNORED: Mapped = { kind: "ignored" };

/** What the rows themselves do not say. */
export interface Sense {
  readonly site: string;
  readonly products: Products;
  readonly startOf: (slot: number | null | undefined) => Instant | undefined;
}

/** A ledger line: tickets sold (+) or taken back (−) for a visit. Fees, other products and test orders are no
 *  visits. @param facts of the order, null for a test order. */
export function mapTransaction(row: TransactionRow, sense: Sense, facts: OrderFacts | null): Mapped {
  if (facts === null || row.item === null || row.fee_type || row.count === 0) return IGNORED;
  const position = `transaction ${row.id}`;
  return visitRecord({ ...row, item: row.item }, sense, position, {
    key: `${row.id}`,
    value: row.count,
    version: row.created,
    deleted: false,
    knownAt: row.created,
    bookedOn: row.datetime,
    amountCents: row.price * row.count,
    ...facts,
  });
}

/** One ticket of an order, for servers without a ledger. Cancelled, expired and unapproved ones are taken back. */
export function mapPosition(row: PositionRow, order: SalesOrderRow, sense: Sense): Mapped {
  const sold = (order.status === "p" || order.status === "n") && !order.require_approval && !row.canceled;
  return visitRecord(row, sense, `position ${row.id}`, {
    key: `${row.id}`,
    value: 1,
    version: order.last_modified,
    deleted: !sold,
    knownAt: order.datetime,
    bookedOn: order.datetime,
    amountCents: row.price,
    ...orderFacts(order),
  });
}

/** A scan. A refused scan is no admission; an annulled one was, until the turnstile took it back. */
export function mapCheckin(row: CheckinRow, site: string, now: Instant): Mapped {
  const annulled = !row.successful && row.error_reason === "annulled";
  if (row.type !== "entry" || (!row.successful && !annulled)) return IGNORED;
  return record({
    ...{ site, measure: "admissions", minutes: 0, value: 1 },
    key: `${row.id}`,
    at: row.datetime,
    version: now,
    deleted: annulled,
    knownAt: row.created,
    ...(row.list === null || row.list === undefined ? {} : { gate: `${row.list}` }),
  });
}

/** Places of a slot. `knownAt` is the start of sales where pretix says it, else the slot itself: it must not change
 *  from one reading to the next. Null = unlimited or unknown. */
export function mapSlot(slot: SlotRow, places: number | null, site: string, now: Instant): Mapped {
  if (places === null || !slot.active) return IGNORED;
  return record({
    ...{ site, measure: "capacity", value: places, version: now, deleted: false },
    key: `${slot.id}`,
    at: slot.date_from,
    minutes: slot.date_to ? Math.max(0, Math.round((slot.date_to - slot.date_from) / 60_000)) : 0,
    knownAt: slot.presale_start ?? slot.date_from,
  });
}

/** Places that a slot's quotas offer together: the smallest quota over all products on sale, else the sum of the
 *  quotas that divide them. Null = no limit. */
export function placesOf(quotas: readonly QuotaRow[]): number | null {
  const sold = new Set(quotas.flatMap((quota) => quota.items));
  const whole = quotas.filter((quota) => sold.size === new Set(quota.items).size && quota.size !== null);
  if (whole.length > 0) return Math.min(...whole.map((quota) => quota.size ?? 0));
  const sizes = quotas.map((quota) => quota.size);
  if (sizes.length === 0 || sizes.includes(null)) return null;
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

type Visit = Pick<SourceRecord, "site" | "measure" | "at" | "minutes" | "tariff">;

/** A correction of a product that is not known says its tariff class; one of a date, its time. */
function visitRecord(
  row: { readonly item: number } & Pick<TransactionRow, "variation" | "subevent">,
  { site, products, startOf }: Sense,
  position: string,
  rest: Omit<SourceRecord, keyof Visit>,
): Mapped {
  const product = products(row.item, row.variation);
  if (product.kind === "other") return IGNORED;
  const at = startOf(row.subevent);
  const visit = { site, measure: "tickets", minutes: 0 } as const;
  if (product.kind === "unknown") {
    const detail = `${row.item}: not a product of this event (name it under options.items)`;
    const kept = withheld(keepRecord({ ...visit, ...rest, at }), "tariff");
    return { kind: "rejected", reason: "unknown_value", position, field: "item", detail, row: kept };
  }
  const tariff = product.tariff === undefined ? {} : { tariff: product.tariff };
  if (at === undefined) {
    const detail = `${row.subevent}: not a date of this event series`;
    const kept = withheld(keepRecord({ ...visit, ...rest, ...tariff }), "at");
    return { kind: "rejected", reason: "unknown_value", position, field: "subevent", detail, row: kept };
  }
  return record({ ...visit, ...rest, at, ...tariff });
}

function withheld(row: KeptRow, field: string): KeptRow {
  return { ...row, withheld: [...row.withheld, field] };
}

function record(fact: SourceRecord): Mapped {
  return { kind: "record", record: fact };
}
