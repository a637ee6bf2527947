/** Stream `orders`: the source of sales on servers without a ledger (before 2025.7) or by choice. */

import type { Mapped } from "../../../src/domain/record.ts";
import { toIso } from "../../../src/domain/time.ts";
import type { Page, PullContext, Stream } from "../../connector.ts";
import { isNotFound } from "../../transport/refusals.ts";
import { digest } from "../digest.ts";
import { type ApiPage, type PretixApi, pretixApi } from "./api.ts";
import { cursorAt, retire, scanStart } from "./cursor.ts";
import { mapPosition, type Sense } from "./map.ts";
import type { PretixOptions } from "./options.ts";
import { PERSONAL } from "./order-lookup.ts";
import { malformed } from "./parse-rows.ts";
import { readProducts } from "./products.ts";
import { SalesOrderRow } from "./rows.ts";
import { COMMIT_LAG_MS } from "./scan.ts";
import { type SlotTimes, slotTimes } from "./slot-times.ts";

/** Rows handed on at once, in pages of the server. */
const BATCH_PAGES = 40;
const EXCLUDED = [
  ...PERSONAL,
  "fees",
  "positions.attendee_name",
  "positions.attendee_email",
  "positions.answers",
];

/** A ticket can move to another slot under the same key. */
export function ordersStream(options: PretixOptions, site: string): Stream {
  return {
    name: "orders",
    movable: true,
    windowed: true,
    rescans: [],
    pull: (context) => pull(options, site, context),
  };
}

async function* pull(options: PretixOptions, site: string, context: PullContext): AsyncGenerator<Page> {
  const api = pretixApi(options, context.http, context.now);
  if (options.sales === "transactions" || (options.sales === undefined && (await hasLedger(api)))) {
    yield* retire(context);
    return;
  }
  const slots = slotTimes(api, scanStart(context));
  const sense = { site, products: await readProducts(api, options), startOf: slots.startOf };
  let held: ApiPage[] = [];
  let generated = context.now;
  let first = true;
  for await (const page of scan(api, context)) {
    // What changes after the first page was made is the next pull's.
    if (first) generated = page.generated;
    first = false;
    held.push(page);
    if (held.length < BATCH_PAGES) continue;
    const rows = await mapPages(held, sense, slots);
    yield { rows, token: digest(rows) };
    held = [];
  }
  const rows = await mapPages(held, sense, slots);
  // A pull that was told to stop earlier has not seen what was ordered after that.
  const readTo = Math.min(generated - COMMIT_LAG_MS, context.until);
  yield { rows, token: digest(rows), cursor: cursorAt(context.cursor, readTo), observedTo: readTo };
}

/** TRICKY: in the default order (time of the order) an order changed during the scan pushes others to later pages,
 *  so some come twice. Ordered by `last_modified` it would pull others to earlier pages and they would be lost. */
function scan(api: PretixApi, context: PullContext): AsyncIterable<ApiPage> {
  const since = scanStart(context);
  return api.list("orders/", {
    testmode: "false",
    include_canceled_positions: "true",
    modified_since: since === null ? undefined : toIso(since),
    created_before: context.until < context.now ? toIso(context.until) : undefined,
    exclude: EXCLUDED,
  });
}

/** True when the server has a sales ledger. */
export async function hasLedger(api: PretixApi): Promise<boolean> {
  try {
    for await (const _ of api.list("transactions/", { ordering: "id" })) return true;
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

async function mapPages(pages: readonly ApiPage[], sense: Sense, slots: SlotTimes): Promise<Mapped[]> {
  const orders = new Map<string, SalesOrderRow>();
  const mapped: Mapped[] = [];
  for (const page of pages) {
    for (const [index, raw] of page.rows.entries()) {
      const order = SalesOrderRow.safeParse(raw);
      if (!order.success) mapped.push(malformed(order.error, `${page.name} row ${index + 1}`));
      else if (!order.data.testmode) orders.set(order.data.code, order.data);
    }
  }
  const sold = [...orders.values()];
  await slots.ensure(sold.flatMap((order) => order.positions.map((position) => position.subevent)));
  for (const order of sold) for (const row of order.positions) mapped.push(mapPosition(row, order, sense));
  return mapped;
}
