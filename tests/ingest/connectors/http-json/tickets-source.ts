/** A ticketing stand-in with six weeks of sales and scans, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import type { Handler } from "../../../../demo/stand-ins/reply.ts";
import { type SoldTicket, type TicketBook, ticketAt } from "../../../../demo/stand-ins/ticket-book.ts";
import { httpJsonConnector } from "../../../../ingest/connectors/http-json/connector.ts";
import { HOUR, MINUTE } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-09-22T12:00:00Z");
/** 02:30 comes twice on this night; the texts of these services do not tell which. */
const FIRST_PASS = Date.parse("2026-10-25T00:30:00Z");
const SECOND_PASS = FIRST_PASS + HOUR;

export interface TicketsSource extends Source {
  readonly state: TicketBook;
}

/** Access as the stand-ins know it; `key` is the one valid secret. */
interface Access {
  readonly clock: () => number;
  readonly user: string;
  key: string;
  readonly faults: Faults;
}

export interface TicketService {
  readonly standIn: (state: TicketBook, access: Access) => Handler;
  /** Options of the feed. */
  readonly options: (url: string) => object;
  /** A first pull makes at least so many requests. */
  readonly requests: number;
}

export async function ticketsSource(
  service: TicketService,
  given: { readonly empty?: boolean } = {},
): Promise<TicketsSource> {
  const state: TicketBook = {
    zone: "Europe/Paris",
    events: Array.from({ length: 8 }, (_, n) => ({ id: `${100 + n}`, name: `Visite ${n}`, start: FIRST })),
    tickets: [],
  };
  const clock = { now: NOW };
  const faults = new Faults();
  const access: Access = { clock: () => clock.now, user: "u1", key: "s3cret-key", faults };
  const server = await listen(service.standIn(state, access));
  if (!given.empty) fill(state);
  const change = (ticket: SoldTicket | undefined, more: object) => {
    const last = ticket?.states.at(-1);
    if (ticket && last) ticket.states.push({ ...last, at: clock.now - 1000, ...more });
  };
  return {
    connector: httpJsonConnector,
    options: service.options(server.url),
    clock,
    faults,
    state,
    naive: true,
    requests: service.requests,
    tainted: ["@example.org", "+331234", "Exemple", "Alix", "barcode-", "secret-", "59400"],
    expected: () => expected(state, clock.now),
    add() {
      clock.now += 2 * HOUR;
      sell(state, clock.now - HOUR, clock.now + 3 * DAY);
      change(sell(state, clock.now - HOUR, clock.now - 2 * MINUTE), { scannedAt: clock.now - MINUTE });
    },
    late() {
      clock.now += HOUR;
      // A scanner that was offline uploads this morning's scan.
      change(state.tickets[3], { scannedAt: clock.now - 9 * HOUR });
    },
    cancel() {
      clock.now += 10 * MINUTE;
      change(state.tickets[0], { disabled: true });
      change(state.tickets[4], { paid: false });
      change(state.tickets[8], { session: NOW + 2 * DAY });
      change(
        state.tickets.find((ticket) => ticket.states.at(-1)?.scannedAt),
        { scannedAt: null },
      );
    },
    shift() {
      clock.now += 1000;
      sell(state, clock.now - 500, NOW + DAY);
      change(state.tickets[10 + (state.tickets.length % 9)], { disabled: true });
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

function sell(state: TicketBook, soldAt: number, session: number | null, ticket = "Plein tarif"): SoldTicket {
  const n = state.tickets.length;
  const sold: SoldTicket = {
    id: `${656_000 + n}`,
    event: state.events[n % state.events.length]?.id ?? "",
    ticket,
    priceCents: 650,
    soldAt,
    states: [{ at: soldAt, session, paid: true, disabled: false, scannedAt: null }],
    deleted: false,
  };
  state.tickets.push(sold);
  return sold;
}

function fill(state: TicketBook): void {
  for (let at = FIRST; at < NOW + 5 * DAY; at += DAY) {
    for (let n = 0; n < 6; n += 1) {
      const sold = sell(
        state,
        Math.min(at - (n + 1) * 5 * HOUR, NOW - (n + 2) * HOUR),
        at,
        n === 5 ? "Affiche" : "Plein tarif",
      );
      const last = sold.states[0];
      if (n < 3 && last && at + n * MINUTE < NOW)
        sold.states.push({ ...last, at: at + n * MINUTE, scannedAt: at + n * MINUTE });
    }
  }
  sell(state, FIRST - DAY, FIRST_PASS);
  sell(state, FIRST - DAY, SECOND_PASS);
  // An event without sessions: its own start counts.
  sell(state, FIRST - DAY, null);
}

/** Longhand: tickets that stand and scans that stand, both passes of the doubled hour on the first. */
function expected(state: TicketBook, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  const count = (measure: "tickets" | "admissions", at: number) => {
    const name = totalName({ measure, at: at === SECOND_PASS ? FIRST_PASS : at, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + 1);
  };
  for (const ticket of state.tickets) {
    const held = ticket.ticket === "Affiche" ? undefined : ticketAt(ticket, now);
    if (!held) continue;
    const start = state.events.find(({ id }) => id === ticket.event)?.start ?? Number.NaN;
    if (held.paid && !held.disabled) count("tickets", held.session ?? start);
    if (held.scannedAt !== null) count("admissions", held.scannedAt);
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
