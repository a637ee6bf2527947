/** Stream `transactions`: the append-only sales ledger of pretix 2025.7 and later. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { isNotFound } from "../../transport/refusals.ts";
import { digest } from "../digest.ts";
import { pretixApi } from "./api.ts";
import { cursorAt, retire, scanStart, sinceOf } from "./cursor.ts";
import { mapTransaction } from "./map.ts";
import type { PretixOptions } from "./options.ts";
import { orderLookup } from "./order-lookup.ts";
import { parseRows } from "./parse-rows.ts";
import { type Products, readProducts } from "./products.ts";
import { TransactionRow } from "./rows.ts";
import { type Batch, COMMIT_LAG_MS, scanCreated } from "./scan.ts";
import { slotTimes } from "./slot-times.ts";

/** Immutable rows: no rescans, nothing moves. */
export function transactionsStream(options: PretixOptions, site: string): Stream {
  return {
    name: "transactions",
    movable: false,
    windowed: true,
    rescans: [],
    pull: (context) => pull(options, site, context),
  };
}

async function* pull(options: PretixOptions, site: string, context: PullContext): AsyncGenerator<Page> {
  if (options.sales === "orders") {
    yield* retire(context);
    return;
  }
  try {
    yield* readLedger(options, site, context);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // A ledger that was there before does not go away: that is a change to look into, not an older server.
    if (options.sales === undefined && sinceOf(context.cursor) === null) return;
    throw new FeedChanged(
      "invalid reply: pretix has no transactions here (older than 2025.7? then set options.sales to orders)",
      { cause: error },
    );
  }
}

async function* readLedger(options: PretixOptions, site: string, context: PullContext): AsyncGenerator<Page> {
  const api = pretixApi(options, context.http, context.now);
  const slots = slotTimes(api, scanStart(context));
  const orders = orderLookup(api);
  let products: Products | undefined;
  for await (const batch of scanCreated(api, "transactions/", context, COMMIT_LAG_MS)) {
    const { rows, rejected } = parseRows(batch.pages, TransactionRow);
    const sales = rows.filter((row) => row.item !== null && !row.fee_type);
    // Products, slots and orders are asked for only when there is something to explain with them.
    if (sales.length > 0) products ??= await readProducts(api, options);
    await slots.ensure(sales.map((row) => row.subevent));
    await orders.ensure(new Set(sales.map((row) => row.order)), batch.window);
    const sense = {
      site,
      products: products ?? (() => ({ kind: "unknown" }) as const),
      startOf: slots.startOf,
    };
    const mapped = rows.map((row) => mapTransaction(row, sense, orders.factsOf(row.order)));
    yield toPage([...mapped, ...rejected], batch, context);
  }
}

/** Page of a batch: cursor where a window ends, word of completeness where the scan ends. */
export function toPage(rows: Page["rows"], batch: Batch, context: PullContext): Page {
  const { readTo, last } = batch;
  return {
    rows,
    token: digest([batch.window, rows]),
    ...(readTo === undefined ? {} : { cursor: cursorAt(context.cursor, readTo) }),
    ...(readTo === undefined || !last ? {} : { observedTo: readTo }),
  };
}
