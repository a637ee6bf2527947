/** Issues forecasts: histories in, quantiles out, every vintage kept. */
import { type Instant, localDate } from "../domain/time.ts";
import type { History } from "../forecast/model.ts";
import type { Store } from "../store/connect.ts";
import { insertRows } from "../store/rows.ts";
import { nextStamp } from "../store/stamp.ts";
import { readBookings } from "../visits/bookings.ts";
import { readContext, type VisitContext } from "../visits/context.ts";
import { type Choice, choiceKey } from "./choice.ts";
import { chooseModels } from "./choose-model.ts";
import type { ForecastJob, Histories, IssuedForecast } from "./forecast-job.ts";
import { daysAhead } from "./forecast-rows.ts";
import { readHistory } from "./history.ts";
import { issueMeasure } from "./issue-measure.ts";
import { readMeasureHistory } from "./measure-history.ts";
import {
  FORECAST_MEASURES,
  FORECAST_STEPS,
  type ForecastMeasure,
  type ForecastStep,
  LEADS,
} from "./measures.ts";
import { WEATHER_STEPS } from "./models.ts";
import { type NewestRuns, readNewestRuns } from "./newest-runs.ts";

/** Issues a vintage for every site and for the territory, unless the same inputs gave one on the same day. Computes in
 *  the caller's thread, for seconds or more. */
export async function issueForecasts(store: Store, job: ForecastJob): Promise<IssuedForecast[]> {
  const { territory, steps = FORECAST_STEPS } = job;
  const origin = job.origin ?? job.now;
  const asOf = job.origin !== undefined;
  const today = localDate(origin, territory.zone);
  const ahead = Math.max(LEADS.P1D, ...steps.map((step) => daysAhead(step, LEADS[step], today)));
  const context = await readContext(store, territory, origin);
  const visits = await readHistory(store, context, origin, ahead, asOf, WEATHER_STEPS);
  const booked = await readBookings(store, context, today, LEADS.P1D, asOf);
  const newest = await readNewestRuns(store, origin);
  const issued: IssuedForecast[] = [];
  for (const measure of job.measures ?? (asOf ? (["visits"] as const) : FORECAST_MEASURES)) {
    const histories = await historiesOf(store, context, measure, visits, origin);
    const choices = job.compare ? compareModels(job, measure, histories, newest) : new Map();
    const choiceOf = (site: string, step: ForecastStep) =>
      choices.get(choiceKey(site, step)) ?? newest(site, step, measure)?.chosen;
    const parts = { store, job, steps, origin, newest, choiceOf, booked };
    issued.push(...(await issueMeasure(parts, measure, histories)));
  }
  if (issued.some(({ unchanged }) => !unchanged)) {
    await insertRows(store, "data_state", "data_state", [{ name: "forecasts", version: nextStamp() }]);
  }
  return issued;
}

async function historiesOf(
  store: Store,
  context: VisitContext,
  measure: ForecastMeasure,
  visits: Readonly<Record<"PT1H" | "P1D", History>>,
  origin: Instant,
): Promise<Histories> {
  return measure === "visits" ? visits : readMeasureHistory(store, context, measure, visits, origin);
}

function compareModels(
  { territory, now, model }: ForecastJob,
  measure: ForecastMeasure,
  histories: Histories,
  newest: NewestRuns,
): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const step of ["P1D", "PT1H"] as const) {
    const history = histories[step];
    if (!history) continue;
    const today = localDate(now, territory.zone);
    const serving = new Map(
      history.set.series.map(({ id }) => [
        choiceKey(id, step),
        newest(id, step, measure)?.chosen?.model ?? model.name,
      ]),
    );
    for (const [key, choice] of chooseModels({ measure, step, history, today, serving }))
      choices.set(key, choice);
  }
  return choices;
}
