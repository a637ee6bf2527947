/** What happens at a pretix server: sales, cancellations, rebookings, scans. Each operation carries its time and
 *  may be recorded in any order; those on one ticket must be recorded in the order of their times. */
import type { Instant } from "../../src/domain/time.ts";
import type {
  PositionVersion,
  PretixBuyer,
  PretixCheckin,
  PretixEvent,
  PretixOrder,
  PretixPosition,
  PretixSubevent,
} from "./pretix-state.ts";

/** Puts a slot on sale with one quota over `items` (all admission products when left out). */
export function addSlot(
  event: PretixEvent,
  slot: {
    from: Instant;
    to: Instant | null;
    size: number | null;
    created: Instant;
    items?: readonly number[];
  },
): PretixSubevent {
  const subevent: PretixSubevent = {
    id: nextId(event),
    from: slot.from,
    to: slot.to,
    active: true,
    created: slot.created,
  };
  event.subevents.push(subevent);
  const items = slot.items ?? event.items.filter((item) => item.admission).map((item) => item.id);
  event.quotas.push({ id: nextId(event), subevent: subevent.id, items, size: slot.size });
  return subevent;
}

export interface OrderLine {
  readonly item: number;
  /** Slot id, null for an event without slots. */
  readonly subevent: number | null;
  readonly priceCents: number;
  readonly attendeeName?: string;
}

/** Places an order: one position and one ledger line per ticket, plus a ledger line for a booking fee. */
export function placeOrder(
  event: PretixEvent,
  at: Instant,
  order: {
    lines: readonly OrderLine[];
    buyer?: Partial<PretixBuyer>;
    /** `web`, `pretixpos`, … */
    salesChannel?: string;
    locale?: string;
    testmode?: boolean;
    feeCents?: number;
  },
): PretixOrder {
  const code = orderCode(nextId(event));
  const positions = order.lines.map((line, index): PretixPosition => {
    const { item, subevent, priceCents } = line;
    return {
      id: nextId(event),
      positionid: index + 1,
      attendeeName: line.attendeeName ?? "Camille Exemple",
      versions: [{ at, item, subevent, priceCents, canceled: false }],
    };
  });
  const placed: PretixOrder = {
    id: 0,
    created: at,
    code,
    salesChannel: order.salesChannel ?? "web",
    locale: order.locale ?? "fr",
    testmode: order.testmode ?? false,
    buyer: { ...EXAMPLE_BUYER, ...order.buyer },
    positions,
    changes: [at],
    canceledAt: null,
  };
  event.orders.add(placed);
  for (const position of positions) ledger(event, placed, position, at, 1);
  if (order.feeCents) {
    event.transactions.add({
      ...{ id: 0, created: at, order: code, positionid: null, count: 1, item: null, subevent: null },
      priceCents: order.feeCents,
      feeType: "service",
    });
  }
  return placed;
}

/** Cancels one ticket of an order. */
export function cancelPosition(
  event: PretixEvent,
  order: PretixOrder,
  positionid: number,
  at: Instant,
): void {
  const position = findPosition(order, positionid);
  ledger(event, order, position, at, -1);
  position.versions.push({ ...latest(position), at, canceled: true });
  order.changes.push(at);
}

/** Cancels a whole order: its status becomes `c`, its positions stay listed. */
export function cancelOrder(event: PretixEvent, order: PretixOrder, at: Instant): void {
  for (const position of order.positions) {
    if (!latest(position).canceled) ledger(event, order, position, at, -1);
  }
  order.canceledAt = at;
  order.changes.push(at);
}

/** Moves a ticket to another slot: changed in place in the order, −1 and +1 in the ledger. */
export function rebook(
  event: PretixEvent,
  order: PretixOrder,
  positionid: number,
  subevent: number,
  at: Instant,
): void {
  const position = findPosition(order, positionid);
  ledger(event, order, position, at, -1);
  position.versions.push({ ...latest(position), at, subevent });
  ledger(event, order, position, at, 1);
  order.changes.push(at);
}

/** Scans a ticket. `uploadedAt` is later than `datetime` for a scanner that was offline. */
export function checkIn(
  event: PretixEvent,
  position: PretixPosition,
  scan: {
    datetime: Instant;
    uploadedAt?: Instant;
    list?: number;
    type?: "entry" | "exit";
    autoCheckedIn?: boolean;
    errorReason?: string;
  },
): PretixCheckin {
  const checkin: PretixCheckin = {
    id: 0,
    created: scan.uploadedAt ?? scan.datetime,
    datetime: scan.datetime,
    position: position.id,
    list: scan.list ?? 1,
    type: scan.type ?? "entry",
    autoCheckedIn: scan.autoCheckedIn ?? false,
    errorReason: scan.errorReason ?? null,
    annulledAt: null,
  };
  event.checkins.add(checkin);
  return checkin;
}

/** The turnstile did not turn: the scan becomes unsuccessful up to 15 minutes later. */
export function annul(checkin: PretixCheckin, at: Instant): void {
  checkin.annulledAt = at;
}

/** Deleting a check-in list deletes its scans. */
export function deleteCheckinList(event: PretixEvent, list: number): void {
  event.checkins.remove((checkin) => checkin.list === list);
}

/** State of a ticket as of an instant, undefined before it was sold. */
export function positionAt(position: PretixPosition, now: Instant): PositionVersion | undefined {
  return position.versions.findLast((version) => version.at <= now);
}

const EXAMPLE_BUYER: PretixBuyer = {
  name: "Camille Exemple",
  email: "camille@example.org",
  phone: "+33123456789",
  zipcode: "59400",
  country: "FR",
};

function ledger(
  event: PretixEvent,
  order: PretixOrder,
  position: PretixPosition,
  at: Instant,
  count: number,
) {
  const { item, subevent, priceCents } = latest(position);
  event.transactions.add({
    ...{ id: 0, created: at, order: order.code, positionid: position.positionid, count },
    ...{ item, subevent, priceCents, feeType: null },
  });
}

function latest(position: PretixPosition): PositionVersion {
  const version = position.versions.at(-1);
  if (!version) throw new RangeError(`invalid position: ${position.id} (it has no version)`);
  return version;
}

function findPosition(order: PretixOrder, positionid: number): PretixPosition {
  const position = order.positions.find((candidate) => candidate.positionid === positionid);
  if (!position) throw new RangeError(`invalid positionid: ${positionid} (order ${order.code} has none)`);
  return position;
}

function nextId(event: PretixEvent): number {
  event.lastId += 1;
  return event.lastId;
}

const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ3789";

function orderCode(n: number): string {
  let rest = n;
  let code = "";
  for (let i = 0; i < 5; i++) {
    code = ALPHABET.charAt(rest % ALPHABET.length) + code;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return code;
}
