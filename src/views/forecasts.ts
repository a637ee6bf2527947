/** Resource `forecasts`: quantiles of the newest vintage, or of a past one, and why its models were chosen. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import type { ForecastModel } from "../contract/forecasts.ts";
import { addDays, localDate, parseInstant, toIso } from "../domain/time.ts";
import { readChoice, tellChoice } from "../jobs/choice.ts";
import type { ForecastStep } from "../jobs/measures.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { ask } from "../store/query.ts";
import type { ViewDeps } from "./deps.ts";
import { figureId } from "./figure.ts";
import { forecastState, forecastVintage } from "./queries.ts";
import { people, type VintageRow } from "./vintage.ts";

export async function forecastsView(
  deps: ViewDeps,
  query: ViewQuery<"forecasts">,
): Promise<ViewReply<"forecasts">> {
  const { store, territory } = deps;
  const now = deps.now();
  const asOf = query.issued_at === undefined ? now : parseInstant(query.issued_at);
  const { step, measure } = query;
  const sites = query.sites ?? [...territory.sites.map((site) => site.id), TERRITORY];
  const day = localDate(asOf, territory.zone);
  // A vintage reaches 18 months from its origin; an old one is shown whole, however long ago it was issued.
  const span = { from: "1970-01-01", to: addDays(day, 800) };
  const [points, states, version] = await Promise.all([
    ask(store, forecastVintage, { sites, steps: [step], measure, asOf, ...span, hoursTo: span.to }),
    ask(store, forecastState, { sites, step, measure, asOf }),
    deps.version(),
  ]);
  const order = new Map(sites.map((site, i) => [site, i]));
  const models = new Map(states.map(({ site, model }) => [site, model]));
  const rows = points
    .map((point) => rowOf(point, models.get(point.site) ?? ""))
    .sort((a, b) => (order.get(a.site) ?? 0) - (order.get(b.site) ?? 0));
  const issued = Math.max(0, ...points.map((point) => point.issued_at));
  const asked = { sites, step, issued_at: query.issued_at, territory: territory.id };
  // The figures of visits keep the ids that they had before other measures were forecast.
  const named = measure === "visits" ? asked : { ...asked, measure };
  return {
    as_of: issued > 0 ? toIso(issued) : null,
    coverage: null,
    figure: figureId({
      resource: "forecasts",
      query: named,
      version,
      at: issued || now,
      zone: territory.zone,
    }),
    rows,
    refused: states.flatMap(({ site, reason }) => (reason === "" ? [] : [{ site, reason }])),
    ...(query.issued_at === undefined ? { models: states.flatMap((state) => modelOf(state, step)) } : {}),
  };
}

interface State {
  readonly site: string;
  readonly model: string;
  readonly chosen: string;
}

/** Nothing for a site that never had a forecast. */
function modelOf({ site, model, chosen }: State, step: ForecastStep): ForecastModel[] {
  if (model === "") return [];
  const choice = readChoice(chosen);
  if (!choice) {
    return [{ site, model, against: null, skill: null, weeks: 0, because: uncompared(site, step) }];
  }
  if (choice.model !== model) {
    const because = `stands in for ${choice.model}, which did best but has nothing to say today`;
    return [{ site, model, against: null, skill: null, weeks: 0, because }];
  }
  const { against, skill, weeks } = choice;
  return [{ site, model, against: against || null, skill, weeks, because: tellChoice(choice) }];
}

function uncompared(site: string, step: ForecastStep): string {
  if (site === TERRITORY) return "the sum of its sites";
  return step === "P1M" ? "sums its days; no other model reaches so far" : "nothing could be compared yet";
}

function rowOf(point: VintageRow, model: string): ViewReply<"forecasts">["rows"][number] {
  const { site, start, day, lead, q10, q25, q50, q75, q90, mean, booked, origin, issued_at } = point;
  return {
    site,
    start: toIso(start),
    day,
    lead,
    q10: people(q10),
    q25: people(q25),
    q50: people(q50),
    q75: people(q75),
    q90: people(q90),
    mean: people(mean),
    booked: booked === null ? null : Math.max(0, booked),
    model,
    origin: toIso(origin),
    issued_at: toIso(issued_at),
  };
}
