/** A stand-in for Weezevent's API, as of a clock. Traps kept: a token bought with an account, events without sales and
 *  cancelled tickets left out unless asked for, zeros for "no time", integers and texts mixed, pages from 1. */
import type { IncomingMessage } from "node:http";
import type { Instant, Zone } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, refuse, write } from "./reply.ts";
import { localText, type SoldTicket, type TicketBook, type TicketState, ticketAt } from "./ticket-book.ts";

export interface WeezeventOptions {
  readonly clock: () => Instant;
  readonly user: string;
  /** The one valid API key, and password; change it and tokens bought with the old one have expired. */
  key: string;
  readonly faults?: Faults;
}

const NEVER = "0000-00-00 00:00:00";

/** The API as a request handler: `/auth/access_token`, `/events`, `/dates`, `/participant/list`. */
export function createWeezeventStandIn(state: TicketBook, options: WeezeventOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    const url = new URL(request.url ?? "/", "http://stand-in");
    const answer = (body: string) => ({ answer: route(url, body, state, options), fault, now });
    collect(request, (body) => write(request, response, answer(body)));
  };
}

function route(url: URL, body: string, state: TicketBook, options: WeezeventOptions): Answer {
  const query = url.searchParams;
  const token = `token-${options.key}`;
  if (url.pathname === "/auth/access_token") {
    const form = new URLSearchParams(body);
    const right = form.get("username") === options.user && form.get("password") === options.key;
    return right && form.get("api_key") === options.key
      ? ok({ accessToken: token })
      : refuse(401, "bad account");
  }
  if (query.get("access_token") !== token || query.get("api_key") !== options.key)
    return refuse(401, "invalid token");
  const now = options.clock();
  const time = (at: Instant) => localText(at, state.zone);
  if (url.pathname === "/events") {
    const all = ["include_not_published", "include_closed", "include_without_sales"];
    if (!all.every((name) => query.get(name) === "1")) return ok({ events: [] });
    return ok({
      events: state.events.map(({ id, name, start }) => ({
        id: Number(id),
        name,
        date: { start: time(start), end: "" },
      })),
    });
  }
  const event = query.get("id_event[]");
  const tickets = state.tickets.filter((ticket) => ticket.event === event && ticket.soldAt <= now);
  if (url.pathname === "/dates") {
    const sessions = new Set(tickets.flatMap(({ states }) => states.map(({ session }) => session ?? 0)));
    const dates = [...sessions].filter((at) => at > 0);
    return ok({
      events: [
        { id: Number(event), dates: dates.map((at) => ({ id: at / 1000, start: time(at), end: "" })) },
      ],
    });
  }
  if (url.pathname !== "/participant/list") return refuse(404, "not found");
  const after = query.get("last_update") ?? "";
  const rows = tickets.flatMap((ticket) => {
    const held = ticketAt(ticket, now);
    if (!held || time(held.at) < after) return [];
    const gone = held.disabled || !held.paid;
    return gone && query.get("include_deleted") !== "1" ? [] : [participant(ticket, held, state.zone)];
  });
  const size = Number(query.get("max") ?? 100);
  const page = Math.max(1, Number(query.get("page") ?? 1));
  return ok({ participants: rows.slice((page - 1) * size, page * size), server_time: time(now) });
}

function participant(ticket: SoldTicket, held: TicketState, zone: Zone): Record<string, unknown> {
  return {
    id_participant: Number(ticket.id),
    id_event: Number(ticket.event),
    id_date: held.session === null ? 0 : held.session / 1000,
    id_ticket: ticket.ticket === "Affiche" ? "A7" : "198251",
    barcode: `barcode-${ticket.id}`,
    id_weez_ticket: `secret-${ticket.id}`,
    deleted: held.disabled || !held.paid ? "1" : "0",
    create_date: localText(ticket.soldAt, zone),
    origin: Number(ticket.id) % 2 === 0 ? "web" : "kiosk",
    id_transaction: 9_000_000 + Number(ticket.id),
    control_status: {
      status: held.scannedAt === null ? "0" : "1",
      scan_date: held.scannedAt === null ? NEVER : localText(held.scannedAt, zone),
      scan_user_name: "Exemple",
    },
    owner: { first_name: "Alix", last_name: "Exemple", email: `alix${ticket.id}@example.org` },
    comment: "rappeler +33123456789",
  };
}

function collect(request: IncomingMessage, done: (body: string) => void): void {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => done(Buffer.concat(pieces).toString("utf8")));
}
