/** Where to look for an effect that cannot be there: spans before the action, as long as what came after it. */
import { countSeen } from "./measured.ts";

export interface PlaceboPlan {
  /** First days (indices), ascending, a week or more apart; they may overlap. */
  readonly starts: readonly number[];
  /** Length of each. */
  readonly days: number;
  /** How many of them do not overlap. */
  readonly independent: number;
}

/** Days of counts that a placebo has before it; half of what the action has, and a year at most, where that is more. */
const LEAST_BEFORE = 28;
const YEAR = 365;
/** Placebos side by side that are wished for: where fewer fit, they are made shorter. A shorter span is farther off, so
 *  the range grows wider, not narrower. */
const WISHED = 4;
/** Share of the days measured after the action that a placebo must have, for its length. */
const LEAST_SEEN = 1 / 3;
const MOST = 80;

/** @param measured people by day, NaN = not observed; first: first day observed; `[from, to)`: the action */
export function planPlacebos(
  measured: Float64Array,
  { first, from, to }: { readonly first: number; readonly from: number; readonly to: number },
): PlaceboPlan {
  const begin = first + Math.max(LEAST_BEFORE, Math.min(YEAR, Math.floor((from - first) / 2)));
  const fits = 7 * Math.floor((from - begin) / WISHED / 7);
  const days = Math.max(7, Math.min(to - from, fits));
  const wanted = Math.max(1, (countSeen(measured, from, to) / (to - from)) * days * LEAST_SEEN);
  const every = 7 * Math.max(1, Math.ceil((from - begin) / 7 / MOST));
  const starts: number[] = [];
  for (let start = from - days; start >= begin; start -= every) {
    if (countSeen(measured, start, start + days) >= wanted) starts.push(start);
  }
  return { starts: starts.reverse(), days, independent: countApart(starts, days) };
}

/** How many of ascending starts can be taken so that none overlaps the next. */
function countApart(starts: readonly number[], days: number): number {
  let count = 0;
  let free = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    if (start < free) continue;
    count++;
    free = start + days;
  }
  return count;
}
