/** Forecasts judged by days ahead, and the last of them one by one. Pure. */
import type { JudgedDay, LeadTrust } from "../../contract/trust.ts";
import { addDays } from "../../domain/time.ts";
import { type PromisedDay, scoreDays, servedOrNot } from "../score-days.ts";
import { people } from "../vintage.ts";

/** Null where no day was measured whole.  @param days oldest first */
export function leadTrust(lead: number, days: readonly PromisedDay[]): LeadTrust | null {
  const judged = servedOrNot(days).days;
  const scores = scoreDays(judged);
  if (!scores) return null;
  const { days: count, mae, naive_mae, inside, retrospective_days } = scores;
  const mean = (of: (day: PromisedDay) => number) =>
    tenth(judged.reduce((sum, day) => sum + of(day), 0) / judged.length);
  return {
    lead,
    days: count,
    mae,
    naive_mae,
    mean_error: mean(({ q50, visits }) => q50 - visits),
    mean_visits: mean(({ visits }) => visits),
    inside,
    retrospective_days,
  };
}

/** The newest `count` of the days that {@link leadTrust} judges, oldest first. */
export function judgedDays(lead: number, days: readonly PromisedDay[], count: number): JudgedDay[] {
  return servedOrNot(days)
    .days.slice(-count)
    .map(({ day, visits, q10, q50, q90, naive, retrospective }) => ({
      day,
      origin: addDays(day, -lead),
      visits,
      promised: { low: people(q10), high: people(q90) },
      median: people(q50),
      naive,
      inside: q10 <= visits && visits <= q90,
      retrospective,
    }));
}

/** Never −0. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
