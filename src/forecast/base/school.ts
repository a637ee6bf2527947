/** What a school holiday does to a site: school days against the same weekdays shortly before and after. */
import type { DayCalendar } from "../calendar.ts";

/** Weeks on either side that are compared. */
const REACH = 6;

/** Log effect on [Monday–Friday, weekend], drawn towards 0 by `prior` days; [0, 0] without school holidays.
 *  totals: people per day, NaN = not observed. ordinary: 1 where a day may stand for its weekday. */
export function schoolEffect(
  totals: Float64Array,
  calendar: DayCalendar,
  ordinary: Uint8Array,
  prior: number,
): readonly [number, number] {
  const sums = [0, 0];
  const seen = [0, 0];
  for (let day = 0; day < totals.length; day++) {
    const total = totals[day] ?? Number.NaN;
    if (calendar.school[day] !== 1 || ordinary[day] !== 1 || Number.isNaN(total)) continue;
    let sum = 0;
    let count = 0;
    for (let week = -REACH; week <= REACH; week++) {
      const other = day + week * 7;
      const value = totals[other] ?? Number.NaN;
      if (calendar.school[other] !== 0 || ordinary[other] !== 1 || Number.isNaN(value)) continue;
      sum += Math.log(value + 1);
      count++;
    }
    if (count < 2) continue;
    const group = (((calendar.firstDay + day + 3) % 7) + 7) % 7 >= 5 ? 1 : 0;
    sums[group] = (sums[group] ?? 0) + Math.log(total + 1) - sum / count;
    seen[group] = (seen[group] ?? 0) + 1;
  }
  return [(sums[0] ?? 0) / ((seen[0] ?? 0) + prior), (sums[1] ?? 0) / ((seen[1] ?? 0) + prior)];
}
