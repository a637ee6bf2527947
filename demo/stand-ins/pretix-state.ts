/** What a pretix server knows, as plain data that a simulation or a test changes through pretix-operations.ts.
 *  Every change carries its own time, so the server can answer as of any clock. Money in cents, times in epoch ms. */
import type { Instant, Zone } from "../../src/domain/time.ts";
import { type Timed, TimedLog } from "./timed-log.ts";

/** A product. `admission: false` marks posters, drinks and the like. */
export interface PretixItem {
  readonly id: number;
  readonly name: string;
  readonly admission: boolean;
  readonly priceCents: number;
}

/** A dated slot of an event series. */
export interface PretixSubevent {
  readonly id: number;
  from: Instant;
  to: Instant | null;
  active: boolean;
  /** When the slot was put on sale; it is invisible before. */
  readonly created: Instant;
}

/** Places on sale for some products of one slot; `size` null is unlimited. */
export interface PretixQuota {
  readonly id: number;
  readonly subevent: number | null;
  readonly items: readonly number[];
  size: number | null;
}

/** One state of a ticket, from `at` until the next one. */
export interface PositionVersion {
  readonly at: Instant;
  readonly item: number;
  readonly subevent: number | null;
  readonly priceCents: number;
  readonly canceled: boolean;
}

/** One ticket (or other product) of an order. */
export interface PretixPosition {
  readonly id: number;
  readonly positionid: number;
  /** Personal: a real server sends it, so the stand-in does too. */
  readonly attendeeName: string;
  /** Ascending in time, never empty. */
  readonly versions: PositionVersion[];
}

export interface PretixBuyer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly zipcode: string;
  /** ISO country, upper case. */
  readonly country: string;
}

/** `created` is the time of the order. */
export interface PretixOrder extends Timed {
  readonly code: string;
  readonly salesChannel: string;
  readonly locale: string;
  readonly testmode: boolean;
  readonly buyer: PretixBuyer;
  readonly positions: PretixPosition[];
  /** Times of every change, ascending; the first is `created`. */
  readonly changes: Instant[];
  /** When the whole order was cancelled. */
  canceledAt: Instant | null;
}

/** One line of the append-only sales ledger. */
export interface PretixTransaction extends Timed {
  readonly order: string;
  readonly positionid: number | null;
  readonly count: number;
  readonly item: number | null;
  readonly subevent: number | null;
  readonly priceCents: number;
  readonly feeType: string | null;
}

/** One scan. `created` is its arrival at the server: an offline scanner uploads hours after `datetime`. */
export interface PretixCheckin extends Timed {
  readonly datetime: Instant;
  readonly position: number;
  readonly list: number;
  readonly type: "entry" | "exit";
  readonly autoCheckedIn: boolean;
  /** Set from the start for a refused scan (`already_redeemed`), null for a good one. */
  readonly errorReason: string | null;
  /** When the turnstile took the scan back. */
  annulledAt: Instant | null;
}

export interface PretixEvent {
  readonly slug: string;
  readonly name: string;
  readonly timezone: Zone;
  readonly hasSubevents: boolean;
  readonly dateFrom: Instant;
  readonly items: PretixItem[];
  readonly subevents: PretixSubevent[];
  readonly quotas: PretixQuota[];
  readonly orders: TimedLog<PretixOrder>;
  readonly transactions: TimedLog<PretixTransaction>;
  readonly checkins: TimedLog<PretixCheckin>;
  /** Last number given to a position, slot or quota. */
  lastId: number;
}

export interface PretixState {
  readonly organizer: string;
  readonly events: Map<string, PretixEvent>;
}

/** A server with no event. */
export function createPretixState(organizer: string): PretixState {
  return { organizer, events: new Map() };
}

/** Adds an event without slots, products or sales. `dateFrom` is the visit time of tickets without a slot. */
export function addEvent(
  state: PretixState,
  event: Pick<PretixEvent, "slug" | "name" | "timezone" | "hasSubevents" | "dateFrom">,
): PretixEvent {
  const added: PretixEvent = {
    ...event,
    items: [],
    subevents: [],
    quotas: [],
    orders: new TimedLog<PretixOrder>(),
    transactions: new TimedLog<PretixTransaction>(90_000),
    checkins: new TimedLog<PretixCheckin>(700),
    lastId: 5000,
  };
  state.events.set(event.slug, added);
  return added;
}
