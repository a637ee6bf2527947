/** Resource `trust`: how far one site's forecasts were off, and past ones as they were. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { TRUST_LEADS } from "../../contract/trust.ts";
import { addDays, localDate, startOfDay } from "../../domain/time.ts";
import { SIMPLE_RULES } from "../../jobs/models.ts";
import { ask } from "../../store/query.ts";
import { siteOf, type ViewDeps } from "../deps.ts";
import { readPromises } from "../promised.ts";
import { aboutSite, begin, provenance } from "../provenance.ts";
import { forecastIssued, forecastState } from "../queries.ts";
import { judgedDays, leadTrust } from "./leads.ts";
import { chosenOf, readVintage } from "./vintage.ts";

/** Forecasts shown one by one. */
const LAST = 30;
/** How far back forecasts can be shown again. */
const BACK_DAYS = 730;
/** A forecast that old has all of its four weeks behind it. */
const WHOLE = 29;

export async function trustView(deps: ViewDeps, query: ViewQuery<"trust">): Promise<ViewReply<"trust">> {
  const { store, territory } = deps;
  const site = siteOf(territory, query.site);
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const from = startOfDay(addDays(today, -BACK_DAYS), territory.zone);
  const wanted = query.origin ?? addDays(today, -WHOLE);
  const [{ context, version }, finish, [state], { issued, judge }] = await Promise.all([
    begin(deps, now),
    readPromises(deps, now, [{ id: site.id, sites: [site] }]),
    ask(store, forecastState, { sites: [site.id], step: "P1D", asOf: now }),
    ask(store, forecastIssued, { site: site.id, tz: territory.zone, from, asOf: now }).then(async (all) => {
      const chosen = chosenOf(all, wanted);
      return { issued: all, judge: chosen ? await readVintage(store, now, site, chosen) : null };
    }),
  ]);
  const promises = finish(context);
  const at = (lead: number) => promises.scored.get(`${site.id} ${lead}`) ?? [];
  const lead = Number(query.lead);
  const { coverage } = promises.all;
  const asked = { site: site.id, lead: query.lead, origin: query.origin };
  return {
    ...provenance({ resource: "trust", query: asked, version, context, sites: [site], coverage }),
    ...aboutSite(site, territory, now),
    sites: territory.sites.map(({ id, name }) => ({ id, name })),
    refused: state === undefined ? "no_data" : state.reason || null,
    model: state?.model || null,
    serves_rule: SIMPLE_RULES.includes(state?.model ?? ""),
    leads: TRUST_LEADS.flatMap((each) => leadTrust(Number(each), at(Number(each))) ?? []),
    lead,
    last: judgedDays(lead, at(lead), LAST),
    origins: issued.map(({ day }) => day),
    served_since: issued.find(({ retrospective }) => retrospective === 0)?.day ?? null,
    vintage: judge?.(context) ?? null,
  };
}
