/** A weekday on which a site was never open, as other sites know it: their weekday against the weekdays on which this
 *  site is open. */
import { isOrdinary, logOf, mean, type Past } from "./past.ts";

/** Days of a weekday within the last year that say what it brings. */
const FEWEST = 8;
const YEAR = 365;
/** Other sites that are needed before they are believed. */
const FEWEST_SITES = 2;
/** Least standard deviation of the log between weekdays: what no site has shown may still be. */
const VARIETY = 0.3;

export interface KinEffects {
  /** Log of the weekday against the site's open weekdays, by site; empty where too few know it. */
  readonly effects: readonly number[];
  /** Variance between weekdays of the site itself. */
  readonly variety: number;
  readonly because: string;
}

/** @param kin the other sites of the territory */
export function weekdayOfKin(past: Past, weekday: number, kin: readonly Past[]): KinEffects {
  const own = weekdayMeans(past);
  const open = own.flatMap((value, w) => (Number.isNaN(value) ? [] : [w]));
  const values = open.map((w) => own[w] ?? Number.NaN);
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const variety = Math.max(VARIETY ** 2, values.length > 1 ? squares / (values.length - 1) : 0);
  const effects = kin
    .map((other) => {
      const means = weekdayMeans(other);
      return (means[weekday] ?? Number.NaN) - mean(open.map((w) => means[w] ?? Number.NaN));
    })
    .filter((effect) => !Number.isNaN(effect));
  if (effects.length < FEWEST_SITES) {
    const because =
      "never seen open on that weekday, nor are like sites: taken as its other weekdays, with a wide range";
    return { effects: [], variety, because };
  }
  const because = `never seen open on that weekday: taken from ${effects.length} sites that are, with a wider range`;
  return { effects, variety, because };
}

/** Mean log of each weekday over the last year, 0 Monday; NaN for a weekday that was hardly open. */
function weekdayMeans(past: Past): number[] {
  const logs: number[][] = Array.from({ length: 7 }, () => []);
  for (let day = Math.max(0, past.origin - YEAR); day < past.origin; day++) {
    if (isOrdinary(past, day)) logs[past.weekday[day] ?? 0]?.push(logOf(past.values[day]));
  }
  return logs.map((own) => (own.length < FEWEST ? Number.NaN : mean(own)));
}
