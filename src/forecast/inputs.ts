/** What is known beside the counts, with the time at which it became known, so that any past origin can be stood at
 *  again: bookings by the day they were made, forecasts of weather by their issue. */

/** Bookings of one series, one row per booking or cancellation, in the order of `made`. Equal lengths. */
export interface BookingCurve {
  /** Day number (days since 1970-01-01) of the visit. */
  readonly visit: Int32Array;
  /** Day number on which it was booked, or cancelled. */
  readonly made: Int32Array;
  /** People; negative for a cancellation. */
  readonly quantity: Float64Array;
}

/** One quantity that was itself forecast or announced, in the order of `issued`. Equal lengths. */
export interface Covariate {
  /** "temperature" (°C), "rain" (mm per step) or any other name; the same on all series. */
  readonly name: string;
  /** Epoch milliseconds at which the row became known. */
  readonly issued: Float64Array;
  /** Step index on the axis of the history. */
  readonly step: Int32Array;
  readonly value: Float64Array;
}
