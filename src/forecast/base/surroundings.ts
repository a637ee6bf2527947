/** What the weeks around a past day would have let expect of it. */
import { type PlainSite, schoolLog } from "./site.ts";
import type { Tuning } from "./tuning.ts";

/** Weeks on either side. */
export const REACH = 4;

/** Mean by slot of the ordinary days of one weekday (0 Monday … 6 Sunday) around a day, moved to the day's own
 *  season, and to its school holiday when it is the day's own weekday; NaN where fewer than two were observed. */
export function around(site: PlainSite, day: number, weekday: number, tuning: Tuning): Float64Array {
  const { slots, values } = site.table;
  const sums = new Float64Array(slots);
  const counts = new Float64Array(slots);
  const own = site.weekday[day] ?? 0;
  const nearest = day + ((((weekday - own) % 7) + 10) % 7) - 3;
  const here = seasonOf(site, day, tuning) + (own === weekday ? schoolLog(site, day) : 0);
  for (let week = -REACH; week <= REACH; week++) {
    const other = nearest + week * 7;
    if (other === day || site.ordinary[other] !== 1 || site.calendar.special.has(other)) continue;
    const factor = Math.exp(here - seasonOf(site, other, tuning) - schoolLog(site, other));
    for (let slot = 0; slot < slots; slot++) {
      const value = values[other * slots + slot] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sums[slot] = (sums[slot] ?? 0) + value * factor;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return sums.map((sum, slot) => ((counts[slot] ?? 0) >= 2 ? sum / (counts[slot] ?? 1) : Number.NaN));
}

function seasonOf(site: PlainSite, day: number, { seasonWeek, seasonMonth }: Tuning): number {
  const log = seasonWeek * (site.weekLevel[day] ?? 0) + seasonMonth * (site.monthLevel[day] ?? 0);
  return Number.isNaN(log) ? 0 : log;
}
