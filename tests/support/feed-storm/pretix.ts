/** A pretix server: slots, orders, rebookings, cancellations, scans that upload late or are annulled. */
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { createPretixStandIn } from "../../../demo/stand-ins/pretix.ts";
import * as operate from "../../../demo/stand-ins/pretix-operations.ts";
import { addEvent, createPretixState, type PretixOrder } from "../../../demo/stand-ins/pretix-state.ts";
import { Agenda, count, DAY, HOUR, type StormSource, serve, type World } from "./source.ts";

const ADULT = 14;
const POSTER = 16;

export async function pretixSource(id: string, world: World): Promise<StormSource> {
  const { random, from } = world;
  const state = createPretixState("cac");
  const event = addEvent(state, {
    ...{
      slug: "tank",
      name: "Cambrai Tank 1917",
      timezone: "Europe/Paris",
      hasSubevents: true,
      dateFrom: from,
    },
  });
  event.items.push(
    { id: ADULT, name: "Plein tarif", admission: true, priceCents: 650 },
    { id: POSTER, name: "Affiche", admission: false, priceCents: 1200 },
  );
  const agenda = new Agenda();
  agenda.every(from, DAY, (now) => {
    const at = now + 5 * DAY + 12 * HOUR;
    operate.addSlot(event, { from: at, to: at + HOUR, size: 20 + Math.floor(random() * 20), created: now });
  });
  agenda.every(from + HOUR, HOUR / 2, (now) => {
    const slots = event.subevents.filter((slot) => slot.from > now);
    const slot = slots[Math.floor(random() * slots.length)];
    if (!slot || random() < 0.3) return;
    const line = { item: random() < 0.1 ? POSTER : ADULT, subevent: slot.id, priceCents: 500 };
    follow(operate.placeOrder(event, now, { lines: [line, { ...line, item: ADULT }] }), slot.from, now);
  });
  function follow(order: PretixOrder, start: number, now: number): void {
    const draw = random();
    const before = Math.floor(now + random() * (start - now));
    const other = event.subevents.at(-1);
    if (draw < 0.1) agenda.add(before, (at) => operate.cancelOrder(event, order, at));
    else if (draw < 0.2) agenda.add(before, (at) => operate.cancelPosition(event, order, 2, at));
    else if (draw < 0.3 && other) agenda.add(before, (at) => operate.rebook(event, order, 2, other.id, at));
    else if (draw < 0.9) {
      const [position] = order.positions;
      if (!position) return;
      const datetime = start + Math.floor(random() * 40) * 60_000;
      const uploadedAt = draw < 0.45 ? datetime + 9 * HOUR : datetime;
      agenda.add(uploadedAt, () => {
        const scan = operate.checkIn(event, position, { datetime, uploadedAt });
        if (draw > 0.45 && draw < 0.5) agenda.add(datetime + 8 * 60_000, (at) => operate.annul(scan, at));
      });
    }
  }
  const live = () => agenda.runTo(world.now());
  const faults = new Faults();
  const access = { clock: world.now, token: "s3cret-token", faults, ledger: true };
  const server = await serve(live, createPretixStandIn(state, access));
  const items = { [ADULT]: "full" };
  return {
    ...{ id, kind: "ticketing", connector: "pretix", wire: server.wire, faults, live, close: server.close },
    options: { url: server.url, organizer: "cac", event: "tank", token: "s3cret-token", items },
    settle: async () => live(),
    expected() {
      const sums = new Map<string, number>();
      const slots = new Map(event.subevents.map((slot) => [slot.id, slot]));
      for (const { canceledAt, positions } of event.orders.all()) {
        for (const { versions } of canceledAt === null ? positions : []) {
          const last = versions.at(-1);
          const slot = slots.get(last?.subevent ?? -1);
          if (last && slot && !last.canceled && last.item === ADULT) count(sums, "tickets", slot.from);
        }
      }
      for (const { annulledAt, datetime } of event.checkins.all())
        if (annulledAt === null) count(sums, "admissions", datetime);
      for (const { subevent, size } of event.quotas)
        count(sums, "capacity", slots.get(subevent ?? -1)?.from ?? 0, size ?? 0);
      return sums;
    },
  };
}
