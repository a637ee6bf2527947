/** A pretix server's replies as of an instant, in the documented shape: decimal strings, multi-lingual names,
 *  offsets here and there, fields that our connector does not know, and the personal data a real server sends. */
import { Temporal } from "temporal-polyfill";
import type { Instant, Zone } from "../../src/domain/time.ts";
import { positionAt } from "./pretix-operations.ts";
import type {
  PretixCheckin,
  PretixEvent,
  PretixItem,
  PretixOrder,
  PretixPosition,
  PretixQuota,
  PretixSubevent,
  PretixTransaction,
} from "./pretix-state.ts";

export function itemJson(item: PretixItem): unknown {
  const name = { fr: item.name };
  return {
    id: item.id,
    name,
    admission: item.admission,
    default_price: money(item.priceCents),
    active: true,
  };
}

export function eventJson(event: PretixEvent): unknown {
  return {
    name: { fr: event.name },
    slug: event.slug,
    live: true,
    testmode: false,
    timezone: event.timezone,
    has_subevents: event.hasSubevents,
    date_from: withOffset(event.dateFrom, event.timezone),
    plugins: ["pretix.plugins.stripe"],
  };
}

/** Slots are written with the event's offset: "normally UTC" says the documentation, and offsets occur. */
export function subeventJson(slot: PretixSubevent, event: PretixEvent): unknown {
  return {
    id: slot.id,
    event: event.slug,
    name: { fr: event.name },
    active: slot.active,
    is_public: true,
    date_from: withOffset(slot.from, event.timezone),
    date_to: slot.to === null ? null : withOffset(slot.to, event.timezone),
    date_admission: null,
    presale_start: withOffset(slot.created, event.timezone),
    meta_data: {},
  };
}

export function quotaJson(quota: PretixQuota): unknown {
  const { id, size, items, subevent } = quota;
  return { id, name: `quota ${id}`, size, items, variations: [], subevent, closed: false };
}

export function transactionJson(row: PretixTransaction): unknown {
  return {
    id: row.id,
    order: row.order,
    created: instant(row.created),
    datetime: instant(row.created),
    positionid: row.positionid,
    count: row.count,
    item: row.item,
    variation: null,
    subevent: row.subevent,
    price: money(row.priceCents),
    tax_rate: "10.00",
    tax_rule: 3,
    tax_code: "S/standard",
    tax_value: "0.00",
    fee_type: row.feeType,
    internal_type: null,
    field_of_a_later_version: { nested: [1, 2] },
  };
}

export function checkinJson(row: PretixCheckin, now: Instant): unknown {
  const annulled = row.annulledAt !== null && row.annulledAt <= now;
  return {
    id: row.id,
    successful: !annulled && row.errorReason === null,
    error_reason: annulled ? "annulled" : row.errorReason,
    error_explanation: null,
    position: row.position,
    datetime: instant(row.datetime),
    created: instant(row.created),
    list: row.list,
    auto_checked_in: row.autoCheckedIn,
    gate: null,
    device: 7,
    device_id: 3,
    type: row.type,
  };
}

/** Last change of an order at or before `now`. */
export function lastModified(order: PretixOrder, now: Instant): Instant {
  return order.changes.findLast((at) => at <= now) ?? order.created;
}

/** @param canceled whether cancelled tickets are shown (`include_canceled_positions`). */
export function orderJson(order: PretixOrder, now: Instant, canceled: boolean): Record<string, unknown> {
  const whole = order.canceledAt !== null && order.canceledAt <= now;
  const { buyer } = order;
  return {
    code: order.code,
    status: whole ? "c" : "p",
    testmode: order.testmode,
    secret: `secret-${order.code}`,
    email: buyer.email,
    phone: buyer.phone,
    customer: null,
    locale: order.locale,
    sales_channel: order.salesChannel,
    datetime: instant(order.created),
    last_modified: instant(lastModified(order, now)),
    comment: `rappeler ${buyer.name}`,
    require_approval: false,
    invoice_address: {
      name: buyer.name,
      name_parts: { full_name: buyer.name },
      street: "1 rue de l'Exemple",
      zipcode: buyer.zipcode,
      country: buyer.country,
    },
    positions: order.positions.flatMap((position) => positionJson(position, order, now, canceled)),
    payments: [{ local_id: 1, state: "confirmed", provider: "stripe", details: { card_holder: buyer.name } }],
    refunds: [],
    field_of_a_later_version: true,
  };
}

function positionJson(
  position: PretixPosition,
  order: PretixOrder,
  now: Instant,
  canceled: boolean,
): unknown[] {
  const state = positionAt(position, now);
  if (!state || (state.canceled && !canceled)) return [];
  return [
    {
      id: position.id,
      order: order.code,
      positionid: position.positionid,
      canceled: state.canceled,
      item: state.item,
      variation: null,
      price: money(state.priceCents),
      subevent: state.subevent,
      attendee_name: position.attendeeName,
      attendee_email: order.buyer.email,
      secret: `ticket-${position.id}`,
      answers: [{ question: 12, answer: `téléphone ${order.buyer.phone}` }],
      checkins: [],
    },
  ];
}

/** UTC with microseconds, as Django writes it. */
function instant(at: Instant): string {
  return new Date(at).toISOString().replace("Z", "000Z");
}

function withOffset(at: Instant, zone: Zone): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never" });
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
