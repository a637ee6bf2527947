/** Turns the truth of a site-day into sales: the orders of those who came, and of those who did not (cancelled,
 *  not shown, mistyped at the desk). Each order belongs to the day on which its visit finally stands. */
import type { Site } from "../../src/domain/site.ts";
import { addDays, dayNumber, HOUR, type Instant, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import { arrivalIn, type Party, purchase, type SiteDay } from "./attendance.ts";
import type { Group } from "./groups.ts";
import type { Change, Order, Position } from "./order.ts";
import type { Ticketing } from "./profile.ts";
import { integer, type Random, random } from "./random.ts";
import { type Door, doorOf, scanned } from "./scans.ts";
import { type Slot, slotAt } from "./slots.ts";
import { drawOrigin, drawTariff, PRICES } from "./tariffs.ts";

const DAY_ONE = dayNumber("2020-01-01");
/** Orders of one site and day; with 4096 days this keeps order numbers below 2²². */
const PER_DAY = 1024;

/** Shares of the online orders that came: further orders that did not, and orders that were moved. */
const CANCELLED = 0.06;
const NO_SHOW = 0.05;
const MOVED = 0.04;
const SHRUNK = 0.03;
const MISTYPED = 0.008;

interface OrderContext {
  readonly site: Site;
  readonly ticketing: Ticketing;
  readonly seed: string;
  /** Public slots of another day, for orders that were first bought for it. */
  readonly slots: (date: LocalDate) => readonly Slot[];
}

/** Orders whose visits stand on this day. At most {@link PER_DAY}. */
export function ordersOf(day: SiteDay, { site, ticketing, seed, slots }: OrderContext): readonly Order[] {
  const r = random(`${seed}/${site.id}/${day.date}/orders`);
  const own = slots(day.date);
  const door = doorOf(r, day, ticketing);
  const base = (dayNumber(day.date) - DAY_ONE) * PER_DAY;
  const orders: Order[] = [];
  const add = (order: Omit<Order, "number" | "site">) => {
    if (orders.length < PER_DAY) orders.push({ number: base + orders.length, site: site.id, ...order });
  };

  for (const party of day.parties) {
    const slot = slotAt(own, party.arrive);
    if (!slot) continue;
    const bought = party.boughtOnline;
    if (bought === null) {
      add(atDesk(r, party, slot, false));
      if (r() < MISTYPED) add(atDesk(r, party, slot, true));
      continue;
    }
    add(online(r, door, party, bought, slot, r() < MOVED ? otherSlot(r, day, slots, bought) : null));
    const fate = r();
    if (fate < CANCELLED + NO_SHOW) {
      const arrive = arrivalIn(r, day.spans);
      const ghost = { ...party, people: integer(r, 1, 4), arrive };
      const on = purchase(r, arrive, site, day.date);
      const target = slotAt(own, arrive) ?? slot;
      add(absent(r, ghost, on, target, fate < CANCELLED));
    }
  }
  for (const group of day.groups) {
    const slot = slotAt(own, group.planned);
    if (slot) add(groupOrder(r, door, group, slot));
  }
  return orders;
}

function buyer(r: Random, people: number) {
  const origin = drawOrigin(r);
  const positions: Position[] = Array.from({ length: people }, (_, i) => {
    const tariff = drawTariff(r, i, origin);
    return { tariff, cents: PRICES[tariff] };
  });
  return { ...origin, positions, group: false };
}

function atDesk(r: Random, party: Party, slot: Slot, mistyped: boolean): Omit<Order, "number" | "site"> {
  const on = party.arrive + (mistyped ? -integer(r, 20_000, 90_000) : integer(r, 0, 59_999));
  const takenBack = mistyped ? on + integer(r, 60_000, 4 * MINUTE) : null;
  const positions = Array.from({ length: party.people }, (_, i) => i);
  return {
    ...buyer(r, party.people),
    placedOn: on,
    channel: "desk",
    slot,
    changes: takenBack === null ? [] : [{ kind: "cancel", on: takenBack, positions }],
    scans: positions.map((position) => ({
      position,
      at: on + position,
      uploadedOn: on + position,
      annulledOn: takenBack,
      automatic: true,
      refused: null,
    })),
  };
}

function online(r: Random, door: Door, party: Party, bought: Instant, slot: Slot, first: Slot | null) {
  const moved = first && first.id !== slot.id ? first : null;
  const changes: Change[] = [];
  const deadline = Math.min(moved?.from ?? slot.from, slot.from, party.arrive - 10 * MINUTE);
  const later = () => Math.floor(bought + Math.max(0, deadline - bought) * (0.2 + 0.75 * r()));
  if (moved) changes.push({ kind: "move", on: later(), to: slot });
  const people = { count: party.people };
  if (r() < SHRUNK) {
    changes.push({ kind: "cancel", on: later(), positions: [people.count] });
    people.count++;
  }
  return {
    ...buyer(r, people.count),
    placedOn: bought,
    channel: "web" as const,
    slot: moved ?? slot,
    changes: changes.sort((a, b) => a.on - b.on),
    scans: scanned(r, door, party.people, party.arrive),
  };
}

function absent(r: Random, party: Party, bought: Instant, slot: Slot, cancels: boolean) {
  const positions = Array.from({ length: party.people }, (_, i) => i);
  const on = Math.floor(bought + Math.max(0, slot.from - HOUR - bought) * Math.sqrt(r()));
  const changes: Change[] = cancels ? [{ kind: "cancel", on, positions }] : [];
  return { ...buyer(r, party.people), placedOn: bought, channel: "web" as const, slot, changes, scans: [] };
}

function groupOrder(r: Random, door: Door, group: Group, slot: Slot) {
  const tariff = group.kind === "school" ? "school" : "group";
  const changes: Change[] = [];
  const all = Array.from({ length: group.booked }, (_, i) => i);
  if (group.cancelledOn !== null) changes.push({ kind: "cancel", on: group.cancelledOn, positions: all });
  if (group.reduced) {
    const positions = all.slice(group.booked - group.reduced.by);
    changes.push({ kind: "cancel", on: group.reduced.on, positions });
  }
  return {
    ...drawOrigin(r),
    placedOn: group.bookedOn,
    channel: "web" as const,
    group: true,
    slot,
    positions: all.map((): Position => ({ tariff, cents: PRICES[tariff] })),
    changes,
    scans: scanned(r, door, group.came, group.arrive),
  };
}

/** A slot on another open day near by, later than the purchase: where the order stood before it was moved. */
function otherSlot(
  r: Random,
  day: SiteDay,
  slots: (date: LocalDate) => readonly Slot[],
  bought: Instant,
): Slot | null {
  const date = addDays(day.date, integer(r, 1, 9) * (r() < 0.5 ? -1 : 1));
  const open = slots(date).filter(({ groupOnly, from }) => !groupOnly && from > bought + HOUR);
  return open[integer(r, 0, Math.max(0, open.length - 1))] ?? null;
}
