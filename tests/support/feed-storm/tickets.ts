/** Ticketing services read by presets: sales, moves, refunds, scans that come late or are taken back. */
import { Faults } from "../../../demo/stand-ins/faults.ts";
import {
  type SoldTicket,
  type TicketBook,
  type TicketState,
  ticketAt,
} from "../../../demo/stand-ins/ticket-book.ts";
import type { TicketService } from "../../ingest/connectors/http-json/tickets-source.ts";
import { Agenda, count, DAY, HOUR, type StormSource, serve, type World } from "./source.ts";

export async function ticketsSource(id: string, service: TicketService, world: World): Promise<StormSource> {
  const { random, from } = world;
  const noon = (days: number) => from + days * DAY + 12 * HOUR;
  const events = Array.from({ length: 4 }, (_, n) => ({
    id: `${100 + n}`,
    name: `Visite ${n}`,
    start: noon(30 + n),
  }));
  const state: TicketBook = { zone: "Europe/Paris", events, tickets: [] };
  const agenda = new Agenda();
  const faults = new Faults();
  const today = (at: number) => Math.floor((at - from) / DAY);
  const change = (ticket: SoldTicket, at: number, more: Partial<TicketState>) => {
    const last = ticket.states.at(-1);
    if (last) ticket.states.push({ ...last, at, ...more });
  };
  agenda.every(from + HOUR, HOUR, (now) => {
    for (let n = Math.floor(random() * 2.2); n > 0; n--) {
      const session = random() < 0.05 ? null : noon(today(now) + 1 + Math.floor(random() * 6));
      const ticket: SoldTicket = {
        id: `${656_000 + state.tickets.length}`,
        event: events[Math.floor(random() * events.length)]?.id ?? "",
        ticket: random() < 0.1 ? "Affiche" : "Plein tarif",
        ...{ priceCents: 650, soldAt: now, deleted: false },
        states: [{ at: now, session, paid: true, disabled: false, scannedAt: null }],
      };
      state.tickets.push(ticket);
      const draw = random();
      const before = now + random() * ((session ?? now + DAY) - now);
      if (draw < 0.1) agenda.add(before, (at) => change(ticket, at, { disabled: true }));
      else if (draw < 0.15) agenda.add(before, (at) => change(ticket, at, { paid: false }));
      else if (draw < 0.25) agenda.add(before, (at) => change(ticket, at, { session: noon(today(at) + 8) }));
      else if (draw < 0.8 && session !== null) {
        const scannedAt = session + Math.floor(random() * 30) * 60_000;
        agenda.add(scannedAt + (draw < 0.35 ? 9 * HOUR : 1000), (at) => change(ticket, at, { scannedAt }));
        if (draw < 0.4) agenda.add(scannedAt + 10 * HOUR, (at) => change(ticket, at, { scannedAt: null }));
      }
    }
  });
  const live = () => agenda.runTo(world.now());
  const access = { clock: world.now, user: "u1", key: "s3cret-key", faults };
  const server = await serve(live, service.standIn(state, access));
  return {
    ...{ id, kind: "ticketing", connector: "http-json", options: service.options(server.url) },
    ...{ wire: server.wire, faults, live, close: server.close },
    settle: async () => live(),
    expected() {
      const sums = new Map<string, number>();
      for (const ticket of state.tickets) {
        const held = ticket.ticket === "Affiche" ? undefined : ticketAt(ticket, Number.POSITIVE_INFINITY);
        const start = events.find(({ id: event }) => event === ticket.event)?.start ?? 0;
        if (held?.paid && !held.disabled) count(sums, "tickets", held.session ?? start);
        if (held?.scannedAt) count(sums, "admissions", held.scannedAt);
      }
      return sums;
    },
  };
}
