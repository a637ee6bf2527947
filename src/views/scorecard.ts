/** Resource `scorecard`: how far served forecasts were off, by site and days ahead, beside the simple rule. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { readPromises } from "./promised.ts";
import { begin, provenance } from "./provenance.ts";
import { scoreDays, servedOrNot } from "./score-days.ts";

/** Days ahead that are scored. */
const AHEAD = [1, 2, 3, 7, 14, 28] as const;

export async function scorecardView(
  deps: ViewDeps,
  query: ViewQuery<"scorecard">,
): Promise<ViewReply<"scorecard">> {
  const now = deps.now();
  const sites = chosenSites(deps.territory, query.sites);
  const all = query.sites === undefined || query.sites.includes(TERRITORY);
  const scored = [
    ...sites.map((site) => ({ id: site.id, sites: [site] })),
    ...(all ? [{ id: TERRITORY, sites: deps.territory.sites }] : []),
  ];
  const [{ context, version }, finish] = await Promise.all([
    begin(deps, now),
    readPromises(deps, now, scored),
  ]);
  const promises = finish(context);
  const rows = scored.flatMap(({ id }) =>
    AHEAD.flatMap((lead) => {
      const { days, source } = servedOrNot(promises.scored.get(`${id} ${lead}`) ?? []);
      const scores = scoreDays(days);
      if (!scores) return [];
      const { inside, ...rest } = scores;
      return [{ site: id, lead, ...rest, coverage80: inside / scores.days, source }];
    }),
  );
  const named = { sites: scored.map(({ id }) => id) };
  const { coverage } = promises.all;
  return { ...provenance({ resource: "scorecard", query: named, version, context, sites, coverage }), rows };
}
