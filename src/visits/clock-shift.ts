/** Whether two counters of the same people tell the same time: by how many quarter hours one has to be moved until both
 *  rise and fall together. Pure. */

/** One day as two counters saw it, people by quarter hour of the wall clock; both arrays are of one length. */
export interface TwoClocks {
  readonly door: Float64Array;
  readonly till: Float64Array;
}

/** Quarter hours looked at on either side: three hours, more than any change of zone that is missed. */
const FARTHEST = 12;
/** Fewer days say nothing. */
const FEWEST_DAYS = 10;
/** Both halves of the days must tell the same, to a quarter hour: else it was chance. */
const APART = 1;
/** A shift has to make the days this much more alike (correlation) than none does. */
const BETTER = 0.05;

/** Quarter hours by which the till's people come later than the door's, 0 = the clocks agree; null where too few days
 *  say so or their halves disagree.
 *  SOURCE: cross-correlation of the days' deviations from their own mean, Box & Jenkins 1976, chapter 11. */
export function clockShift(days: readonly TwoClocks[]): number | null {
  if (days.length < FEWEST_DAYS) return null;
  const [best, odd, even] = [
    days,
    days.filter((_, i) => i % 2 === 1),
    days.filter((_, i) => i % 2 === 0),
  ].map(bestLag);
  if (best === undefined || odd === undefined || even === undefined) return null;
  return Math.abs(odd - even) <= APART ? best : null;
}

/** The lag at which the days are most alike; the smaller one of two. */
function bestLag(days: readonly TwoClocks[]): number {
  const still = likeness(days, 0);
  let best = { lag: 0, like: still };
  for (let step = 1; step <= FARTHEST; step++) {
    for (const lag of [step, -step]) {
      const like = likeness(days, lag);
      if (like > best.like && like > still + BETTER) best = { lag, like };
    }
  }
  return best.lag;
}

/** Correlation over all days of the door with the till moved back by `lag` steps; −1 to 1, 0 where nothing varies. */
function likeness(days: readonly TwoClocks[], lag: number): number {
  let [products, doors, tills] = [0, 0, 0];
  for (const { door, till } of days) {
    const [doorMean, tillMean] = [mean(door), mean(till)];
    for (const [i, people] of door.entries()) {
      const off = people - doorMean;
      const other = (till[i + lag] ?? 0) - tillMean;
      products += off * other;
      doors += off * off;
      tills += other * other;
    }
  }
  return doors > 0 && tills > 0 ? products / Math.sqrt(doors * tills) : 0;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
