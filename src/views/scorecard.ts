/** Resource `scorecard`: how far served forecasts were off, by site, days ahead and month, beside the simple rule. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { readPromises } from "./promised.ts";
import { begin, provenance } from "./provenance.ts";
import { type PromisedDay, scaled, scoreDays, servedOrNot, weeklyChange } from "./score-days.ts";

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
      const days = promises.scored.get(`${id} ${lead}`) ?? [];
      const change = weeklyChange(days);
      return groupsOf(days, query.by).flatMap((group) => rowOf({ site: id, lead }, group, change));
    }),
  );
  const ids = { sites: scored.map(({ id }) => id) };
  const named = query.by === undefined ? ids : { ...ids, by: query.by };
  const { coverage } = promises.all;
  return { ...provenance({ resource: "scorecard", query: named, version, context, sites, coverage }), rows };
}

interface Group {
  /** `YYYY-MM` of the days; null = all of them. */
  readonly month: string | null;
  readonly days: readonly PromisedDay[];
  /** Served days from which on those issued in retrospect are left out. */
  readonly enough?: number;
}

function groupsOf(days: readonly PromisedDay[], by: "month" | undefined): Group[] {
  if (by === undefined) return [{ month: null, days }];
  // A month has few open days: served ones go alone where they are at least half.
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => ({
    month,
    days: own,
    enough: Math.min(14, Math.ceil(own.length / 2)),
  }));
}

function rowOf(
  named: { readonly site: string; readonly lead: number },
  { month, days: all, enough }: Group,
  change: number | null,
): ViewReply<"scorecard">["rows"] {
  const { days, source } = servedOrNot(all, enough);
  const scores = scoreDays(days);
  if (!scores) return [];
  const { inside, ...rest } = scores;
  const mase = scaled(scores.mae, change);
  return [{ ...named, month, ...rest, mase, coverage80: inside / scores.days, source }];
}
