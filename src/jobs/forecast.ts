/** Issues forecasts: history in, quantiles out, every vintage kept. */
import { createHash } from "node:crypto";
import type { SeriesStep } from "../domain/series.ts";
import type { Territory } from "../domain/site.ts";
import { fromDayNumber, type Instant, type LocalDate, localDate, toIso } from "../domain/time.ts";
import type { Explanation, Forecast, History, Model } from "../forecast/model.ts";
import type { Store } from "../store/connect.ts";
import { insertRows } from "../store/rows.ts";
import { nextStamp } from "../store/stamp.ts";
import { readBookings } from "../visits/bookings.ts";
import { readContext } from "../visits/context.ts";
import { readHistory } from "./history.ts";
import { TERRITORY, territoryForecast } from "./territory-forecast.ts";

/** Quantiles that are kept of every forecast: the median, 5 and 8 times in 10. */
export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
const LEADS: Readonly<Record<SeriesStep, number>> = { PT1H: 168, P1D: 90 };
/** Days whose reasons are kept with a vintage. */
const EXPLAINED_DAYS = 28;

export interface ForecastJob {
  readonly territory: Territory;
  readonly model: Model;
  /** Time of the machine: when the forecast is issued. */
  readonly now: Instant;
  /** Uses only what was known before. Default `now`. */
  readonly origin?: Instant;
  readonly steps?: readonly SeriesStep[];
  /** Keep only these sites' forecasts; all series are still read, models learn from all. */
  readonly sites?: readonly string[];
}

export interface IssuedForecast {
  readonly site: string;
  readonly step: SeriesStep;
  /** Empty when issued, else why not. */
  readonly refused: string;
  readonly points: number;
}

/** Issues a vintage for every site and for the territory. */
export async function issueForecasts(store: Store, job: ForecastJob): Promise<IssuedForecast[]> {
  const origin = job.origin ?? job.now;
  const context = await readContext(store, job.territory, origin);
  const asOf = job.origin !== undefined;
  const histories = await readHistory(store, context, origin, LEADS.P1D, asOf);
  const booked = await readBookings(store, context, localDate(origin, job.territory.zone), LEADS.P1D, asOf);
  const issued: IssuedForecast[] = [];
  for (const step of job.steps ?? (["P1D", "PT1H"] as const)) {
    issued.push(...(await issueStep(store, job, histories[step], step, origin, booked)));
  }
  await insertRows(store, "data_state", "data_state", [{ name: "forecasts", version: nextStamp() }]);
  return issued;
}

async function issueStep(
  store: Store,
  job: ForecastJob,
  history: History,
  step: SeriesStep,
  origin: Instant,
  booked: ReadonlyMap<string, ReadonlyMap<LocalDate, number>>,
): Promise<IssuedForecast[]> {
  const leads = Math.min(LEADS[step], history.set.axis.count - history.origin);
  const fitted = job.model.fit(history, { leads });
  const answers = fitted.forecast(history, { leads, levels: LEVELS });
  const vintage = { step, origin: toIso(origin), issued_at: toIso(job.now) };
  const runs: Record<string, unknown>[] = [];
  const points: Record<string, unknown>[] = [];
  const issued: IssuedForecast[] = [];
  const forecasts = answers.filter((answer): answer is Forecast => answer.kind === "forecast");
  const all = [...answers, ...(forecasts.length > 0 ? [territoryForecast(forecasts)] : [])];
  for (const [index, answer] of all.entries()) {
    if (job.sites && !job.sites.includes(answer.id)) continue;
    const base = { ...vintage, site: answer.id };
    const known = history.set.series[index];
    const own = answer.kind === "forecast" ? pointsOf(answer, history, booked.get(answer.id)) : [];
    const explanations =
      step === "P1D" && known && answer.kind === "forecast"
        ? fitted.explain?.(history, index, EXPLAINED_DAYS)
        : undefined;
    for (const point of own) points.push({ ...base, ...point });
    const refused = answer.kind === "refused" ? answer.reason : "";
    runs.push({
      ...base,
      model: job.model.name,
      inputs: answer.id === TERRITORY ? "" : hashOf(known?.values),
      refused,
      explanation: JSON.stringify(explanations?.map(roundExplanation) ?? []),
      retrospective: job.origin === undefined ? 0 : 1,
    });
    issued.push({ site: answer.id, step, refused, points: own.length });
  }
  // Points first: a vintage exists from the moment its run is written.
  await insertRows(store, "forecast_point", "forecast_point", points);
  await insertRows(store, "forecast_run", "forecast_run", runs);
  return issued;
}

function pointsOf(
  forecast: Forecast,
  { set: { axis }, origin }: History,
  booked: ReadonlyMap<LocalDate, number> | undefined,
): Record<string, unknown>[] {
  const width = forecast.levels.length;
  return Array.from({ length: forecast.leads }, (_, i) => i)
    .filter((i) => forecast.closed[i] !== 1)
    .map((i) => {
      const day = fromDayNumber(axis.day[origin + i] ?? Number.NaN);
      const [q10, q25, q50, q75, q90] = forecast.quantiles.subarray(i * width, (i + 1) * width);
      return {
        start: toIso(axis.start[origin + i] ?? Number.NaN),
        day,
        lead: i + 1,
        ...{ q10, q25, q50, q75, q90 },
        mean: forecast.mean[i],
        booked: axis.step === "P1D" && booked ? (booked.get(day) ?? 0) : null,
      };
    });
}

/** State of the inputs: the same values give the same hash. */
function hashOf(values: Float64Array | undefined): string {
  if (!values) return "";
  return createHash("sha256")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest("hex")
    .slice(0, 16);
}

function roundExplanation(e: Explanation): Explanation {
  const tenth = (people: number) => Math.round(people * 10) / 10;
  return {
    date: e.date,
    median: tenth(e.median),
    drivers: e.drivers.map((d) => ({ ...d, people: tenth(d.people) })),
    days: e.days.slice(0, 8).map((d) => ({ ...d, weight: Math.round(d.weight * 1000) / 1000 })),
  };
}
