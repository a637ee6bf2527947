/** A solved forecast as rows of the store. */
import type { Axis, SeriesStep } from "../domain/series.ts";
import { dayNumber, fromDayNumber, type Instant, type LocalDate, startOfDay, toIso } from "../domain/time.ts";
import type { Explanation, Forecast, History } from "../forecast/model.ts";
import { type Month, monthsFrom } from "../forecast/reconcile/month-span.ts";
import type { ForecastStep } from "./measures.ts";

/** When each lead begins, and its local day (the first of a month). */
export type LeadAt = (lead: number) => { readonly start: Instant; readonly day: LocalDate };

/** Leads from 0 on the axis of a history; months on that of its days. */
export function leadsOf(step: ForecastStep, { set: { axis }, origin }: History, leads: number): LeadAt {
  if (step === "P1M") {
    const months = monthsFrom(axis, origin, leads);
    return (lead) => monthAt(axis, months[lead]);
  }
  return (lead) => ({
    start: axis.start[origin + lead] ?? Number.NaN,
    day: fromDayNumber(axis.day[origin + lead] ?? Number.NaN),
  });
}

function monthAt(axis: Axis, month: Month | undefined): ReturnType<LeadAt> {
  const day = fromDayNumber(axis.firstDay + (month?.from ?? Number.NaN));
  return { start: startOfDay(day, axis.zone), day };
}

/** Steps that are not closed. `booked`: places by day, where the site takes bookings and the step is a day. */
export function pointRows(
  forecast: Forecast,
  at: LeadAt,
  booked: ReadonlyMap<LocalDate, number> | undefined,
): Record<string, unknown>[] {
  const width = forecast.levels.length;
  return Array.from({ length: forecast.leads }, (_, i) => i)
    .filter((i) => forecast.closed[i] !== 1)
    .map((i) => {
      const { start, day } = at(i);
      const [q10, q25, q50, q75, q90] = forecast.quantiles.subarray(i * width, (i + 1) * width);
      return {
        start: toIso(start),
        day,
        lead: i + 1,
        ...{ q10, q25, q50, q75, q90 },
        mean: forecast.mean[i],
        booked: booked ? (booked.get(day) ?? 0) : null,
      };
    });
}

/** Reasons as they are kept: people to a tenth, the eight past days that count most. */
export function explanationText(explanations: readonly Explanation[]): string {
  const tenth = (people: number) => Math.round(people * 10) / 10;
  const short = explanations.map(({ date, median, drivers, days }) => ({
    date,
    median: tenth(median),
    drivers: drivers.map((d) => ({ ...d, people: tenth(d.people) })),
    days: days.slice(0, 8).map((d) => ({ ...d, weight: Math.round(d.weight * 1000) / 1000 })),
  }));
  return JSON.stringify(short);
}

/** Days that an axis has to reach over after `today` to hold a step's largest lead. */
export function daysAhead(step: SeriesStep | "P1M", leads: number, today: LocalDate): number {
  if (step === "PT1H") return Math.ceil(leads / 24);
  if (step === "P1D") return leads;
  const [year = 0, month = 0] = today.split("-").map(Number);
  const months = month - 1 + leads;
  const last = `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  return dayNumber(last) - dayNumber(today);
}
