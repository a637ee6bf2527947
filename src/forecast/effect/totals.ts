/** Sums of measured days beside sums of what was projected for them. */
import { fromDayNumber } from "../../domain/time.ts";
import type { DayOfEffect } from "./effect.ts";

export interface Totals {
  /** Days that were observed. */
  readonly days: number;
  readonly measured: number;
  readonly projected: number;
}

/** Sums over days; NaN on either side leaves a day out. Arrays run in parallel. */
export function totalsOf(measured: Float64Array, projected: Float64Array): Totals {
  let [days, sum, hope] = [0, 0, 0];
  for (const [i, value] of measured.entries()) {
    const expected = projected[i] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(expected)) continue;
    days++;
    sum += value;
    hope += expected;
  }
  return { days, measured: sum, projected: hope };
}

/** The same day by day. @param firstDay day number of the first entry */
export function daysOf(measured: Float64Array, projected: Float64Array, firstDay: number): DayOfEffect[] {
  return Array.from(measured).flatMap((value, i): DayOfEffect[] => {
    const without = projected[i] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(without)) return [];
    return [{ date: fromDayNumber(firstDay + i), measured: value, without }];
  });
}

/** Log of measured over projected; below half a person it is half a person, so that nobody at all has a log too. */
export function logRatio({ measured, projected }: Pick<Totals, "measured" | "projected">): number {
  return Math.log(Math.max(0.5, measured) / Math.max(0.5, projected));
}
