/** What the issue of forecasts hands from step to step. */
import type { SeriesStep } from "../domain/series.ts";
import type { Territory } from "../domain/site.ts";
import type { Instant, LocalDate } from "../domain/time.ts";
import type { History, Model } from "../forecast/model.ts";
import type { Store } from "../store/connect.ts";
import type { Choice } from "./choice.ts";
import type { Fits } from "./fits.ts";
import type { Solved } from "./forecast-series.ts";
import type { ForecastMeasure, ForecastStep } from "./measures.ts";
import type { NewestRuns } from "./newest-runs.ts";

export interface ForecastJob {
  readonly territory: Territory;
  /** Serves a site for which nothing was chosen yet; one of models.ts. */
  readonly model: Model;
  /** Time of the machine: when the forecast is issued. */
  readonly now: Instant;
  /** Uses only what was known before. Default `now`; where given, the vintage is marked as retrospective. */
  readonly origin?: Instant;
  readonly steps?: readonly ForecastStep[];
  /** Default all; for an origin of the past, visits alone: of the others no earlier state can be read. */
  readonly measures?: readonly ForecastMeasure[];
  /** Keep only these sites' forecasts; all series are still read, models learn from all. */
  readonly sites?: readonly string[];
  /** Compare the models first and serve what wins; else what won last. */
  readonly compare?: boolean;
  /** What models learned before, where somebody keeps it. For origins of the past only in the order of time: what was
   *  learned at one must not answer an earlier one. Default: fit anew. */
  readonly fits?: Fits;
}

export type Histories = Partial<Readonly<Record<SeriesStep, History>>>;

export interface IssuedForecast {
  readonly site: string;
  readonly measure: ForecastMeasure;
  readonly step: ForecastStep;
  /** Empty when issued, else why not. */
  readonly refused: string;
  readonly points: number;
  /** True where the newest vintage says the same from the same inputs: none was added. */
  readonly unchanged: boolean;
}

export interface IssueParts {
  readonly store: Store;
  readonly job: ForecastJob;
  readonly steps: readonly ForecastStep[];
  readonly origin: Instant;
  readonly newest: NewestRuns;
  readonly choiceOf: (site: string, step: ForecastStep) => Choice | undefined;
  /** Places by site and day, for sites that take bookings. */
  readonly booked: ReadonlyMap<string, ReadonlyMap<LocalDate, number>>;
}

/** A step solved for every series, or known to be as before. */
export interface Vintage {
  readonly step: ForecastStep;
  readonly history: History;
  readonly series: readonly Solved[];
  readonly choices: readonly (Choice | undefined)[];
  /** Hash of the inputs by series. */
  readonly inputs: readonly string[];
}
