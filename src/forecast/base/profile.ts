/** The ordinary week of a site: for each weekday and hour, a weighted mean of its last such hours. Holidays and
 *  events are left out, season and school effect taken off, so that the mean can be moved to another week. */
import { type Site, schoolLog } from "./site.ts";
import type { Tuning } from "./tuning.ts";

/** Days looked back at most to find enough days of a weekday (a winter closure may lie in between). */
export const FAR = 420;

/** Mean by weekday and hour before a cell: 7 × slots, people, NaN where nothing is known at all.
 *  season: log season of the days from `FAR` days before the cell's day on.
 *  TRICKY: the mean is taken of cube roots, which tames rare huge days; counts are skewed to the right.
 *  SOURCE: Wilson & Hilferty 1931 (the cube root of a gamma variable is nearly normal). */
export function profileBefore(site: Site, cell: number, season: Float64Array, tuning: Tuning): Float64Array {
  const { slots } = site.table;
  const originDay = Math.floor(cell / slots);
  const sums = new Float64Array(7 * slots);
  const weights = new Float64Array(7 * slots);
  const counts = new Uint8Array(7 * slots);
  const unfilled = new Int16Array(7).fill(slots);
  const last = Math.max(0, originDay - FAR);
  for (let day = originDay; day >= last && unfilled.some((n) => n > 0); day--) {
    const w = site.weekday[day] ?? 0;
    if (site.ordinary[day] !== 1 || (unfilled[w] ?? 0) <= 0) continue;
    const log = (season[day - originDay + FAR] ?? 0) + schoolLog(site, day);
    const factor = log === 0 ? 1 : Math.exp(-log / 3);
    const end = Math.min(slots, cell - day * slots);
    for (let slot = 0; slot < end; slot++) {
      const root = site.roots[day * slots + slot] ?? Number.NaN;
      const at = w * slots + slot;
      const n = counts[at] ?? 0;
      if (n >= tuning.lookback || Number.isNaN(root)) continue;
      const weight = tuning.decay ** n;
      sums[at] = (sums[at] ?? 0) + weight * root * factor;
      weights[at] = (weights[at] ?? 0) + weight;
      counts[at] = n + 1;
      if (n + 1 === tuning.lookback) unfilled[w] = (unfilled[w] ?? 0) - 1;
    }
  }
  const profile = sums.map((sum, at) => (sum / (weights[at] ?? 0)) ** 3);
  fillGaps(profile, slots);
  return profile;
}

/** Weekdays never observed take the mean of the others, hour by hour. */
function fillGaps(profile: Float64Array, slots: number): void {
  for (let slot = 0; slot < slots; slot++) {
    let sum = 0;
    let seen = 0;
    for (let at = slot; at < profile.length; at += slots) {
      const value = profile[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      seen++;
    }
    if (seen === 0 || seen === 7) continue;
    for (let at = slot; at < profile.length; at += slots) {
      if (Number.isNaN(profile[at])) profile[at] = sum / seen;
    }
  }
}

/** Past days that the ordinary level of a weekday leans on before `originDay`, newest first; weights sum to 1. */
export function daysBehind(
  site: Site,
  originDay: number,
  weekday: number,
  tuning: Tuning,
): { readonly day: number; readonly weight: number }[] {
  const found: { day: number; weight: number }[] = [];
  for (let day = originDay - 1; day >= Math.max(0, originDay - FAR); day--) {
    if (found.length === tuning.lookback) break;
    if (site.weekday[day] !== weekday || site.ordinary[day] !== 1) continue;
    if (Number.isNaN(site.table.totals[day])) continue;
    found.push({ day, weight: tuning.decay ** found.length });
  }
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return found.map(({ day, weight }) => ({ day, weight: weight / total }));
}
