/** Door over till, day by day, as a control chart (indicator F8). Pure. */
import { quantile } from "../../domain/quantile.ts";
import type { LocalDate } from "../../domain/time.ts";

/** A day that door and till both measured whole. */
export interface BothDay {
  readonly day: LocalDate;
  readonly entries: number;
  readonly tickets: number;
}

export interface Ratio {
  readonly day: LocalDate;
  readonly entries: number;
  readonly tickets: number;
  readonly ratio: number;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly outside: boolean;
}

/** Open days that a day is held against, and without how many nothing is said. */
const BEFORE = 28;
const FEWEST = 10;
/** Below this many tickets a ratio is noise. */
const LEAST_TICKETS = 10;
/** From a median absolute deviation to a standard one. */
const NORMAL = 1.4826;
const DEVIATIONS = 3;
/** Least spread believed, as a share of the median: a till and a door that agree to the last head are luck. */
const LEAST_SPREAD = 0.05;
/** And as a share of the spread that two independent counts of the day's size would have: theirs are not, they see the
 *  same people, but a guide more or less weighs on a day of twelve tickets. */
const OF_CHANCE = 1 / 3;

/** One entry per day with enough tickets, in order. The band of a day is made from the days before it only, and days
 *  outside their own band make none: a broken counter does not teach its own normality, until for 28 days nothing else
 *  is known. */
export function ratiosOf(days: readonly BothDay[]): Ratio[] {
  const out: Ratio[] = [];
  for (const { day, entries, tickets } of days) {
    if (tickets < LEAST_TICKETS) continue;
    const ratio = entries / tickets;
    out.push({
      day,
      entries,
      tickets,
      ratio: thousandth(ratio),
      ...bandOf(out.slice(-BEFORE), ratio, tickets),
    });
  }
  return out;
}

function bandOf(
  before: readonly Ratio[],
  ratio: number,
  tickets: number,
): Pick<Ratio, "median" | "low" | "high" | "outside"> {
  const inside = before.filter(({ outside }) => !outside);
  const taken = (inside.length >= FEWEST ? inside : before).map((day) => day.ratio);
  if (taken.length < FEWEST) return { median: null, low: null, high: null, outside: false };
  const median = quantile(taken, 0.5);
  const deviations = taken.map((one) => Math.abs(one - median));
  const chance = OF_CHANCE * Math.sqrt((median * (1 + median)) / tickets);
  const spread = Math.max(NORMAL * quantile(deviations, 0.5), LEAST_SPREAD * median, chance);
  const [low, high] = [Math.max(0, median - DEVIATIONS * spread), median + DEVIATIONS * spread];
  return {
    median: thousandth(median),
    low: thousandth(low),
    high: thousandth(high),
    outside: ratio < low || ratio > high,
  };
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
