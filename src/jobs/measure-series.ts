/** From hours with facts to a series on an axis. Pure. */
import type { Axis } from "../domain/series.ts";
import { HOUR, type Instant, minuteOfDay, type Zone } from "../domain/time.ts";
import type { DayCalendar } from "../forecast/calendar.ts";

/** What is known of a measure at one site. */
export interface MeasureHours {
  /** Hours with a fact, by start. */
  readonly values: ReadonlyMap<Instant, number>;
  /** The first hour that counts, and until when silence means none. */
  readonly from: Instant;
  readonly until: Instant;
  /** Hours in which the source was on; null where silence alone has to do. */
  readonly on: ReadonlySet<Instant> | null;
}

/** Sums by step up to a cut: a step counts when it is over, was known to its end, and was open or had facts. Pure. */
export function seriesOf(axis: Axis, calendar: DayCalendar, hours: MeasureHours, cut: number): Float64Array {
  const out = new Float64Array(cut).fill(Number.NaN);
  for (let step = 0; step < cut; step++) {
    const start = axis.start[step] ?? 0;
    const end = axis.start[step + 1] ?? Number.POSITIVE_INFINITY;
    if (end <= hours.from || end > hours.until) continue;
    out[step] = stepValue(
      { start, end, day: (axis.day[step] ?? 0) - axis.firstDay },
      axis.zone,
      calendar,
      hours,
    );
  }
  return out;
}

function stepValue(
  step: { readonly start: Instant; readonly end: Instant; readonly day: number },
  zone: Zone,
  calendar: DayCalendar,
  { values, on }: MeasureHours,
): number {
  let [sum, facts, open, seen] = [0, 0, 0, 0];
  for (let hour = step.start; hour < step.end; hour += HOUR) {
    const value = values.get(hour);
    sum += value ?? 0;
    if (value !== undefined) facts++;
    const slot = Math.floor(minuteOfDay(hour, zone) / 60);
    const minutes = calendar.open?.[step.day * 24 + slot] ?? Number.NaN;
    if (minutes === 0) continue;
    open++;
    if (on === null || on.has(hour)) seen++;
  }
  if (open === 0) return facts > 0 ? sum : Number.NaN;
  // A terminal that was off for most of the time says nothing about how many would have used it.
  return seen * 4 >= open * 3 ? sum : Number.NaN;
}
