/** Day forecasts of one site from its learned pick-up and bands. */
import { orderQuantiles } from "../../domain/quantile.ts";
import { presumedClosed } from "../base/closure.ts";
import { openMinutes } from "../base/table.ts";
import { type Bands, bandsOut } from "./bands.ts";
import type { BookedSite } from "./booked-site.ts";
import type { PickUp } from "./learn.ts";

/** By day from the origin's on, as in `Forecast`. */
export interface DayForecasts {
  readonly quantiles: Float64Array;
  readonly mean: Float64Array;
  readonly closed: Uint8Array;
}

/** True when a day (index) is closed by the calendar, or always has been and nobody has booked it. */
export function closedOn(booked: BookedSite, day: number): boolean {
  const { site, originDay } = booked;
  if (openMinutes(site.calendar, day, 0, 1) === 0) return true;
  return presumedClosed(site, originDay, day) && booked.onHand(day, originDay) <= 0;
}

/** Forecasts `days` days from the site's origin on. */
export function forecastDays(
  booked: BookedSite,
  pickUp: PickUp,
  bands: Bands,
  days: number,
  levels: readonly number[],
): DayForecasts {
  const { originDay, level } = booked;
  const quantiles = new Float64Array(days * levels.length);
  const mean = new Float64Array(days);
  const closed = new Uint8Array(days);
  for (let ahead = 0; ahead < days; ahead++) {
    if (closedOn(booked, originDay + ahead)) {
      closed[ahead] = 1;
      continue;
    }
    const expected = Math.max(0, pickUp.expect(originDay + ahead, ahead + 1));
    const row = quantiles.subarray(ahead * levels.length, (ahead + 1) * levels.length);
    mean[ahead] = bandsOut(bands, level, expected, ahead + 1, levels, row);
    orderQuantiles(row);
  }
  return { quantiles, mean, closed };
}
