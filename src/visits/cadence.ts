/** How often a feed really brings something, learned from its own arrivals: who sends once a day is not late after three
 *  hours. Pure. */
import { quantile } from "../domain/quantile.ts";
import { HOUR, type Instant } from "../domain/time.ts";

/** Fewer gaps, or arrivals over less time, teach nothing. */
const FEWEST_GAPS = 10;
const LEAST_SPAN_MS = 7 * 24 * HOUR;
/** Nine gaps in ten are no longer than this one: a feed that rests at weekends rests one gap in five. */
const USUAL = 0.9;
/** Half as long again is still no silence. */
const SLACK = 1.5;
const LONGEST_MS = 14 * 24 * HOUR;

/** Silence that is normal, ms; null where the arrivals say too little.  @param arrivals in order */
export function learnedAllowance(arrivals: readonly Instant[]): number | null {
  const [first = 0, last = 0] = [arrivals[0], arrivals.at(-1)];
  const gaps = arrivals.slice(1).map((at, i) => at - (arrivals[i] ?? at));
  if (gaps.length < FEWEST_GAPS || last - first < LEAST_SPAN_MS) return null;
  return Math.min(LONGEST_MS, SLACK * quantile(gaps, USUAL));
}

/** By feed, of those that taught something. */
export function learnedAllowances(
  rows: readonly { readonly feed: string; readonly arrivals: readonly Instant[] }[],
): Map<string, number> {
  return new Map(
    rows.flatMap(({ feed, arrivals }) => {
      const learned = learnedAllowance(arrivals);
      return learned === null ? [] : [[feed, learned] as const];
    }),
  );
}
