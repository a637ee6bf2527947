/** How each component did at past origins against the first one, by series and lead group. */
import { slotsPerDay } from "../../domain/series.ts";
import type { Forecast, History } from "../model.ts";
import type { PastAnswers } from "./past.ts";

/** Losses of a component and of the first one over the same steps, in the series' own unit. */
export interface Record {
  readonly own: number;
  readonly first: number;
  /** Weeks that were seen: what comes within a week errs together, and windows overlap. */
  readonly weeks: number;
}

/** Upper ends of the lead groups, in days. */
const groupEnds = [3, 14, Number.POSITIVE_INFINITY];
export const groups = groupEnds.length;

/** Lead group of a lead (steps, from 1). */
export function groupOf(lead: number, slots: number): number {
  return groupEnds.findIndex((end) => lead <= end * slots);
}

/** By series, lead group and component; undefined where nothing could be compared. */
export function recordsOf(
  past: readonly PastAnswers[],
  { set, origin: known }: History,
  levels: readonly number[],
): (Record | undefined)[][][] {
  const slots = slotsPerDay(set.axis);
  return set.series.map(({ values }, s) => {
    const level = meanOf(values.subarray(0, known));
    return Array.from({ length: groups }, (_, group) =>
      (past[0]?.answers ?? []).map((_list, m): Record | undefined => {
        let own = 0;
        let first = 0;
        const weeks = new Set<number>();
        for (const { origin, leads, answers } of past) {
          const [a, b] = [answers[m]?.[s], answers[0]?.[s]];
          if (!a || !b) continue;
          for (let i = 0; i < leads; i++) {
            const value = values[origin + i] ?? Number.NaN;
            const shut = a.closed[i] === 1 && b.closed[i] === 1;
            if (shut || Number.isNaN(value) || groupOf(i + 1, slots) !== group) continue;
            own += lossAt(a, i, value, levels) / level;
            first += lossAt(b, i, value, levels) / level;
            weeks.add(Math.floor((origin + i) / (7 * slots)));
          }
        }
        return weeks.size === 0 ? undefined : { own, first, weeks: weeks.size };
      }),
    );
  });
}

/** Pinball loss of one step over the levels, people. */
function lossAt({ quantiles }: Forecast, lead: number, value: number, levels: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < levels.length; k++) {
    const level = levels[k] ?? 0.5;
    const off = value - (quantiles[lead * levels.length + k] ?? 0);
    sum += off >= 0 ? level * off : (level - 1) * off;
  }
  return sum;
}

/** Of what was observed; above 0. */
function meanOf(values: Float64Array): number {
  const seen = values.filter((value) => !Number.isNaN(value));
  return Math.max(1e-6, seen.reduce((a, b) => a + b, 0) / Math.max(1, seen.length));
}
