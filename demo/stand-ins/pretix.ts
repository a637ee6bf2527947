/** A stand-in for a pretix server: the documented API over a {@link PretixState}, as of a clock, with its traps
 *  (pages that shift during a scan, cancelled tickets hidden unless asked for, late scans, annulments). */
import type { IncomingMessage } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import * as json from "./pretix-json.ts";
import { listCheckins, listOrders, listSubevents, listTransactions, type Query } from "./pretix-lists.ts";
import type { PretixEvent, PretixState } from "./pretix-state.ts";
import { type Answer, baseOf, type Handler, ok, refuse, write } from "./reply.ts";

export interface PretixStandInOptions {
  /** Facts created later than this are not there yet. */
  readonly clock: () => Instant;
  /** The one valid token; change it and the old one has expired. */
  token: string;
  readonly faults?: Faults;
  /** False for a server older than 2025.7: transactions and check-in history answer 404. @default true */
  readonly ledger?: boolean;
  /** Rows per page. @default 50 */
  readonly pageSize?: number;
}

/** The server as a request handler; mount it anywhere, it answers under `/api/v1/`. */
export function createPretixStandIn(state: PretixState, options: PretixStandInOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const now = options.clock();
    const fault = faults.take(request.url ?? "/");
    const answer = route(request, state, options, now);
    write(request, response, { answer, fault, now });
  };
}

function route(
  request: IncomingMessage,
  state: PretixState,
  options: PretixStandInOptions,
  now: Instant,
): Answer {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const query: Query = { url, base: baseOf(request), now, pageSize: options.pageSize ?? 50 };
  if (request.headers.authorization !== `Token ${options.token}`) return refuse(401, "Invalid token.");
  const [api, version, organizers, organizer, events, slug, resource, id, detail] = url.pathname
    .split("/")
    .filter(Boolean);
  if (api !== "api" || version !== "v1" || organizers !== "organizers") return refuse(404, "Not found.");
  if (organizer !== state.organizer || events !== "events") return refuse(403, "No permission.");
  if (slug === undefined) return page([...state.events.values()].map(json.eventJson), query);
  const event = state.events.get(slug);
  if (!event) return refuse(403, "No permission.");
  if (resource === undefined) return ok(json.eventJson(event));
  return eventRoute(event, { resource, id, detail }, query, options.ledger ?? true);
}

function eventRoute(
  event: PretixEvent,
  path: { resource: string; id: string | undefined; detail: string | undefined },
  query: Query,
  ledger: boolean,
): Answer {
  const { now } = query;
  switch (path.resource) {
    case "items":
      return page(event.items.map(json.itemJson), query);
    case "subevents": {
      const slots = listSubevents(event, query);
      if (path.id === undefined) return page(slots, query, (slot) => json.subeventJson(slot, event));
      const slot = event.subevents.find(({ id }) => String(id) === path.id);
      return slot ? ok(json.subeventJson(slot, event)) : refuse(404, "Not found.");
    }
    case "quotas":
      return path.id === undefined
        ? page(visibleQuotas(event, now), query, json.quotaJson)
        : quota(event, path, now);
    case "orders": {
      if (path.id === undefined) return orderPage(event, query);
      const order = event.orders
        .all()
        .find((candidate) => candidate.code === path.id && candidate.created <= now);
      return order ? ok(json.orderJson(order, now, wantsCanceled(query))) : refuse(404, "Not found.");
    }
    case "transactions":
      if (!ledger) return refuse(404, "Not found.");
      return page(listTransactions(event, query), query, json.transactionJson);
    case "checkins":
      if (!ledger) return refuse(404, "Not found.");
      return page(listCheckins(event, query), query, (row) => json.checkinJson(row, now));
    default:
      return refuse(404, "Not found.");
  }
}

function orderPage(event: PretixEvent, query: Query): Answer {
  const excluded = new Set(query.url.searchParams.getAll("exclude"));
  const answer = page(listOrders(event, query), query, (order) => {
    const shown = json.orderJson(order, query.now, wantsCanceled(query));
    return Object.fromEntries(Object.entries(shown).filter(([field]) => !excluded.has(field)));
  });
  return { ...answer, headers: { "x-page-generated": new Date(query.now).toISOString() } };
}

function wantsCanceled(query: Query): boolean {
  return query.url.searchParams.get("include_canceled_positions") === "true";
}

function visibleQuotas(event: PretixEvent, now: Instant) {
  const visible = new Set(event.subevents.filter((slot) => slot.created <= now).map((slot) => slot.id));
  return event.quotas.filter((candidate) => candidate.subevent === null || visible.has(candidate.subevent));
}

function quota(
  event: PretixEvent,
  path: { id: string | undefined; detail: string | undefined },
  now: Instant,
): Answer {
  const found = visibleQuotas(event, now).find((candidate) => String(candidate.id) === path.id);
  if (!found) return refuse(404, "Not found.");
  if (path.detail !== "availability") return ok(json.quotaJson(found));
  const lines = event.transactions.between(Number.NEGATIVE_INFINITY, now + 1);
  const sold = lines
    .filter((line) => line.subevent === found.subevent && found.items.includes(line.item ?? -1))
    .reduce((sum, line) => sum + line.count, 0);
  const left = found.size === null ? null : Math.max(0, found.size - sold);
  return ok({ available: left !== 0, available_number: left, total_size: found.size, paid_orders: sold });
}

/** One page of rows with the address of the next one. */
function page<Row>(rows: readonly Row[], query: Query, show: (row: Row) => unknown = (row) => row): Answer {
  const { url, base, pageSize } = query;
  const number = Number(url.searchParams.get("page") ?? "1");
  const first = (number - 1) * pageSize;
  if (!(number >= 1) || (number > 1 && first >= rows.length)) return refuse(404, "Invalid page.");
  const next = new URL(`${base}${url.pathname}${url.search}`);
  next.searchParams.set("page", String(number + 1));
  return ok({
    count: rows.length,
    next: first + pageSize < rows.length ? next.href : null,
    previous: null,
    results: rows.slice(first, first + pageSize).map(show),
  });
}
