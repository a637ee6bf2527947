/** pretix: sales, scans and slots of one event or event series. Traps and choices in NOTES.md. */
import { ConfigError, FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { type CheckResult, defineConnector, type FeedContext, type PullContext } from "../../connector.ts";
import { pretixApi } from "./api.ts";
import { checkinsStream } from "./checkins.ts";
import { type PretixOptions, pretixOptions } from "./options.ts";
import { hasLedger, ordersStream } from "./orders.ts";
import { readItems } from "./products.ts";
import { slotsStream } from "./slots.ts";
import { transactionsStream } from "./transactions.ts";

export const pretixConnector = defineConnector({
  type: "pretix",
  options: pretixOptions,
  open: (feed) => {
    const site = siteOf(feed);
    const { options } = feed;
    return {
      // Orders come before the ledger: when a server gains a ledger, the orders' sales go before it fills in.
      streams: [
        ordersStream(options, site),
        transactionsStream(options, site),
        checkinsStream(options, site),
        slotsStream(options, site),
      ],
      check: (context) => check(options, context),
    };
  },
});

function siteOf({ options, site, sites }: FeedContext<PretixOptions>): string {
  if (options.site === undefined) return site;
  if (sites.has(options.site)) return options.site;
  const remedy = `not a site of the territory (one of: ${[...sites].join(", ")})`;
  throw new ConfigError([{ path: "options.site", value: options.site, remedy }]);
}

async function check(options: PretixOptions, context: PullContext): Promise<CheckResult> {
  const api = pretixApi(options, context.http, context.now);
  try {
    const items = await readItems(api);
    const known = items.filter((item) => item.admission && options.items[`${item.id}`] === undefined);
    const sales = options.sales ?? ((await hasLedger(api)) ? "transactions" : "orders");
    const unmapped =
      known.length === 0 ? "" : `; without a tariff class: ${known.map((item) => item.id).join(", ")}`;
    return { ok: true, detail: `${items.length} products, sales from ${sales}${unmapped}` };
  } catch (error) {
    if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
    return {
      ok: false,
      problem: error.message,
      remedy: "check url, organizer, event and token of this feed",
    };
  }
}
