/** What every forecasting model looks like. A model is one file in models/ that exports a `Model`; it is fitted
 *  once on all series together and then asked for any number of origins. */
import type { SeriesSet } from "../domain/series.ts";
import type { LocalDate } from "../domain/time.ts";
import type { DayCalendar } from "./calendar.ts";
import type { BookingCurve, Covariate } from "./inputs.ts";

/** What is known at an origin: values end there, while axis and calendars reach on over the horizon. */
export interface History {
  /** Values cut at the origin ({@link file://../domain/series.ts} `cutAt`); the axis covers the leads too. */
  readonly set: SeriesSet;
  /** Step index of the origin: the first step that is not known. */
  readonly origin: number;
  /** One calendar per series, over every day of the axis. The same object may stand for several. */
  readonly calendars: readonly DayCalendar[];
  /** Bookings by series, undefined where a series has none; rows made on or after the origin's day are never read. */
  readonly bookings?: readonly (BookingCurve | undefined)[];
  /** Covariates by series; rows issued after the origin are never read. */
  readonly covariates?: readonly (readonly Covariate[])[];
}

/** Quantiles of one series, lead 1 being the step at the origin. */
export interface Forecast {
  readonly kind: "forecast";
  readonly id: string;
  readonly model: string;
  /** Ascending, each in (0, 1). */
  readonly levels: readonly number[];
  readonly leads: number;
  /** leads × levels, row by row; people per step; in order and never below 0. */
  readonly quantiles: Float64Array;
  /** Expected people per step, by lead. */
  readonly mean: Float64Array;
  /** 1 where the site is closed by its calendar, or has been at all such times: then all figures are 0. */
  readonly closed: Uint8Array;
}

/** No forecast, and why: an expected answer, not an error. */
export interface Refusal {
  readonly kind: "refused";
  readonly id: string;
  readonly reason: string;
}

/** Share of the median that one cause makes, in people (may be negative). */
export interface Driver {
  readonly kind: "ordinary" | "season" | "school" | "special" | "level" | "bookings" | "weather";
  /** Holiday, event or weekday it stands for, when it has a name. */
  readonly label?: string;
  readonly people: number;
}

/** Why a day's forecast is what it is. */
export interface Explanation {
  readonly date: LocalDate;
  /** People; the sum of the drivers. */
  readonly median: number;
  readonly drivers: readonly Driver[];
  /** Past days it leaned on, newest first; weights sum to 1; value = people that day. */
  readonly days: readonly { readonly date: LocalDate; readonly weight: number; readonly value: number }[];
}

export interface ForecastRequest {
  /** Steps from the origin on; the axis must cover them. */
  readonly leads: number;
  readonly levels: readonly number[];
}

/** A model that has learned what it learns from all series. */
export interface Fitted {
  /** One answer per series of `history`, in its order; uses only what `history` holds. A series that was not
   *  there when fitting (by id) is answered from what the others taught, or refused. */
  forecast(history: History, request: ForecastRequest): readonly (Forecast | Refusal)[];
  /** Reasons for the day forecasts of one series (by index) on a daily axis; absent when a model has none. */
  explain?(history: History, series: number, leads: number): readonly Explanation[];
}

export interface FitOptions {
  /** Largest lead that will be asked for, in steps. */
  readonly leads: number;
}

export interface Model {
  readonly name: string;
  /** Learns from all series together; must be deterministic. */
  fit(history: History, options: FitOptions): Fitted;
}
