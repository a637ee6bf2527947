/** Issues the forecasts of one measure: days, hours that agree with them, and months made of them. */
import type { SeriesStep } from "../domain/series.ts";
import { localDate } from "../domain/time.ts";
import type { History, Model } from "../forecast/model.ts";
import { hoursToDays, wholeDays } from "../forecast/reconcile/hours.ts";
import { monthForecasts } from "../forecast/reconcile/months.ts";
import { alwaysFit } from "./fits.ts";
import type { Histories, IssuedForecast, IssueParts, Vintage } from "./forecast-job.ts";
import { forecastSeries, type Solved } from "./forecast-series.ts";
import { hashInputs } from "./inputs-hash.ts";
import { isKnown, keepVintage } from "./keep-vintage.ts";
import { type ForecastMeasure, LEADS, LEVELS } from "./measures.ts";
import { isModel, MONTH_MODEL, SIDE_MODEL } from "./models.ts";

/** Days whose reasons are kept with a vintage. */
const EXPLAINED_DAYS = 28;

/** One entry per site and step that has such a series, and for the territory. */
export async function issueMeasure(
  parts: IssueParts,
  measure: ForecastMeasure,
  { P1D: daily, PT1H: hourly }: Histories,
): Promise<IssuedForecast[]> {
  const { steps, booked } = parts;
  const issued: IssuedForecast[] = [];
  const bookings = (site: string) => (measure === "visits" ? booked.get(site) : undefined);
  const days = daily && solveStep(parts, measure, "P1D", daily, (id) => [...(bookings(id) ?? [])]);
  if (days && steps.includes("P1D")) issued.push(...(await keepVintage(parts, measure, days, bookings)));
  if (hourly && steps.includes("PT1H")) {
    const dayInputs = (_id: string, i: number) => days?.inputs[i] ?? null;
    const hours = solveStep(parts, measure, "PT1H", hourly, dayInputs);
    issued.push(...(await keepVintage(parts, measure, agreeing(hours, days))));
  }
  if (days && steps.includes("P1M") && measure === "visits") {
    issued.push(...(await issueMonths(parts, measure, days)));
  }
  return issued;
}

function solveStep(
  { job, choiceOf, origin }: IssueParts,
  measure: ForecastMeasure,
  step: SeriesStep,
  history: History,
  more: (id: string, index: number) => unknown,
): Vintage {
  const leads = Math.min(LEADS[step], history.set.axis.count - history.origin);
  const ids = history.set.series.map(({ id }) => id);
  const choices = ids.map((id) => {
    const choice = choiceOf(id, step);
    return choice && isModel(choice.model) ? choice : undefined;
  });
  const otherwise = measure === "visits" ? job.model.name : SIDE_MODEL.name;
  const models = choices.map((choice) => choice?.model ?? otherwise);
  const explained = step === "P1D" && measure === "visits" ? EXPLAINED_DAYS : 0;
  const fits = job.fits ?? alwaysFit;
  const today = localDate(origin, job.territory.zone);
  const fitted = (model: Model) =>
    fits(`${model.name} ${measure} ${step}`, today, () => model.fit(history, { leads }));
  const series = forecastSeries(history, { models, otherwise, leads, levels: LEVELS, explained, fitted });
  const inputs = ids.map((id, i) => hashInputs(history, i, [models[i], more(id, i)]));
  return { step, history, series, choices, inputs };
}

/** The hours of each whole day scaled to its forecast. */
function agreeing(hours: Vintage, days: Vintage | undefined): Vintage {
  if (!days) return hours;
  const { set, origin } = hours.history;
  const { axis } = days.history.set;
  const firstDay = axis.firstDay + days.history.origin;
  const series = hours.series.map((solved, i): Solved => {
    const [own, day] = [solved.answer, days.series[i]?.answer];
    if (own.kind === "refused" || day?.kind !== "forecast") return solved;
    return { ...solved, answer: hoursToDays(own, day, wholeDays(set.axis, origin, own.leads, firstDay)) };
  });
  return { ...hours, series };
}

async function issueMonths(
  parts: IssueParts,
  measure: ForecastMeasure,
  days: Vintage,
): Promise<IssuedForecast[]> {
  const { set, origin, calendars } = days.history;
  const inputs = set.series.map((_, i) => hashInputs({ set, origin, calendars }, i, MONTH_MODEL.name));
  const choices = set.series.map(() => undefined);
  const known: Vintage = { ...days, step: "P1M", series: [], choices, inputs };
  if (isKnown(parts, measure, known)) return keepVintage(parts, measure, known);
  const near = days.series.map(({ answer }) => (answer.kind === "forecast" ? answer.mean : null));
  const answers = monthForecasts(MONTH_MODEL, days.history, { months: LEADS.P1M, levels: LEVELS, near });
  const series = answers.map((answer): Solved => ({ answer, explanations: [] }));
  return keepVintage(parts, measure, { ...known, series });
}
