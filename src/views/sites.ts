/** Resource `sites`: each site, whether it is open, its visits so far, and the freshness of its feeds. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { addDays, HOUR, localDate } from "../domain/time.ts";
import { ask } from "../store/query.ts";
import { combine } from "../visits/combine.ts";
import { judgeDays, readDays } from "../visits/daily.ts";
import { feedRunLast } from "../visits/queries.ts";
import type { ViewDeps } from "./deps.ts";
import { freshnessOf } from "./freshness.ts";
import { openingReply } from "./opening.ts";
import { begin, provenance } from "./provenance.ts";

/** Runs older than this say nothing about a feed's health. */
export const RUNS_MS = 35 * 24 * HOUR;

export async function sitesView(deps: ViewDeps, query: ViewQuery<"sites">): Promise<ViewReply<"sites">> {
  const { store, territory } = deps;
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const span = { from: today, to: addDays(today, 1) };
  const [{ context, version }, evidence, runs] = await Promise.all([
    begin(deps, now),
    readDays(store, now, territory.sites, span),
    ask(store, feedRunLast, { from: now - RUNS_MS }),
  ]);
  const visits = judgeDays(evidence, context);
  const rows = territory.sites.map((site) => {
    const day = visits.get(site.id)?.[0];
    return {
      id: site.id,
      name: site.name,
      municipality: site.municipality ?? "",
      owner: site.owner,
      longitude: site.position?.longitude ?? null,
      latitude: site.position?.latitude ?? null,
      capacity: site.capacity,
      opening_today: openingReply(site, today),
      visits_today: day?.visits ?? null,
      state: day?.state ?? "missing",
      feeds: context.feedsOf(site).map((feed) => freshnessOf(feed, site, context, runs)),
    };
  });
  const { coverage } = combine([...visits.values()].flat());
  return {
    ...provenance({ resource: "sites", query, version, context, sites: territory.sites, coverage }),
    rows,
  };
}
