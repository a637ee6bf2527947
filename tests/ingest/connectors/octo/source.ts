/** A supplier with half a year of slots on sale and some weeks of bookings, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import {
  bookingAt,
  createOctoStandIn,
  type OctoBooking,
  type OctoSlot,
  type OctoState,
  slotAt,
  taken,
} from "../../../../demo/stand-ins/octo.ts";
import { octoConnector } from "../../../../ingest/connectors/octo/connector.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
/** Before the night on which the clock goes back: only slots to come are told. */
export const NOW = Date.parse("2026-10-20T09:00:00Z");

export interface OctoSource extends Source {
  readonly state: OctoState;
  /** A slot that starts so many hours from {@link NOW}. */
  slot(hours: number): OctoSlot;
  book(visit: number | null, units: readonly string[], more?: { readonly testMode?: boolean }): OctoBooking;
}

export async function octoSource(sales: "availability" | "bookings", empty = false): Promise<OctoSource> {
  const state: OctoState = {
    product: "visite",
    zone: "Europe/Paris",
    options: ["DEFAULT", "night"],
    units: { adult: 1, family: 4, child: 1 },
    slots: [],
    bookings: [],
  };
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, key: "s3cret-key", faults };
  const server = await listen(createOctoStandIn(state, access));
  const offer = (start: number, option = "DEFAULT", since = NOW - 60 * DAY) => {
    const slot: OctoSlot = {
      option,
      start,
      minutes: 60,
      states: [{ at: since, capacity: 20 }],
      elsewhere: [],
    };
    state.slots.push(slot);
    return slot;
  };
  const slot = (hours: number) => {
    const found = state.slots.find(({ start }) => start === NOW + hours * HOUR);
    if (!found) throw new Error(`no slot ${hours} hours from the start`);
    return found;
  };
  const book = (
    visit: number | null,
    units: readonly string[],
    { testMode = false }: { readonly testMode?: boolean } = {},
  ) => {
    const at = clock.now - 2 * MINUTE;
    const booking: OctoBooking = {
      uuid: `u${state.bookings.length}`,
      createdAt: at,
      testMode,
      option: "DEFAULT",
      units,
      states: [{ at, status: "CONFIRMED", visit }],
    };
    state.bookings.push(booking);
    return booking;
  };
  const change = (booking: OctoBooking, more: Partial<OctoBooking["states"][number]>) => {
    const last = booking.states.at(-1);
    if (last) booking.states.push({ ...last, at: clock.now - 1000, ...more });
  };

  if (!empty) {
    // Every second hour of the near days, then once a day; both passes of the doubled hour.
    for (let hours = -30 * 24; hours < 60 * 24; hours += Math.abs(hours) < 72 ? 2 : 24)
      offer(NOW + hours * HOUR);
    for (const night of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"]) {
      const walk = offer(Date.parse(night), "night");
      walk.elsewhere.push({ at: NOW - DAY, places: 3 });
    }
    slot(8).states.push({ at: NOW - DAY, capacity: null });
    slot(10).states.push({ at: NOW - DAY, capacity: 20, status: "CLOSED" });
    for (const one of state.slots)
      one.elsewhere.push({ at: NOW - 40 * DAY, places: 1 + (Math.floor(one.start / HOUR) % 3) });
    for (let n = 0; n < 40; n += 1) {
      const visit = NOW + ((n % 12) * 2 - 12) * HOUR;
      const booking = book(visit, n % 5 === 0 ? ["family"] : ["adult", "child"], { testMode: n % 7 === 6 });
      if (visit < NOW) change(booking, { status: "REDEEMED" });
      if (n % 9 === 8) change(booking, { status: "ON_HOLD" });
    }
    book(null, ["adult"]);
  }

  return {
    connector: octoConnector,
    options: { url: server.url, token: "s3cret-key", sales },
    clock,
    faults,
    state,
    slot,
    book,
    requests: sales === "bookings" ? 30 : 12,
    tainted: ["@example.org", "+33123456789", "Exemple", "Alix", "secret-", "0ELE0H"],
    expected: () => expected(state, sales, clock.now),
    add() {
      clock.now += 20 * MINUTE;
      const first = offer(NOW + 11 * HOUR, "DEFAULT", clock.now - MINUTE);
      first.elsewhere.push({ at: clock.now - MINUTE, places: 5 });
      book(first.start, ["adult", "family"]);
    },
    late() {
      // Told to nobody who asks about the next days only: found in the night.
      clock.now += DAY;
      const far = slot(48 * 24);
      far.elsewhere.push({ at: clock.now - HOUR, places: 4 });
      const [first] = state.bookings;
      if (first) change(first, { status: "REDEEMED" });
      book(far.start, ["adult"]);
    },
    cancel() {
      clock.now += 10 * MINUTE;
      for (const booking of state.bookings.filter(({ states }) => (states[0]?.visit ?? 0) > NOW).slice(0, 3))
        change(booking, { status: "CANCELLED" });
      slot(4).elsewhere.push({ at: clock.now - MINUTE, places: -1 });
      // The slot moves by half an hour, and with it its id and those who had booked it elsewhere.
      slot(12).states.push({ at: clock.now - MINUTE, capacity: 20, status: "GONE" });
      const moved = offer(NOW + 12.5 * HOUR, "DEFAULT", clock.now - MINUTE);
      moved.elsewhere.push(...slot(12).elsewhere);
      for (const booking of state.bookings)
        if (booking.states.at(-1)?.visit === slot(12).start) change(booking, { visit: moved.start });
      slot(14).states.push({ at: clock.now - MINUTE, capacity: 12 });
    },
    shift() {
      clock.now += 1000;
      slot(6).elsewhere.push({ at: clock.now - 500, places: 1 });
      const moving = state.bookings.find(({ states }) => (states[0]?.visit ?? 0) > NOW);
      if (moving) change(moving, { visit: NOW + (state.bookings.length % 2 === 0 ? 16 : 18) * HOUR });
      book(NOW + 16 * HOUR, ["adult"]);
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

/** Longhand: places on offer; what was no longer free when the slot was last told, or what was booked here. */
function expected(state: OctoState, sales: "availability" | "bookings", now: number): Map<string, number> {
  const sums = new Map<string, number>();
  const count = (measure: "tickets" | "admissions" | "capacity", at: number, people: number) => {
    if (people === 0) return;
    const name = totalName({ measure, at, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + people);
  };
  for (const slot of state.slots) {
    // Told until it begins, as it stood at the last pull; nothing changes between that and its start here.
    if (slot.start <= NOW) continue;
    const held = slotAt(slot, now);
    if (!held || held.status === "GONE") continue;
    if (held.capacity !== null) count("capacity", slot.start, held.capacity);
    if (sales === "availability" && held.capacity !== null && held.status !== "CLOSED")
      count("tickets", slot.start, taken(slot, state, now));
  }
  if (sales === "availability") return sorted(sums);
  for (const booking of state.bookings) {
    const held = bookingAt(booking, now);
    if (!held || booking.testMode || !["CONFIRMED", "REDEEMED"].includes(held.status)) continue;
    for (const unit of booking.units) {
      const people = state.units[unit] ?? 1;
      if (held.visit !== null) count("tickets", held.visit, people);
      if (held.status === "REDEEMED") count("admissions", held.at, people);
    }
  }
  return sorted(sums);
}

function sorted(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
