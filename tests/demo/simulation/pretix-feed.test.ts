import { expect, test } from "vitest";
import { pretixFeed } from "../../../demo/simulation/pretix-feed.ts";
import { createWorld, type Place } from "../../../demo/simulation/world.ts";
import { createPretixState, type PretixEvent } from "../../../demo/stand-ins/pretix-state.ts";
import { addDays, daysIn, HOUR, localDate } from "../../../src/domain/time.ts";
import { fakeTerritory } from "./fake-territory.ts";

const ZONE = "Europe/Paris";
const START = "2026-01-05";
const NOW = Date.parse("2026-04-20T13:00:00Z");

function eventAfter(...instants: readonly number[]): PretixEvent {
  const world = createWorld({ territory: fakeTerritory(), seed: "test", start: START, days: 100 });
  const state = createPretixState("cac");
  const feed = pretixFeed(world, world.place("tank-1917") as Place, state, "tank");
  const event = state.events.get("tank") as PretixEvent;
  for (const now of instants) {
    feed.advance(now);
    event.transactions.all(); // Somebody asks: what was drawn so far is numbered.
    event.checkins.all();
  }
  return event;
}

const event = eventAfter(NOW);

const isTicket = (event: PretixEvent) => {
  const items = new Set(event.items.filter(({ admission }) => admission).map(({ id }) => id));
  return ({ item }: { item: number | null }) => item !== null && items.has(item);
};

test("the ledger's net tickets per day are the people who came and those who did not show", () => {
  const world = createWorld({ territory: fakeTerritory(), seed: "test", start: START, days: 100 });
  const dayOf = new Map(event.subevents.map(({ id, from }) => [id, localDate(from, ZONE)]));
  const net = new Map<string, number>();
  const admission = isTicket(event);
  for (const row of event.transactions.all()) {
    const date = dayOf.get(row.subevent ?? -1);
    if (date && admission(row)) net.set(date, (net.get(date) ?? 0) + row.count);
  }
  let sold = 0;
  let came = 0;
  for (const date of daysIn({ from: START, to: "2026-04-20" })) {
    const { visits } = world.truth("tank-1917", date);
    expect(net.get(date) ?? 0).toBeGreaterThanOrEqual(visits);
    sold += net.get(date) ?? 0;
    came += visits;
  }
  expect(sold / came).toBeLessThan(1.08);
});

test("a run that went on for months and one started today agree on every number and code", () => {
  const days = daysIn({ from: "2026-01-06", to: "2026-04-20" });
  const going = eventAfter(...days.map((date) => Date.parse(`${date}T05:00:00Z`)), NOW);
  const known = (event: PretixEvent) => ({
    transactions: event.transactions.all().filter(({ created }) => created <= NOW),
    checkins: event.checkins.all().filter(({ created }) => created <= NOW),
    orders: event.orders
      .all()
      .map(({ code, created, positions }) => [code, created, positions.map((p) => p.id)]),
    slots: event.subevents.map(({ id, from }) => [id, from]),
  });
  expect(known(going)).toEqual(known(event));
});

test("ids are unique and rise with the time of creation", () => {
  for (const log of [event.transactions.all(), event.checkins.all()]) {
    for (const [i, row] of log.entries()) {
      const before = log[i - 1];
      if (before) expect(row.id).toBeGreaterThan(before.id);
    }
  }
  const codes = event.orders.all().map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test("slots are on sale before anybody books them, for half a year ahead", () => {
  const created = new Map(event.subevents.map((slot) => [slot.id, slot.created]));
  for (const row of event.transactions.all()) {
    if (row.subevent === null) continue; // A booking fee.
    expect(created.get(row.subevent ?? -1)).toBeLessThanOrEqual(row.created);
  }
  const visible = event.subevents.filter((slot) => slot.created <= NOW).map(({ from }) => from);
  expect(Math.max(...visible)).toBeGreaterThan(NOW + 170 * 24 * HOUR);
});

test("bookings for the next 120 days are on hand", () => {
  const ahead = new Set(event.subevents.filter(({ from }) => from > NOW + 24 * HOUR).map(({ id }) => id));
  const rows = event.transactions.all().filter((row) => row.created <= NOW && ahead.has(row.subevent ?? -1));
  const slots = new Map(event.subevents.map(({ id, from }) => [id, from]));
  const furthest = Math.max(...rows.map((row) => slots.get(row.subevent ?? -1) ?? 0));
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(200);
  expect(localDate(furthest, ZONE) > addDays("2026-04-20", 45)).toBe(true);
});
