/** A stand-in for a supplier's OCTO API, as of a clock. Traps kept: no paging and no filter by change; past slots are no
 *  longer told; holds take places; a closed slot has none free; a slot that moved has another id; test bookings,
 *  contacts and notes in every booking; a booking knows no more of its slot than its id; `cancellation` is null. */
import type { IncomingMessage } from "node:http";
import { type Instant, localDate, MINUTE, offsetMinutes, type Zone } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, ok, write } from "./reply.ts";

export interface OctoSlot {
  readonly option: string;
  readonly start: Instant;
  readonly minutes: number;
  /** Oldest first; the last one at or before the clock holds. `null` places: as many as come. */
  readonly states: {
    readonly at: Instant;
    readonly capacity: number | null;
    readonly status?: "CLOSED" | "GONE";
  }[];
  /** Places taken on other channels, and given back. */
  readonly elsewhere: { readonly at: Instant; readonly places: number }[];
}

type BookingStatus = "ON_HOLD" | "CONFIRMED" | "EXPIRED" | "CANCELLED" | "REDEEMED" | "PENDING" | "REJECTED";

export interface OctoBooking {
  readonly uuid: string;
  readonly createdAt: Instant;
  readonly testMode: boolean;
  readonly option: string;
  /** Ids of the units booked. */
  readonly units: readonly string[];
  readonly states: {
    readonly at: Instant;
    readonly status: BookingStatus;
    /** Start of the slot; null for a ticket without a date. */
    readonly visit: Instant | null;
  }[];
}

export interface OctoState {
  readonly product: string;
  readonly zone: Zone;
  readonly options: string[];
  /** People of each unit. */
  readonly units: Readonly<Record<string, number>>;
  readonly slots: OctoSlot[];
  readonly bookings: OctoBooking[];
}

export interface OctoStandInOptions {
  readonly clock: () => Instant;
  /** The one valid key; change it and the old one has expired. */
  key: string;
  readonly faults?: Faults;
}

/** The API as a request handler: `/products/`, `/availability/`, `/bookings/`. */
export function createOctoStandIn(state: OctoState, options: OctoStandInOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    collect(request, (body) =>
      write(request, response, { answer: route(request, body, state, options), fault, now }),
    );
  };
}

function route(
  request: IncomingMessage,
  body: string,
  state: OctoState,
  { key, clock }: OctoStandInOptions,
): Answer {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const capabilities = request.headers["octo-capabilities"];
  if (request.headers.authorization !== `Bearer ${key}`) return refuse(400, "UNAUTHORIZED");
  if (capabilities === undefined) return refuse(400, "BAD_REQUEST");
  const echo = { "octo-capabilities": String(capabilities) };
  const call = `${request.method} ${url.pathname}`;
  if (call === "GET /products/") return ok([productOf(state)], echo);
  if (call === "POST /availability/") return answerAvailability(body, state, clock(), echo);
  if (call !== "GET /bookings/") return refuse(404, "NOT_FOUND");
  const first = url.searchParams.get("localDateStart");
  const last = url.searchParams.get("localDateEnd");
  if (first === null || last === null) return refuse(400, "BAD_REQUEST");
  const priced = String(capabilities).includes("octo/pricing");
  return ok(bookingsIn(state, { first, last }, clock(), priced), echo);
}

/** The protocol's errors are 400 whatever is wrong, a bad key too. */
function refuse(status: number, error: string): Answer {
  return { status, body: { error, errorMessage: error.toLowerCase() } };
}

function answerAvailability(
  body: string,
  state: OctoState,
  now: Instant,
  echo: Readonly<Record<string, string>>,
): Answer {
  const asked: Record<string, unknown> = { ...JSON.parse(body) };
  const { productId, optionId, localDateStart: first, localDateEnd: last } = asked;
  if (productId !== state.product) return refuse(400, "INVALID_PRODUCT_ID");
  if (!state.options.includes(String(optionId))) return refuse(400, "INVALID_OPTION_ID");
  if (typeof first !== "string" || typeof last !== "string") return refuse(400, "BAD_REQUEST");
  const slots = state.slots.filter(({ option, start }) => {
    const day = localDate(start, state.zone);
    return option === optionId && start > now && day >= first && day <= last;
  });
  return ok(
    slots.flatMap((slot) => slotOf(slot, state, now)),
    echo,
  );
}

function slotOf(slot: OctoSlot, state: OctoState, now: Instant): object[] {
  const held = slotAt(slot, now);
  if (!held || held.status === "GONE") return [];
  const { capacity } = held;
  const closed = held.status === "CLOSED";
  const free = capacity === null ? null : closed ? 0 : capacity - taken(slot, state, now);
  const sold = free === 0 ? "SOLD_OUT" : "AVAILABLE";
  const end = slot.start + slot.minutes * MINUTE;
  return [
    {
      id: localIso(slot.start, state.zone),
      localDateTimeStart: localIso(slot.start, state.zone),
      localDateTimeEnd: localIso(end, state.zone),
      allDay: false,
      available: !closed && free !== 0,
      status: closed ? "CLOSED" : capacity === null ? "FREESALE" : sold,
      vacancies: free,
      capacity,
      maxUnits: 9,
      utcCutoffAt: new Date(slot.start).toISOString(),
      openingHours: [],
      notes: "Alix Exemple +33123456789",
    },
  ];
}

/** What holds of a slot at an instant. */
export function slotAt({ states }: OctoSlot, now: Instant): OctoSlot["states"][number] | undefined {
  return states.findLast(({ at }) => at <= now);
}

/** What holds of a booking at an instant. */
export function bookingAt({ states }: OctoBooking, now: Instant): OctoBooking["states"][number] | undefined {
  return states.findLast(({ at }) => at <= now);
}

/** Places of a slot that are not free. */
export function taken({ option, start, elsewhere }: OctoSlot, state: OctoState, now: Instant): number {
  let places = 0;
  for (const other of elsewhere) if (other.at <= now) places += other.places;
  for (const booking of state.bookings) {
    const held = bookingAt(booking, now);
    if (booking.testMode || booking.option !== option || held?.visit !== start) continue;
    if (!["ON_HOLD", "CONFIRMED", "REDEEMED"].includes(held.status)) continue;
    for (const unit of booking.units) places += state.units[unit] ?? 1;
  }
  return places;
}

function productOf({ product, zone, options, units }: OctoState): object {
  const unit = ([id, paxCount]: [string, number]) => ({
    id,
    internalName: id,
    reference: null,
    type: id.toUpperCase(),
    restrictions: { minAge: 0, maxAge: 99, paxCount, accompaniedBy: [] },
    requiredContactFields: ["firstName"],
  });
  const option = (id: string, index: number) => ({
    id,
    default: index === 0,
    internalName: id,
    availabilityLocalStartTimes: ["10:00"],
    units: Object.entries(units).map(unit),
  });
  return {
    id: product,
    internalName: "Visite",
    reference: null,
    locale: "fr-FR",
    timeZone: zone,
    availabilityType: "START_TIME",
    options: options.map(option),
  };
}

function bookingsIn(
  state: OctoState,
  { first, last }: { readonly first: string; readonly last: string },
  now: Instant,
  priced: boolean,
): object[] {
  return state.bookings.flatMap((booking) => {
    const held = bookingAt(booking, now);
    if (!held) return [];
    // A ticket without a date is listed under the day on which it was bought.
    const day = localDate(held.visit ?? booking.createdAt, state.zone);
    return day >= first && day <= last ? [toJson(booking, held, state, priced)] : [];
  });
}

function toJson(
  booking: OctoBooking,
  held: OctoBooking["states"][number],
  { product, zone }: OctoState,
  priced: boolean,
): object {
  const iso = (at: Instant | undefined) => (at === undefined ? null : new Date(at).toISOString());
  const since = (status: BookingStatus) => booking.states.find((one) => one.status === status)?.at;
  const slot = held.visit === null ? null : localIso(held.visit, zone);
  const redeemed = held.status === "REDEEMED" ? iso(held.at) : null;
  const contact = { fullName: "Alix Exemple", emailAddress: "alix@example.org", phoneNumber: "+33123456789" };
  return {
    id: `id-${booking.uuid}`,
    uuid: booking.uuid,
    testMode: booking.testMode,
    resellerReference: "secret-reseller",
    supplierReference: "0ELE0H",
    status: held.status,
    utcCreatedAt: iso(booking.createdAt),
    utcUpdatedAt: iso(held.at),
    utcExpiresAt: null,
    utcRedeemedAt: redeemed,
    utcConfirmedAt: iso(since("CONFIRMED") ?? since("REDEEMED")),
    productId: product,
    optionId: booking.option,
    availabilityId: slot,
    availability: slot === null ? null : { id: slot },
    contact,
    notes: "rappeler alix@example.org",
    cancellation:
      held.status === "CANCELLED"
        ? { refund: "FULL", reason: "Exemple malade", utcCancelledAt: iso(held.at) }
        : null,
    unitItems: booking.units.map((unitId, n) => ({
      uuid: `${booking.uuid}-${n}`,
      unitId,
      status: held.status,
      utcRedeemedAt: redeemed,
      contact,
      ticket: { deliveryOptions: [{ deliveryValue: `secret-${booking.uuid}` }] },
      ...(priced
        ? { pricing: { original: 900, retail: 650, net: 600, currency: "EUR", currencyPrecision: 2 } }
        : {}),
    })),
  };
}

function localIso(at: Instant, zone: Zone): string {
  const minutes = offsetMinutes(at, zone);
  const wall = new Date(at + minutes * MINUTE).toISOString().slice(0, 19);
  const two = (n: number) => String(Math.abs(n)).padStart(2, "0");
  return `${wall}${minutes < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

function collect(request: IncomingMessage, done: (body: string) => void): void {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => done(Buffer.concat(pieces).toString("utf8")));
}
