/** The models that may serve, by name: the name is what is kept with a vintage. */
import type { SeriesStep } from "../domain/series.ts";
import type { Model } from "../forecast/model.ts";
import { combined } from "../forecast/models/combined.ts";
import { robustBase } from "../forecast/models/robust-base.ts";
import { seasonalNaive } from "../forecast/models/seasonal-naive.ts";
import type { ForecastMeasure } from "./measures.ts";

const REGISTRY: readonly Model[] = [combined, robustBase, seasonalNaive(7), seasonalNaive(364)];

/** The simple rules, one of which every other model has to beat: the same step a week before, or 52 weeks before. */
export const SIMPLE_RULES: readonly string[] = ["seasonal-naive", "seasonal-naive-year"];

/** Serves where nothing has been compared yet. */
export const DEFAULT_MODEL: Model = combined;

/** The same for measures beside visits: one that learns in no time. */
export const SIDE_MODEL: Model = robustBase;

/** Sums to months: reaches any distance, while others may stop at the longest lead they were fitted for. */
export const MONTH_MODEL: Model = robustBase;

/** Models that are compared for visits, and for what is counted beside them. */
const OF_VISITS: readonly string[] = [combined.name, robustBase.name];
const OF_OTHERS: readonly string[] = [SIDE_MODEL.name];

/** Steps whose histories are given weather: those of which a model above reads it. */
export const WEATHER_STEPS: readonly SeriesStep[] = ["P1D", "PT1H"];

/** Names of the models that are compared before one is served, the simple rules among them. */
export function candidates(measure: ForecastMeasure, step: SeriesStep): readonly string[] {
  const models = measure === "visits" ? OF_VISITS : OF_OTHERS;
  // By the hour, a year ago is no rule that anybody would go by.
  return step === "PT1H" ? [...models, "seasonal-naive"] : [...models, ...SIMPLE_RULES];
}

/** True for a model that counts what is booked. */
export function countsBookings(name: string): boolean {
  return name === combined.name;
}

/** True where {@link modelNamed} knows the name: a later release may have dropped what an older one chose. */
export function isModel(name: string): boolean {
  return REGISTRY.some((model) => model.name === name);
}

/** @throws RangeError for a name that is not in the registry */
export function modelNamed(name: string): Model {
  const model = REGISTRY.find((known) => known.name === name);
  if (model) return model;
  const names = REGISTRY.map((known) => known.name).join(", ");
  throw new RangeError(`invalid model: ${name} (known models: ${names})`);
}
