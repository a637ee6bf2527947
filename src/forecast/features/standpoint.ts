/** One site as it looks from one origin: the base's hopes for the days ahead, and how far the last weeks have been
 *  off them. All that features read, computed once per origin. Nothing at or after the origin is read. */
import { type Basis, basisAt, dayForecast } from "../base/point.ts";
import { YEAR } from "../base/season.ts";
import type { Site } from "../base/site.ts";
import type { Tuning } from "../base/tuning.ts";

/** Days looked back on. */
export const BACK = 28;

export interface Standpoint {
  readonly site: Site;
  readonly basis: Basis;
  /** First cell that is not known. */
  readonly cell: number;
  readonly originDay: number;
  /** People by cell from the first slot of `originDay − BACK` on, through the last day ahead, before the recent
   *  level; NaN = not known. */
  readonly usual: Float64Array;
  /** Same cells: what was seen; NaN = not observed, or not yet. */
  readonly seen: Float64Array;
  /** Same cells from the origin's day on: the base's forecast, recent level included. */
  readonly hope: Float64Array;
  /** Same cells as hope: log of what the special day changes; 0 on ordinary days. */
  readonly special: Float64Array;
  /** Log growth of the last weeks over the same weeks a year before; NaN when not known. */
  readonly growth: number;
}

/** Stands at a cell and looks `days` days ahead, the origin's own included. */
export function standAt(site: Site, cell: number, days: number, tuning: Tuning): Standpoint {
  const { slots, values } = site.table;
  const basis = basisAt(site, cell, days, tuning);
  const { originDay } = basis;
  const usual = new Float64Array((BACK + days) * slots);
  const seen = new Float64Array(usual.length).fill(Number.NaN);
  const hope = new Float64Array(days * slots);
  const special = new Float64Array(days * slots);
  for (let i = 0; i < BACK + days; i++) {
    const day = originDay - BACK + i;
    const usualDay = dayForecast(basis, day, "special");
    usual.set(usualDay, i * slots);
    if (i < BACK) continue;
    const ahead = (i - BACK) * slots;
    hope.set(dayForecast(basis, day), ahead);
    if (!site.calendar.special.has(day)) continue;
    const plain = dayForecast(basis, day, "school");
    for (let s = 0; s < slots; s++) {
      special[ahead + s] = Math.log(((usualDay[s] ?? Number.NaN) + 1) / ((plain[s] ?? Number.NaN) + 1));
    }
  }
  const from = (originDay - BACK) * slots;
  for (let at = Math.max(0, from); at < cell; at++) seen[at - from] = values[at] ?? Number.NaN;
  return { site, basis, cell, originDay, usual, seen, hope, special, growth: growthOf(site, cell) };
}

function growthOf(site: Site, cell: number): number {
  const { values, slots } = site.table;
  let now = 0;
  let then = 0;
  for (let at = Math.max(YEAR * slots, cell - BACK * slots); at < cell; at++) {
    const a = values[at] ?? Number.NaN;
    const b = values[at - YEAR * slots] ?? Number.NaN;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    now += a;
    then += b;
  }
  return then > 0 ? Math.log((now + 1) / (then + 1)) : Number.NaN;
}

/** Log of all seen over all usual people in cells [from, to) before the origin, counted back from it (from < to,
 *  0 = the cell before the origin); NaN when nothing was observed. */
export function ratioBack(stand: Standpoint, from: number, to: number): number {
  const end = stand.cell - (stand.originDay - BACK) * stand.site.table.slots;
  return ratioOf(stand, Math.max(0, end - to), end - from);
}

/** Same over a slot and its neighbours on at most `count` observed days up to the origin, counted back from `day` in
 *  steps of `every` days. */
export function ratioAtSlot(
  stand: Standpoint,
  day: number,
  slot: number,
  every: number,
  count: number,
): number {
  const { slots } = stand.site.table;
  const start = stand.originDay - BACK;
  let seen = 0;
  let usual = 0;
  let found = 0;
  for (
    let d = day - every * Math.max(1, Math.ceil((day - stand.originDay) / every));
    d >= start && found < count;
    d -= every
  ) {
    let any = false;
    for (let s = Math.max(0, slot - 1); s <= Math.min(slots - 1, slot + 1); s++) {
      const at = (d - start) * slots + s;
      const value = stand.seen[at] ?? Number.NaN;
      const hope = stand.usual[at] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(hope)) continue;
      seen += value;
      usual += hope;
      any = true;
    }
    if (any) found++;
  }
  return found > 0 ? Math.log((seen + 1) / (usual + 1)) : Number.NaN;
}

function ratioOf({ seen, usual }: Standpoint, from: number, to: number): number {
  let a = 0;
  let b = 0;
  let found = false;
  for (let at = from; at < to; at++) {
    const value = seen[at] ?? Number.NaN;
    const hope = usual[at] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(hope)) continue;
    a += value;
    b += hope;
    found = true;
  }
  return found ? Math.log((a + 1) / (b + 1)) : Number.NaN;
}

/** Log of what a slot and its neighbours saw `years` years before (same weekday) over the hope for them, growth
 *  since then taken off; NaN when not observed. */
export function ratioYearAgo(stand: Standpoint, day: number, slot: number, years: number): number {
  const { slots, values } = stand.site.table;
  const ahead = (day - stand.originDay) * slots;
  const past = (day - YEAR * years) * slots;
  let a = 0;
  let b = 0;
  let found = false;
  for (let s = Math.max(0, slot - 1); s <= Math.min(slots - 1, slot + 1); s++) {
    if (past + s < 0 || past + s >= stand.cell) continue;
    const value = values[past + s] ?? Number.NaN;
    const hope = stand.hope[ahead + s] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(hope)) continue;
    a += value;
    b += hope;
    found = true;
  }
  return found
    ? Math.log((a + 1) / (b + 1)) + (Number.isNaN(stand.growth) ? 0 : stand.growth * years)
    : Number.NaN;
}
