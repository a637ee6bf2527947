/** Which share of a day's visits falls into some of its open time, by the hours of its forecast. Pure. */
import { HOUR, type Instant, type Span } from "../domain/time.ts";
import { minutesBefore, minutesWithin } from "../visits/open-time.ts";

/** One hour of a forecast: expected people. */
export interface HourAhead {
  readonly start: Instant;
  readonly mean: number;
}

/** Hours that the forecast holds count by what they expect, the others by their open time.
 *  @param spans all open time of the day; @param part spans inside of it, apart from each other
 *  @param dayMean people expected on the whole day */
export function shareLeft(
  spans: readonly Span[],
  part: readonly Span[],
  hours: readonly HourAhead[],
  dayMean: number,
): number {
  const open = minutesBefore(spans, Number.POSITIVE_INFINITY);
  if (open === 0) return 0;
  let minutes = minutesBefore(part, Number.POSITIVE_INFINITY);
  let share = 0;
  if (dayMean > 0) {
    for (const { start, mean } of hours) {
      const hour = { from: start, to: start + HOUR };
      const inside = minutesWithin(spans, hour);
      const left = minutesWithin(part, hour);
      if (inside === 0 || left === 0) continue;
      share += (mean / dayMean) * (left / inside);
      minutes -= left;
    }
  }
  return Math.min(1, share + Math.max(0, minutes) / open);
}
