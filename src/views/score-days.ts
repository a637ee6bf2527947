/** Scores of what was promised for days against what came. Pure. */
import type { LocalDate } from "../domain/time.ts";
import { bias, coverage, mae, pinball, wape } from "../forecast/score.ts";

/** One day: what came, what was promised, what the simple rule would have said. People. */
export interface PromisedDay {
  readonly day: LocalDate;
  readonly visits: number;
  readonly q10: number;
  readonly q50: number;
  readonly q90: number;
  /** Null where the rule knows no day to repeat. */
  readonly naive: number | null;
  /** True when the forecast was made up afterwards from what was known then. */
  readonly retrospective: boolean;
}

export interface DayScores {
  readonly days: number;
  readonly mae: number;
  /** Null where the rule knew fewer than half of the days. */
  readonly naive_mae: number | null;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly pinball: number;
  /** Days whose visits lay in [q10, q90]. */
  readonly inside: number;
}

/** With fewer days served than this, days issued in retrospect are scored as well. */
const SERVED_ENOUGH = 14;

/** The days to score, and whether all of them were served as they stand. */
export function servedOrNot(days: readonly PromisedDay[]): {
  readonly days: readonly PromisedDay[];
  readonly source: "vintages" | "backtest";
} {
  const served = days.filter((day) => !day.retrospective);
  if (served.length >= SERVED_ENOUGH || served.length === days.length)
    return { days: served, source: "vintages" };
  return { days, source: "backtest" };
}

/** Null for no day. */
export function scoreDays(days: readonly PromisedDay[]): DayScores | null {
  if (days.length === 0) return null;
  const y = Float64Array.from(days, (day) => day.visits);
  const [low, middle, high] = [
    Float64Array.from(days, (day) => day.q10),
    Float64Array.from(days, (day) => day.q50),
    Float64Array.from(days, (day) => day.q90),
  ];
  const naive = Float64Array.from(days, (day) => day.naive ?? Number.NaN);
  const known = naive.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  return {
    days: days.length,
    mae: rounded(mae(y, middle)),
    naive_mae: known * 2 < days.length ? null : rounded(mae(y, naive)),
    wape: finite(wape(y, middle)),
    bias: finite(bias(y, middle)),
    pinball: rounded((pinball(y, low, 0.1) + pinball(y, middle, 0.5) + pinball(y, high, 0.9)) / 3),
    inside: Math.round(coverage(y, low, high) * days.length),
  };
}

/** The newest day that fell outside its range; undefined when none did. */
export function lastMiss(days: readonly PromisedDay[]): PromisedDay | undefined {
  return days.findLast(({ visits, q10, q90 }) => visits < q10 || visits > q90);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null;
}
