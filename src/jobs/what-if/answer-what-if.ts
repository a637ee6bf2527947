/** Answers "what if" for one site from the store, with the model that serves it and what that has learned today. */
import type { SeriesStep } from "../../domain/series.ts";
import type { Territory } from "../../domain/site.ts";
import { type Instant, localDate } from "../../domain/time.ts";
import type { Fitted, History } from "../../forecast/model.ts";
import type { Change, DayAnswer } from "../../forecast/what-if/scenario.ts";
import { whatIf } from "../../forecast/what-if/what-if.ts";
import type { Store } from "../../store/connect.ts";
import { readContext } from "../../visits/context.ts";
import type { Fits } from "../fits.ts";
import { stateOfNotes } from "../history/noted.ts";
import { readHistory } from "../history.ts";
import { LEADS, LEVELS } from "../measures.ts";
import { DEFAULT_MODEL, isModel, modelNamed, WEATHER_STEPS } from "../models.ts";
import { readNewestRuns } from "../newest-runs.ts";
import type { WhatIfAnswer } from "./answer.ts";
import type { Recent } from "./recent.ts";

/** The same past by the hour and by the day. */
export type Known = Readonly<Record<SeriesStep, History>>;

export interface WhatIfQuestion {
  readonly territory: Territory;
  readonly now: Instant;
  readonly site: string;
  readonly changes: readonly Change[];
  readonly fits: Fits;
  readonly recent: Recent<Known>;
}

/** Computes in the caller's thread. @throws RangeError for a site that is not in the territory */
export async function answerWhatIf(store: Store, question: WhatIfQuestion): Promise<WhatIfAnswer> {
  const { territory, now, site, changes, fits, recent } = question;
  const series = territory.sites.findIndex(({ id }) => id === site);
  if (series < 0) throw new RangeError(`invalid site: ${site} (the territory has no such site)`);
  const key = await stateOfNotes(store, localDate(now, territory.zone));
  const { at, value: known } = await recent(now, key, () => readKnown(store, territory, now));
  const { P1D: history, PT1H: hourly } = known;
  const newest = await readNewestRuns(store, now);
  const served = newest(site, "P1D", "visits")?.chosen?.model ?? DEFAULT_MODEL.name;
  const names = [...new Set([isModel(served) ? served : DEFAULT_MODEL.name, DEFAULT_MODEL.name])];
  const today = localDate(at, territory.zone);
  const models = names.map((name) => ({ name, fitted: fittedModel(name, today, history, fits) }));
  const model = models.find(({ fitted }) => speaks(fitted(), history, series)) ?? models.at(-1);
  if (!model) throw new RangeError("invalid models: none");
  const free = territory.calendar.events.filter((event) => event.free).map(({ id }) => id);
  const request = { series, changes, levels: LEVELS, free, leads: LEADS.P1D, hourly, fitted: model.fitted() };
  return { site, model: model.name, origin: at, days: whatIf(history, request).map(rounded) };
}

/** Histories as of now. Weather is read whether or not a model takes it: past days tell what it did. */
export async function readKnown(store: Store, territory: Territory, now: Instant): Promise<Known> {
  const context = await readContext(store, territory, now);
  return readHistory(store, context, now, LEADS.P1D, false, ["P1D"]);
}

/** Models that were not given weather when they learned are not given any now. */
function fittedModel(name: string, today: string, history: History, fits: Fits): () => Fitted {
  const model = modelNamed(name);
  const given = (all: History): History => (WEATHER_STEPS.includes("P1D") ? all : { ...all, covariates: [] });
  const own = given(history);
  return () => {
    const fitted = fits(`${name} visits P1D`, today, () => model.fit(own, { leads: LEADS.P1D }));
    return { forecast: (asked, request) => fitted.forecast(given(asked), request) };
  };
}

function speaks(fitted: Fitted, history: History, series: number): boolean {
  return fitted.forecast(history, { leads: 1, levels: LEVELS })[series]?.kind === "forecast";
}

function rounded(answer: DayAnswer): WhatIfAnswer["days"][number] {
  if (answer.kind === "refused") return { ...answer, reasons: [...answer.reasons] };
  const { low, middle, high } = answer.difference;
  return {
    ...answer,
    before: quantilesOf(answer.before),
    after: quantilesOf(answer.after),
    difference: { low: tenth(low), middle: tenth(middle), high: tenth(high) },
    because: [...answer.because],
  };
}

function quantilesOf(row: Float64Array) {
  const [q10 = 0, q25 = 0, q50 = 0, q75 = 0, q90 = 0] = row.map(tenth);
  return { q10, q25, q50, q75, q90 };
}

/** Never −0. */
function tenth(people: number): number {
  return Math.round(people * 10) / 10 + 0;
}
