/** A pretix stand-in with six weeks of sales and scans, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { createPretixStandIn } from "../../../../demo/stand-ins/pretix.ts";
import * as operate from "../../../../demo/stand-ins/pretix-operations.ts";
import {
  addEvent,
  createPretixState,
  type PretixEvent,
  type PretixOrder,
} from "../../../../demo/stand-ins/pretix-state.ts";
import { pretixConnector } from "../../../../ingest/connectors/pretix/connector.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
export const NOW = Date.parse("2026-11-03T10:00:00Z");
const ADULT = 14;
const CHILD = 15;
const POSTER = 16;

export interface PretixSource extends Source {
  readonly event: PretixEvent;
  readonly orders: PretixOrder[];
}

export async function pretixSource(
  options: {
    readonly sales?: "orders" | "transactions";
    readonly ledger?: boolean;
    readonly empty?: boolean;
  } = {},
): Promise<PretixSource> {
  const state = createPretixState("cac");
  const event = addEvent(state, {
    slug: "tank",
    name: "Cambrai Tank 1917",
    timezone: "Europe/Paris",
    hasSubevents: true,
    dateFrom: NOW,
  });
  event.items.push(
    { id: ADULT, name: "Plein tarif", admission: true, priceCents: 650 },
    { id: CHILD, name: "Enfant", admission: true, priceCents: 300 },
    { id: POSTER, name: "Affiche", admission: false, priceCents: 1200 },
  );
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, token: "s3cret-token", faults, ledger: options.ledger ?? true };
  const server = await listen(createPretixStandIn(state, access));
  const orders: PretixOrder[] = [];
  if (!options.empty) fill(event, orders);

  const sell = (at: number) => {
    const slot = event.subevents.at(-1) ?? newSlot(event, at);
    const line = { item: ADULT, subevent: slot.id, priceCents: 650 };
    const order = operate.placeOrder(event, at, { lines: [line, line], feeCents: 50 });
    orders.push(order);
    return order;
  };
  return {
    connector: pretixConnector,
    options: {
      ...{ url: server.url, organizer: "cac", event: "tank", token: "s3cret-token" },
      items: { "14": "full" },
      ...(options.sales ? { sales: options.sales } : {}),
    },
    clock,
    faults,
    event,
    orders,
    requests: 15,
    tainted: ["@example.org", "+331234", "Exemple", "ticket-", "secret-", "59400", "rappeler"],
    expected: () => expected(event, clock.now, access.ledger),
    add() {
      clock.now += 2 * HOUR;
      newSlot(event, clock.now);
      const position = sell(clock.now - HOUR).positions[0];
      if (position) operate.checkIn(event, position, { datetime: clock.now - 30 * MINUTE });
    },
    late() {
      const position = orders[3]?.positions[0];
      clock.now += HOUR;
      if (position)
        operate.checkIn(event, position, { datetime: clock.now - 9 * HOUR, uploadedAt: clock.now - 1000 });
    },
    cancel() {
      clock.now += 10 * MINUTE;
      const at = clock.now - MINUTE;
      const [first, second, third] = orders;
      const other = event.subevents.at(-2);
      if (first) operate.cancelOrder(event, first, at);
      if (second) operate.cancelPosition(event, second, 1, at);
      if (third && other) operate.rebook(event, third, 1, other.id, at);
      const scan = event.checkins.all().at(-1);
      if (scan) operate.annul(scan, at);
    },
    shift() {
      clock.now += 1000;
      sell(clock.now);
      const early = orders[5 + (orders.length % 20)];
      const state = early?.positions[1]?.versions.at(-1);
      if (early && state && !state.canceled) operate.cancelPosition(event, early, 2, clock.now);
    },
    setExpired: (expired) => {
      access.token = expired ? "another" : "s3cret-token";
    },
    close: server.close,
  };
}

function newSlot(event: PretixEvent, at: number) {
  return operate.addSlot(event, { from: at + 3 * DAY, to: at + 3 * DAY + HOUR, size: 30, created: at });
}

/** A slot a day and one in each pass of the repeated hour; four orders a day, half of them scanned. */
function fill(event: PretixEvent, orders: PretixOrder[]): void {
  const first = Date.parse("2026-09-22T12:00:00Z");
  for (let from = first; from < NOW + 5 * DAY; from += DAY) {
    operate.addSlot(event, { from, to: from + HOUR, size: 30, created: first - 60 * DAY });
  }
  for (const text of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) {
    operate.addSlot(event, { from: Date.parse(text), to: null, size: 10, created: first - 60 * DAY });
  }
  for (const [index, slot] of event.subevents.entries()) {
    for (let n = 0; n < 4; n++) {
      const at = Math.min(slot.from - (n + 1) * 5 * HOUR, NOW - (index + 1) * MINUTE);
      const lines = [ADULT, n % 2 ? CHILD : POSTER].map((item) => ({
        item,
        subevent: slot.id,
        priceCents: 500,
      }));
      const order = operate.placeOrder(event, at, { lines, salesChannel: n === 3 ? "pretixpos" : "web" });
      orders.push(order);
      const [ticket] = order.positions;
      if (n < 3 && ticket && slot.from < NOW)
        operate.checkIn(event, ticket, { datetime: slot.from + n * MINUTE });
      if (n === 3) operate.cancelPosition(event, order, 2, at + 30_000);
    }
  }
  operate.placeOrder(event, NOW - DAY, {
    lines: [{ item: ADULT, subevent: 5001, priceCents: 1 }],
    testmode: true,
  });
  const last = orders[10]?.positions[0];
  if (!last) return;
  operate.checkIn(event, last, { datetime: NOW - 7 * MINUTE, errorReason: "already_redeemed" });
  operate.checkIn(event, last, { datetime: NOW - 6 * MINUTE, type: "exit" });
  operate.checkIn(event, last, { datetime: NOW - 5 * MINUTE });
}

/** Longhand: tickets that stand at `now`, scans that stand, places of slots on sale. */
function expected(event: PretixEvent, now: number, ledger: boolean): Map<string, number> {
  const sums = new Map<string, number>();
  const count = (measure: "tickets" | "admissions" | "capacity", at: number, value: number) => {
    const name = totalName({ measure, at, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + value);
  };
  const slots = new Map(event.subevents.map((slot) => [slot.id, slot]));
  for (const order of event.orders.all()) {
    if (order.created > now || order.testmode || (order.canceledAt !== null && order.canceledAt <= now))
      continue;
    for (const position of order.positions) {
      const state = operate.positionAt(position, now);
      const slot = slots.get(state?.subevent ?? -1);
      if (state && slot && !state.canceled && state.item !== POSTER) count("tickets", slot.from, 1);
    }
  }
  for (const scan of ledger ? event.checkins.all() : []) {
    const annulled = scan.annulledAt !== null && scan.annulledAt <= now;
    const stands = scan.created <= now && scan.type === "entry" && scan.errorReason === null && !annulled;
    if (stands) count("admissions", scan.datetime, 1);
  }
  for (const quota of event.quotas) {
    const slot = slots.get(quota.subevent ?? -1);
    if (slot && slot.created <= now) count("capacity", slot.from, quota.size ?? 0);
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
