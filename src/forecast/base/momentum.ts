/** What the last hours were off, carried into the next: rain, a stadium emptying, the crowd of New Year's Eve that is
 *  still there after midnight. By the hour only. */
import { ownDays } from "./past-days.ts";
import type { Usual } from "./usual.ts";

export interface Momentum {
  /** First cell that is not known. */
  readonly cell: number;
  /** Log of observed over expected in the hours before it, as far as it is believed. */
  readonly log: number;
}

/** Hours that are looked at, and people added to both sides: of fewer a single group makes the difference. */
const HOURS = 3;
const FEW = 100;

/** expected: people by slot of a day (index), recent level included. */
export function momentumBefore(
  { site, tuning }: Usual,
  cell: number,
  expected: (day: number) => Float64Array,
): Momentum {
  if (tuning.momentum === 0) return { cell, log: 0 };
  const { slots, values } = site.table;
  const byDay = new Map<number, Float64Array>();
  let seen = 0;
  let hoped = 0;
  for (let at = Math.max(0, cell - HOURS); at < cell; at++) {
    const day = Math.floor(at / slots);
    const hours = byDay.get(day) ?? expected(day);
    byDay.set(day, hours);
    const value = values[at] ?? Number.NaN;
    const hope = hours[at % slots] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(hope)) continue;
    seen += value;
    hoped += hope;
  }
  return { cell, log: tuning.momentum * Math.log((seen + FEW) / (hoped + FEW)) };
}

/** Log that is left of it by slot of a day (index): less by the hour, less still over the night; nothing on a special day
 *  that the site has seen before, which tells more of itself than the evening before it. */
export function momentumOn(
  { site, tuning, originDay }: Usual,
  { cell, log }: Momentum,
  day: number,
): Float64Array {
  const { slots } = site.table;
  const left = new Float64Array(slots);
  if (log === 0) return left;
  const sameDay = day === Math.floor((cell - 1) / slots);
  const special = site.calendar.special.get(day);
  if (!sameDay && special && ownDays(site, special, originDay).length > 0) return left;
  const share = log * (sameDay ? 1 : tuning.momentumOvernight);
  for (let slot = 0; slot < slots; slot++) {
    const ahead = day * slots + slot - cell;
    if (ahead >= 0) left[slot] = share * tuning.momentumKept ** ahead;
  }
  return left;
}
