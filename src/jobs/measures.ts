/** What is forecast, and in which steps. */
import type { SeriesStep } from "../domain/series.ts";

/** - `visits`: as the territory file defines them for each site;
 *  - `admissions`: people with a ticket, by scan, or by visit slot where the till does not scan;
 *  - `occupancy`: people inside, mean over the hour, where doors count both ways;
 *  - `kiosk_sessions`: uses of interactive terminals. */
export const FORECAST_MEASURES = ["visits", "admissions", "occupancy", "kiosk_sessions"] as const;
export type ForecastMeasure = (typeof FORECAST_MEASURES)[number];

/** Steps of forecasts: hours, days, calendar months. */
export const FORECAST_STEPS = ["PT1H", "P1D", "P1M"] as const;
export type ForecastStep = (typeof FORECAST_STEPS)[number];

/** Largest lead by step: 14 days, 90 days, 18 months of which the first is the running one. */
export const LEADS: Readonly<Record<ForecastStep, number>> = { PT1H: 336, P1D: 90, P1M: 18 };

/** Quantiles that are kept of every forecast: the median, 5 and 8 times in 10. */
export const LEVELS = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Series in which each measure is read. Months are made of days, and only of visits. */
export const STEPS_OF: Readonly<Record<ForecastMeasure, readonly SeriesStep[]>> = {
  visits: ["P1D", "PT1H"],
  admissions: ["P1D", "PT1H"],
  occupancy: ["PT1H"],
  kiosk_sessions: ["P1D", "PT1H"],
};
