/** Keeps a vintage: its points and its run, never over another, and not twice from the same inputs on one day. */
import { setTimeout } from "node:timers/promises";
import { type LocalDate, localDate, toIso } from "../domain/time.ts";
import type { Forecast } from "../forecast/model.ts";
import { insertRows } from "../store/rows.ts";
import type { IssuedForecast, IssueParts, Vintage } from "./forecast-job.ts";
import { explanationText, leadsOf, pointRows } from "./forecast-rows.ts";
import type { Solved } from "./forecast-series.ts";
import type { ForecastMeasure } from "./measures.ts";
import { territoryForecast } from "./territory-forecast.ts";

/** True where each site's newest vintage was made on the same day from the same inputs and the same comparison. */
export function isKnown(
  { job, newest, origin }: IssueParts,
  measure: ForecastMeasure,
  { step, history, choices, inputs }: Vintage,
): boolean {
  if (job.origin !== undefined) return false;
  const { zone } = job.territory;
  return history.set.series.every(({ id }, i) => {
    if (job.sites && !job.sites.includes(id)) return true;
    const before = newest(id, step, measure);
    if (before === undefined || before.inputs !== inputs[i]) return false;
    if (before.chosen?.on !== choices[i]?.on) return false;
    return localDate(before.origin, zone) === localDate(origin, zone);
  });
}

/** Stores a vintage, unless it is known. */
export async function keepVintage(
  parts: IssueParts,
  measure: ForecastMeasure,
  vintage: Vintage,
  booked: (site: string) => ReadonlyMap<LocalDate, number> | undefined = () => undefined,
): Promise<IssuedForecast[]> {
  const { store, job, origin } = parts;
  const { step, history, series, choices, inputs } = vintage;
  const wanted = (site: string) => !job.sites || job.sites.includes(site);
  if (isKnown(parts, measure, vintage)) {
    const same = { measure, step, refused: "", points: 0, unchanged: true };
    return history.set.series.flatMap(({ id }) => (wanted(id) ? [{ site: id, ...same }] : []));
  }
  const base = { step, measure, origin: toIso(origin), issued_at: toIso(job.now) };
  const runs: Record<string, unknown>[] = [];
  const points: Record<string, unknown>[] = [];
  const issued: IssuedForecast[] = [];
  for (const [i, { answer, explanations }] of [...series, ...together(series, measure)].entries()) {
    const site = answer.id;
    if (!wanted(site)) continue;
    const own =
      answer.kind === "forecast" ? pointRows(answer, leadsOf(step, history, answer.leads), booked(site)) : [];
    for (const point of own) points.push({ ...base, site, ...point });
    const refused = answer.kind === "refused" ? answer.reason : "";
    const choice = choices[i];
    runs.push({
      ...base,
      site,
      model: answer.kind === "forecast" ? answer.model : (choice?.model ?? job.model.name),
      inputs: inputs[i] ?? "",
      refused,
      explanation: explanationText(explanations),
      chosen: choice ? JSON.stringify(choice) : "",
      retrospective: job.origin === undefined ? 0 : 1,
    });
    issued.push({ site, measure, step, refused, points: own.length, unchanged: false });
  }
  // After seconds of arithmetic, connections that the store has closed meanwhile are noticed first.
  await setTimeout(10);
  // Points first: a vintage exists from the moment its run is written.
  await insertRows(store, "forecast_point", "forecast_point", points);
  await insertRows(store, "forecast_run", "forecast_run", runs);
  return issued;
}

/** All sites as one more series. People inside of several sites are not added up: nobody is inside of a territory. */
function together(series: readonly Solved[], measure: ForecastMeasure): Solved[] {
  const sites = series
    .map(({ answer }) => answer)
    .filter((answer): answer is Forecast => answer.kind === "forecast");
  if (sites.length === 0 || measure === "occupancy") return [];
  const model = [...new Set(sites.map((site) => site.model))].join(" + ");
  return [{ answer: { ...territoryForecast(sites), model }, explanations: [] }];
}
