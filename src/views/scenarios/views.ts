/** Resources `scenarios` and `scenario`: what was kept, and the plan beside what came. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { judgeDays, readDays } from "../../visits/daily.ts";
import type { ViewDeps } from "../deps.ts";
import { begin, provenance } from "../provenance.ts";
import { followedDays, spanOfPlan } from "./followed.ts";
import { planReply, readScenario, readScenarios } from "./kept.ts";

export async function scenariosView(
  { store, territory }: ViewDeps,
  { site }: ViewQuery<"scenarios">,
): Promise<ViewReply<"scenarios">> {
  const sites = site === undefined ? territory.sites.map(({ id }) => id) : [site];
  return { rows: await readScenarios(store, sites) };
}

/** @throws Problem `unknown-scenario` */
export async function scenarioView(
  deps: ViewDeps,
  { id }: ViewQuery<"scenario">,
): Promise<ViewReply<"scenario">> {
  const { store, territory } = deps;
  const now = deps.now();
  const { scenario, plan } = await readScenario(store, id);
  const sites = territory.sites.filter((site) => site.id === scenario.site);
  const span = plan && spanOfPlan(plan);
  const [{ context, version }, evidence] = await Promise.all([
    begin(deps, now),
    span ? readDays(store, now, sites, span) : null,
  ]);
  const visits = evidence ? (judgeDays(evidence, context).get(scenario.site) ?? []) : [];
  const followed = plan ? followedDays(plan, visits) : [];
  const measured = followed.filter(({ inside }) => inside !== null);
  return {
    ...provenance({ resource: "scenario", query: { id }, version, context, sites, coverage: null }),
    scenario,
    plan: plan && planReply(plan),
    followed,
    measured: measured.length,
    inside: measured.filter(({ inside }) => inside).length,
  };
}
