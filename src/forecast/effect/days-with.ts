/** Effect of something done on some days and not on others like them: how far the days with it lay from what was
 *  forecast, less how far the days without lay from it. The forecast takes off weekday, season and weather; the days
 *  without take off what it is wrong by. */
import type { Estimate } from "./estimate.ts";
import { student90 } from "./student.ts";

/** Effect a day, in people. */
export interface DaysWith {
  readonly effect: Estimate;
  /** Days compared. */
  readonly days: number;
  readonly without: number;
}

/** Fewer days with than this say nothing; fewer without neither. */
const FEWEST_WITH = 4;
const FEWEST_WITHOUT = 8;

/** Difference of means with a range of 80 %; null for too few days.
 *  @param withIt measured less forecast, people, on the days with it @param without the same on days like them without
 *  SOURCE: B. L. Welch 1947, The generalization of "Student's" problem (Biometrika 34, 28–35). */
export function effectOfDaysWith(withIt: readonly number[], without: readonly number[]): DaysWith | null {
  if (withIt.length < FEWEST_WITH || without.length < FEWEST_WITHOUT) return null;
  const [a, b] = [spreadOfMean(withIt), spreadOfMean(without)];
  const variance = a.variance + b.variance;
  const freedom =
    variance === 0
      ? withIt.length - 1
      : variance ** 2 / (a.variance ** 2 / (withIt.length - 1) + b.variance ** 2 / (without.length - 1));
  const value = a.mean - b.mean;
  const reach = student90(freedom) * Math.sqrt(variance);
  return {
    effect: { value, low: value - reach, high: value + reach },
    days: withIt.length,
    without: without.length,
  };
}

/** Mean and the variance of that mean. */
function spreadOfMean(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (n - 1) / n };
}
