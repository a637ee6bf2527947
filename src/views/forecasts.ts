/** Resource `forecasts`: quantiles of the newest vintage, or of a past one. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { addDays, localDate, parseInstant, toIso } from "../domain/time.ts";
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
  const sites = query.sites ?? [...territory.sites.map((site) => site.id), TERRITORY];
  const day = localDate(asOf, territory.zone);
  // A vintage reaches 90 days from its origin; an old one is shown whole, however long ago it was issued.
  const span = { from: "1970-01-01", to: addDays(day, 400) };
  const [points, states, version] = await Promise.all([
    ask(store, forecastVintage, { sites, steps: [query.step], asOf, ...span, hoursTo: span.to }),
    ask(store, forecastState, { sites, step: query.step, asOf }),
    deps.version(),
  ]);
  const order = new Map(sites.map((site, i) => [site, i]));
  const models = new Map(states.map(({ site, model }) => [site, model]));
  const rows = points
    .map((point) => rowOf(point, models.get(point.site) ?? ""))
    .sort((a, b) => (order.get(a.site) ?? 0) - (order.get(b.site) ?? 0));
  const issued = Math.max(0, ...points.map((point) => point.issued_at));
  const named = { sites, step: query.step, issued_at: query.issued_at, territory: territory.id };
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
  };
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
