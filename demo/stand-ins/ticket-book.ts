/** Tickets of a small ticketing service and what becomes of them, for the stand-ins of such services. */
import { type Instant, offsetMinutes, type Zone } from "../../src/domain/time.ts";

export interface TicketEvent {
  readonly id: string;
  readonly name: string;
  readonly start: Instant;
}

/** What may change of a ticket after its sale. */
export interface TicketState {
  readonly at: Instant;
  readonly session: Instant | null;
  readonly paid: boolean;
  readonly disabled: boolean;
  readonly scannedAt: Instant | null;
}

export interface SoldTicket {
  readonly id: string;
  readonly event: string;
  readonly ticket: string;
  priceCents: number;
  readonly soldAt: Instant;
  /** Oldest first; the last one at or before the clock holds. */
  readonly states: TicketState[];
  /** Deleted by the organizer: gone from every answer. */
  deleted: boolean;
}

export interface TicketBook {
  readonly zone: Zone;
  readonly events: TicketEvent[];
  readonly tickets: SoldTicket[];
}

/** State of a ticket at an instant; undefined before its sale and after its deletion. */
export function ticketAt(ticket: SoldTicket, now: Instant): TicketState | undefined {
  return ticket.deleted ? undefined : ticket.states.findLast((state) => state.at <= now);
}

/** `YYYY-MM-DD HH:MM:SS` on the wall: the hour that comes twice reads the same both times. */
export function localText(at: Instant, zone: Zone): string {
  const wall = at + offsetMinutes(at, zone) * 60_000;
  return new Date(wall).toISOString().slice(0, 19).replace("T", " ");
}
