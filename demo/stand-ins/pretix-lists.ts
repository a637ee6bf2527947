/** Filters and orders of the stand-in's lists, as documented for each resource. */
import type { Instant } from "../../src/domain/time.ts";
import { lastModified } from "./pretix-json.ts";
import type {
  PretixCheckin,
  PretixEvent,
  PretixOrder,
  PretixSubevent,
  PretixTransaction,
} from "./pretix-state.ts";
import type { TimedLog } from "./timed-log.ts";

/** One request as the lists see it. */
export interface Query {
  readonly url: URL;
  /** Address of the server as the client wrote it. */
  readonly base: string;
  readonly now: Instant;
  readonly pageSize: number;
}

export function listTransactions(event: PretixEvent, query: Query): readonly PretixTransaction[] {
  const rows = createdWindow(event.transactions, query);
  return order(rows, query.url.searchParams.get("ordering") ?? "id");
}

export function listCheckins(event: PretixEvent, query: Query): readonly PretixCheckin[] {
  const rows = createdWindow(event.checkins, query);
  return order(rows, query.url.searchParams.get("ordering") ?? "id");
}

/** Default order: time of the order. Under `last_modified` an order changed during a scan leaves its page and
 *  another one slips past the reader, as on the real server. */
export function listOrders(event: PretixEvent, query: Query): readonly PretixOrder[] {
  const { searchParams } = query.url;
  const modifiedSince = time(searchParams.get("modified_since"), Number.NEGATIVE_INFINITY);
  const testmode = searchParams.get("testmode");
  const rows = createdWindow(event.orders, query).filter(
    (row) =>
      (testmode === null || String(row.testmode) === testmode) &&
      lastModified(row, query.now) >= modifiedSince,
  );
  if (searchParams.get("ordering") !== "last_modified") return rows;
  return rows.sort((a, b) => lastModified(a, query.now) - lastModified(b, query.now));
}

export function listSubevents(event: PretixEvent, query: Query): readonly PretixSubevent[] {
  const endsAfter = time(query.url.searchParams.get("ends_after"), Number.NEGATIVE_INFINITY);
  return event.subevents.filter((slot) => slot.created <= query.now && (slot.to ?? slot.from) >= endsAfter);
}

function createdWindow<T extends { id: number; readonly created: Instant }>(
  log: TimedLog<T>,
  query: Query,
): T[] {
  const { searchParams } = query.url;
  const since = time(searchParams.get("created_since"), Number.NEGATIVE_INFINITY);
  const before = time(searchParams.get("created_before"), Number.POSITIVE_INFINITY);
  return [...log.between(since, Math.min(before, query.now + 1))];
}

function order<T extends { readonly id: number; readonly created: Instant }>(
  rows: T[],
  ordering: string,
): T[] {
  // Rows come in order of creation; ids follow it except for facts that were written ahead of the clock.
  return ordering === "id" ? rows.sort((a, b) => a.id - b.id) : rows;
}

function time(text: string | null, otherwise: Instant): Instant {
  return text === null ? otherwise : Date.parse(text);
}
