/** Why pick-up says what it says about a day: what the weekday brings, how it goes lately, and what the bookings on
 *  hand add beyond those usually on hand so long before. */
import { fromDayNumber } from "../../domain/time.ts";
import { daysBehind } from "../base/profile.ts";
import { dailyTuning } from "../base/tuning.ts";
import type { Driver, Explanation } from "../model.ts";
import type { BookedSite } from "./booked-site.ts";
import type { DayForecasts } from "./forecast-days.ts";

/** Explains the days from the origin on; `answer` holds medians only. */
export function explainBookedDays(booked: BookedSite, answer: DayForecasts): Explanation[] {
  const { site, originDay, firstDay } = booked;
  return Array.from(answer.quantiles, (median, ahead): Explanation => {
    const day = originDay + ahead;
    const date = fromDayNumber(firstDay + day);
    if (answer.closed[ahead] === 1) return { date, median: 0, drivers: [], days: [] };
    const behind = daysBehind(site, originDay, site.weekday[day] ?? 0, dailyTuning);
    const mean = (of: (past: number) => number) =>
      behind.reduce((sum, past) => sum + past.weight * of(past.day), 0);
    const ordinary = mean((past) => booked.totals[past] ?? 0);
    const usual = mean((past) => booked.onHand(past, past - ahead));
    const bookings = booked.onHand(day, originDay) - usual;
    const drivers: Driver[] = [
      { kind: "ordinary", people: ordinary },
      { kind: "bookings", people: bookings },
      { kind: "level", people: median - ordinary - bookings },
    ];
    return {
      date,
      median,
      drivers: drivers.filter(({ kind, people }) => kind === "ordinary" || people !== 0),
      days: behind.map(({ day: past, weight }) => ({
        date: fromDayNumber(firstDay + past),
        weight,
        value: booked.totals[past] ?? Number.NaN,
      })),
    };
  });
}
