/** Whether a ratio has crept away from where it was: too slowly for any day to leave its band, which creeps along. Pure. */
import { quantile } from "../domain/quantile.ts";

/** Ratios that are now, and how many before them at least say what was. */
const RECENT = 14;
const FEWEST_BEFORE = 20;
/** A smaller change is no broken sensor. */
const LEAST = 0.1;
const DEVIATIONS = 3;
/** From a median absolute deviation to a standard one. */
const NORMAL = 1.4826;
/** Standard error of a median, in standard deviations over √n. */
const OF_MEDIAN = Math.sqrt(Math.PI / 2);

/** Relative change of the newest 14 against the older half of what came before them (0.2 = a fifth more); null where
 *  there are too few, where it is small, or where chance explains it.
 *  SOURCE: standard error of the sample median of a normal variable, √(π/2)·σ/√n (Kenney & Keeping 1962, 13.5).
 *  @param ratios above 0, in order of time */
export function driftOf(ratios: readonly number[]): number | null {
  const before = ratios.slice(0, -RECENT);
  if (before.length < FEWEST_BEFORE) return null;
  const then = before.slice(0, Math.ceil(before.length / 2));
  const now = ratios.slice(-RECENT);
  const [was, is] = [quantile(then, 0.5), quantile(now, 0.5)];
  if (!(was > 0)) return null;
  const error = Math.hypot(errorOf(then, was), errorOf(now, is));
  const change = is / was - 1;
  if (Math.abs(change) < LEAST || Math.abs(is - was) <= DEVIATIONS * error) return null;
  return change;
}

function errorOf(values: readonly number[], median: number): number {
  const deviation = quantile(
    values.map((value) => Math.abs(value - median)),
    0.5,
  );
  return (OF_MEDIAN * NORMAL * deviation) / Math.sqrt(values.length);
}
