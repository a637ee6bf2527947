/** What the last hours were off, carried into the next: rain, a stadium emptying, the crowd of New Year's Eve that is
 *  still there after midnight. By the hour only. */
import { hasSeen } from "./special-effect.ts";
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

/** What of it is left in a cell (day × slots + slot): less by the hour, less still over the night; nothing on a special
 *  day that the site has seen before, which tells more of itself than the evening before it. */
export function momentumAt({ site, tuning, originDay }: Usual, { cell, log }: Momentum, at: number): number {
  if (log === 0 || at < cell) return 0;
  const { slots } = site.table;
  const day = Math.floor(at / slots);
  const sameDay = day === Math.floor((cell - 1) / slots);
  if (!sameDay && hasSeen(site, day, originDay)) return 0;
  return log * tuning.momentumKept ** (at - cell) * (sameDay ? 1 : tuning.momentumOvernight);
}
