/** Scores of what was promised for days against what came. Pure. */
import { addDays, type LocalDate } from "../domain/time.ts";
import { bias, coverage, mae, pinball, skill, wape } from "../forecast/score.ts";

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
  /** 1 − error / error of the simple rule, on the days that the rule knew; null where those are fewer than half. */
  readonly skill: number | null;
  /** Days whose forecast was made up afterwards. */
  readonly retrospective_days: number;
}

/** With fewer days served than this, days issued in retrospect are scored as well. */
const SERVED_ENOUGH = 14;

/** The days to score, and whether all of them were served as they stand.
 *  @param enough served days from which on the others are left out */
export function servedOrNot(
  days: readonly PromisedDay[],
  enough: number = SERVED_ENOUGH,
): {
  readonly days: readonly PromisedDay[];
  readonly source: "vintages" | "backtest";
} {
  const served = days.filter((day) => !day.retrospective);
  if (served.length >= enough || served.length === days.length) return { days: served, source: "vintages" };
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
  const ruled = known * 2 < days.length ? null : mae(y, naive);
  // Both on the same days: those that the rule does not know would count for one side alone.
  const beside = middle.map((value, i) => (Number.isNaN(naive[i]) ? Number.NaN : value));
  return {
    days: days.length,
    mae: rounded(mae(y, middle)),
    naive_mae: ruled === null ? null : rounded(ruled),
    wape: finite(wape(y, middle)),
    bias: finite(bias(y, middle)),
    pinball: rounded((pinball(y, low, 0.1) + pinball(y, middle, 0.5) + pinball(y, high, 0.9)) / 3),
    inside: Math.round(coverage(y, low, high) * days.length),
    skill: ruled === null || ruled === 0 ? null : finite(skill(mae(y, beside), ruled)),
    retrospective_days: days.filter((day) => day.retrospective).length,
  };
}

/** Mean change from one week to the next, people a day: what MASE divides by. Null without two such days, or without
 *  any change.  SOURCE: Hyndman & Koehler 2006, on the days that are scored. */
export function weeklyChange(days: readonly PromisedDay[]): number | null {
  const visits = new Map(days.map((day) => [day.day, day.visits]));
  const changes = days.flatMap(({ day, visits: now }) => {
    const before = visits.get(addDays(day, -7));
    return before === undefined ? [] : [Math.abs(now - before)];
  });
  const mean = changes.reduce((a, b) => a + b, 0) / changes.length;
  return changes.length > 0 && mean > 0 ? mean : null;
}

/** MASE to four digits; null without a scale. */
export function scaled(error: number, change: number | null): number | null {
  return change === null ? null : finite(error / change);
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
