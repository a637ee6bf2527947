/** Writes the simulation's sales, changes and scans into the pretix stand-in, day of visit by day of visit and
 *  always in the same order, so codes and numbers come out the same at every start. */
import { TARIFFS } from "../../src/domain/record.ts";
import { addDays, type Instant, type LocalDate } from "../../src/domain/time.ts";
import {
  addSlot,
  annul,
  cancelOrder,
  cancelPosition,
  checkIn,
  placeOrder,
  rebook,
} from "../stand-ins/pretix-operations.ts";
import { addEvent, type PretixEvent, type PretixOrder, type PretixState } from "../stand-ins/pretix-state.ts";
import { LONGEST_LEAD_DAYS } from "./groups.ts";
import { dayStart } from "./local-days.ts";
import type { Order } from "./order.ts";
import type { Slot } from "./slots.ts";
import { numberByTime } from "./stable-ids.ts";
import { PRICES } from "./tariffs.ts";
import type { Place, World } from "./world.ts";

/** Product of a poster: sold at the desk, admits nobody. */
const POSTER = { id: 90, cents: 800 };
/** An order may first have stood on a day this far from its visit. */
const MOVE_DAYS = 10;
const ITEM_NAMES = {
  full: "Plein tarif",
  reduced: "Tarif réduit",
  free: "Gratuit",
  resident: "Habitant de la CAC",
  child: "Enfant 6-17 ans",
  group: "Groupe adultes",
  school: "Groupe scolaire",
  other: "Pass été",
};

interface PretixFeed {
  /** Writes what may be visible at an instant (and what is booked ahead). Cheap when the day has not changed. */
  readonly advance: (now: Instant) => void;
}

/** One event of the stand-in, fed with the sales of one site.
 *  @param slug the event as the territory's feed names it. */
export function pretixFeed(world: World, place: Place, state: PretixState, slug: string): PretixFeed {
  const event = addEvent(state, {
    slug,
    name: place.site.name.fr ?? slug,
    timezone: place.site.zone,
    hasSubevents: true,
    dateFrom: dayStart(world.start, place.site.zone),
  });
  for (const [index, tariff] of TARIFFS.entries()) {
    const item = { id: index + 1, name: ITEM_NAMES[tariff], admission: true };
    event.items.push({ ...item, priceCents: PRICES[tariff] });
  }
  event.items.push({ id: POSTER.id, name: "Affiche", admission: false, priceCents: POSTER.cents });

  const slotIds = new Map<number, number>();
  const offer = (date: LocalDate) => {
    for (const slot of place.slots(date)) slotIds.set(slot.id, putOnSale(event, slot, place.site.zone));
  };
  for (let n = -MOVE_DAYS; n < MOVE_DAYS; n++) offer(addDays(world.start, n));
  let next = world.start;
  return {
    advance: (now) => {
      const last = addDays(world.today(now), LONGEST_LEAD_DAYS + 1);
      if (next > last) return;
      for (; next <= last; next = addDays(next, 1)) {
        offer(addDays(next, MOVE_DAYS));
        for (const order of place.orders(next)) sell(event, order, slotIds);
      }
      numberByTime(event.orders);
      numberByTime(event.transactions);
      numberByTime(event.checkins);
    },
  };
}

function putOnSale(event: PretixEvent, slot: Slot, zone: string): number {
  const created = slot.groupOnly
    ? slot.visibleFrom - 60_000
    : dayStart(addDays(slot.date, -LONGEST_LEAD_DAYS - 1), zone);
  return addSlot(event, { from: slot.from, to: slot.to, size: slot.capacity, created }).id;
}

function sell(event: PretixEvent, order: Order, slotIds: ReadonlyMap<number, number>): void {
  const idOf = (slot: Slot): number => {
    const id = slotIds.get(slot.id);
    if (id === undefined) throw new RangeError(`invalid slot: ${slot.date} (it was never put on sale)`);
    return id;
  };
  const subevent = idOf(order.slot);
  const lines = order.positions.map(({ tariff, cents }) => ({
    item: TARIFFS.indexOf(tariff) + 1,
    subevent,
    priceCents: cents,
  }));
  // One desk sale in forty comes with a poster; one online order in four pays a booking fee.
  const poster = order.channel === "desk" && order.number % 40 === 0;
  if (poster) lines.push({ item: POSTER.id, subevent, priceCents: POSTER.cents });
  const placed = placeOrder(event, order.placedOn, {
    lines,
    buyer: { zipcode: order.postcode ?? "", country: order.country },
    salesChannel: order.channel === "desk" ? "pretixpos" : "web",
    locale: order.locale,
    ...(order.channel === "web" && !order.group && order.number % 4 === 0 ? { feeCents: 100 } : {}),
  });
  if (order.number % 211 === 0) placeOrder(event, order.placedOn + 1, { lines, testmode: true });
  change(event, placed, order, idOf);
  scan(event, placed, order);
}

function change(event: PretixEvent, placed: PretixOrder, order: Order, idOf: (slot: Slot) => number): void {
  const standing = new Set(order.positions.keys());
  for (const step of order.changes) {
    if (step.kind === "move") {
      for (const position of standing) rebook(event, placed, position + 1, idOf(step.to), step.on);
    } else if (step.positions.length === standing.size) {
      cancelOrder(event, placed, step.on);
      standing.clear();
    } else {
      for (const position of step.positions) {
        cancelPosition(event, placed, position + 1, step.on);
        standing.delete(position);
      }
    }
  }
}

function scan(event: PretixEvent, placed: PretixOrder, order: Order): void {
  for (const { position, at, uploadedOn, annulledOn, automatic, refused } of order.scans) {
    const ticket = placed.positions[position];
    if (!ticket) continue;
    const checkin = checkIn(event, ticket, {
      datetime: at,
      uploadedAt: uploadedOn,
      autoCheckedIn: automatic,
      ...(refused ? { errorReason: refused } : {}),
    });
    if (annulledOn !== null) annul(checkin, annulledOn);
  }
}
