/** Resource `live`: what of the board changes while the day goes on, cheap enough to be made at every change. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { daySpan, localDate, toIso } from "../domain/time.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { ask } from "../store/query.ts";
import { combine } from "../visits/combine.ts";
import { readQuarters } from "../visits/quarters.ts";
import { feedRunLast } from "../visits/queries.ts";
import { boundOfAll, stateOfAll } from "./board-rows.ts";
import { siteDay } from "./board-site.ts";
import type { ViewDeps } from "./deps.ts";
import { freshnessOf } from "./freshness.ts";
import { readInside } from "./inside-now.ts";
import { begin, provenance } from "./provenance.ts";
import { RUNS_MS } from "./sites.ts";

export async function liveView(deps: ViewDeps, query: ViewQuery<"live">): Promise<ViewReply<"live">> {
  const { store, territory } = deps;
  const { sites, zone } = territory;
  const now = deps.now();
  const day = localDate(now, zone);
  const [{ context, version }, quarters, runs, inside] = await Promise.all([
    begin(deps, now),
    readQuarters(store, sites, { from: daySpan(day, zone).from, to: now }),
    ask(store, feedRunLast, { from: now - RUNS_MS }),
    readInside(deps, now),
  ]);
  const parts = sites.map((site) => {
    const feeds = context.feedsOf(site).map((feed) => freshnessOf(feed, site, context, runs));
    return siteDay(site, day, quarters.get(site.id) ?? [], feeds, context);
  });
  const all = combine(parts.map(({ visits }) => visits));
  const rows = parts.map(({ site, state, visits, bound }) => ({
    site: site.id,
    state,
    visits: visits.visits,
    bound,
    inside: inside.get(site.id) ?? null,
  }));
  const territoryRow = {
    site: TERRITORY,
    state: stateOfAll(parts),
    visits: all.visits,
    bound: boundOfAll(parts, all.estimated),
    inside: null,
  };
  return {
    ...provenance({
      resource: "live",
      query: { ...query, day },
      version,
      context,
      sites,
      coverage: all.coverage,
    }),
    now: toIso(now),
    zone,
    day,
    rows: [territoryRow, ...rows],
  };
}
