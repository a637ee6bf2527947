/** A stand-in for Billetweb's API, as of a clock. Traps kept: every value is a text, local times without an offset,
 *  refunded tickets left out unless asked for, a ticket deleted without a word, free questions as `[]` when there are
 *  none. */
import type { Instant, Zone } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, refuse, write } from "./reply.ts";
import { localText, type SoldTicket, type TicketBook, type TicketState, ticketAt } from "./ticket-book.ts";

export interface BilletwebOptions {
  readonly clock: () => Instant;
  readonly user: string;
  /** The one valid key; change it and the old one has expired. */
  key: string;
  readonly faults?: Faults;
}

/** The API as a request handler: `/api/events` and `/api/event/ID/attendees`. */
export function createBilletwebStandIn(state: TicketBook, options: BilletwebOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    const url = new URL(request.url ?? "/", "http://stand-in");
    write(request, response, { answer: route(url, state, options, now), fault, now });
  };
}

function route(url: URL, state: TicketBook, options: BilletwebOptions, now: Instant): Answer {
  const query = url.searchParams;
  if (query.get("user") !== options.user || query.get("key") !== options.key || query.get("version") !== "1")
    return refuse(401, "invalid user or key");
  if (url.pathname === "/api/events") {
    const past = query.get("past") === "1";
    const shown = state.events.filter((event) => past || event.start >= now);
    return ok(
      shown.map(({ id, name, start }) => ({
        id,
        ext_id: `E${id}`,
        name,
        start: localText(start, state.zone),
      })),
    );
  }
  const event = /^\/api\/event\/([^/]+)\/attendees$/.exec(url.pathname)?.[1];
  if (event === undefined || !state.events.some(({ id }) => id === event)) return refuse(404, "not found");
  const after = Number(query.get("last_update") ?? 0) * 1000;
  const before = Number(query.get("to") ?? Number.POSITIVE_INFINITY) * 1000;
  return ok(
    state.tickets.flatMap((ticket) => {
      const held = ticket.event === event ? ticketAt(ticket, now) : undefined;
      if (!held || held.at < after || held.at >= before) return [];
      if (held.disabled && query.get("disabled") !== "1") return [];
      return [attendee(ticket, held, state.zone)];
    }),
  );
}

function attendee(ticket: SoldTicket, held: TicketState, zone: Zone): Record<string, unknown> {
  const time = (at: Instant | null) => (at === null ? "" : localText(at, zone));
  const even = Number(ticket.id) % 2 === 0;
  return {
    id: ticket.id,
    ext_id: `T${ticket.id}-X`,
    barcode: `barcode-${ticket.id}`,
    used: held.scannedAt === null ? "0" : "1",
    used_date: time(held.scannedAt),
    lane: "Contrôle n°1",
    name: "Exemple",
    firstname: "Alix",
    email: `alix${ticket.id}@example.org`,
    ticket: ticket.ticket,
    ticket_id: "12693",
    category: "",
    price: (ticket.priceCents / 100).toFixed(2),
    last_update: localText(held.at, zone),
    disabled: held.disabled ? "1" : "0",
    order_id: `9${ticket.id}`,
    order_date: localText(ticket.soldAt, zone),
    order_paid: held.paid ? "1" : "0",
    order_origin: even ? "web" : "manual",
    order_email: `alix${ticket.id}@example.org`,
    order_session: held.session === null ? "0" : "70012",
    session_start: time(held.session),
    language: "fr",
    product_download: `https://www.example.org/secret-${ticket.id}.pdf`,
    custom: even ? { "Code postal": "59400", Téléphone: "+33123456789" } : [],
  };
}
