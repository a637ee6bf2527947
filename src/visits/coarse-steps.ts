/** Days gathered into ISO weeks, months and years. Pure. */
import { addDays, type LocalDate, weekday } from "../domain/time.ts";
import { type Combined, combine } from "./combine.ts";
import type { DayVisits } from "./daily.ts";

export type CoarseStep = "P1W" | "P1M" | "P1Y";

export interface CoarseVisits extends Combined {
  readonly site: string;
  /** First day that counts: that of the step, or of the span asked for when that begins later. */
  readonly day: LocalDate;
}

/** First day of the step that holds a day: Monday, the first of the month, 1 January. */
export function stepStart(day: LocalDate, step: CoarseStep): LocalDate {
  if (step === "P1W") return addDays(day, 1 - weekday(day));
  return step === "P1M" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}

/** First day of the next step. */
export function stepEnd(day: LocalDate, step: CoarseStep): LocalDate {
  if (step === "P1W") return addDays(stepStart(day, step), 7);
  return stepStart(addDays(stepStart(day, step), step === "P1M" ? 31 : 366), step);
}

/** One row per step that has a day, in order; only the days given are summed. @param today a step that reaches past
 *  it is provisional */
export function coarseSteps(
  site: string,
  days: readonly DayVisits[],
  step: CoarseStep,
  today: LocalDate,
): CoarseVisits[] {
  return [...Map.groupBy(days, ({ day }) => stepStart(day, step))].map(([start, own]) => {
    const sum = combine(own);
    const provisional = sum.provisional || stepEnd(start, step) > today;
    return { site, day: own[0]?.day ?? start, ...sum, provisional };
  });
}
