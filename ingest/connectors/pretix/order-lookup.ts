/** Channel, origin and language for the ledger's lines: the ledger names only the order. Also tells test orders. */
import { toIso } from "../../../src/domain/time.ts";
import type { PretixApi } from "./api.ts";
import { type OrderFacts, orderFacts } from "./order-facts.ts";
import { OrderRow } from "./rows.ts";
import type { Batch } from "./scan.ts";

/** More unknown orders than this and the window's orders are listed instead of asked for one by one. */
const FEW = 10;
/** Not asked for at all: personal, or of no use here. */
export const PERSONAL = [
  "email",
  "phone",
  "customer",
  "comment",
  "payments",
  "refunds",
  "downloads",
  "api_meta",
];

export interface OrderLookup {
  ensure(codes: ReadonlySet<string>, window: Batch["window"]): Promise<void>;
  /** Facts of an order; empty when the server no longer has it; null for a test order. */
  factsOf(code: string): OrderFacts | null;
}

export function orderLookup(api: PretixApi): OrderLookup {
  const known = new Map<string, OrderFacts | null>();
  const keep = (raw: unknown) => {
    const order = OrderRow.safeParse(raw);
    if (order.success) known.set(order.data.code, order.data.testmode ? null : orderFacts(order.data));
  };
  return {
    async ensure(codes, window) {
      let missing = [...codes].filter((code) => !known.has(code));
      if (missing.length > FEW) {
        for await (const page of api.list("orders/", listParams(window))) page.rows.forEach(keep);
        missing = missing.filter((code) => !known.has(code));
      }
      for (const code of missing) {
        keep(await api.one(`orders/${code}/?${exclude()}`));
        if (!known.has(code)) known.set(code, {});
      }
    },
    factsOf: (code) => known.get(code) ?? (known.has(code) ? null : {}),
  };
}

/** A ledger line changes its order, so orders changed since the window began hold every line of an open window;
 *  for a closed one the orders placed in it are most of them. */
function listParams({ from, to }: Batch["window"]) {
  const span =
    to === null ? { modified_since: toIso(from) } : { created_since: toIso(from), created_before: toIso(to) };
  return { testmode: "false", exclude: [...PERSONAL, "positions"], ...span };
}

function exclude(): string {
  return [...PERSONAL, "positions"].map((field) => `exclude=${field}`).join("&");
}
