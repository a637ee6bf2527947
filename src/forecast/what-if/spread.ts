/** How far an effect may be off, from few occurrences. A bootstrap over three of them draws ten different samples and is
 *  too sure by half; so: Student's t, with a variance drawn towards the noise of ordinary days. */
import { mean } from "./past.ts";
import type { Spread } from "./scenario.ts";

/** Occurrences that the expected variance counts as, where that of few is estimated.
 *  SOURCE: Smyth, Linear Models and Empirical Bayes Methods, 2004, section 3 (moderated t). */
const PRIOR = 2;
/** Expected variance of occurrences over the noise of a day: until seen, the effect itself varies as much as a day does.
 *  So ranges hold 0.91 to 0.99 of effects that never vary, 0.76 to 0.93 where they vary by 0.1, 0.72 to 0.74 by 0.25. */
const VARIES = 2;

/** Mean effect of occurrences and a range for the next one: the error of the mean, and what of their differences is
 *  more than the noise of a single day.
 *  @param noise variance of one occurrence when all effects are equal */
export function spreadOf(effects: readonly number[], noise: number): Omit<Spread, "because"> {
  const n = effects.length;
  const middle = mean(effects);
  const squares = effects.reduce((sum, effect) => sum + (effect - middle) ** 2, 0);
  const freedom = n - 1 + PRIOR;
  const variance = (squares + PRIOR * VARIES * noise) / freedom;
  const own = Math.max(0, variance - noise);
  const half = studentTenth(freedom) * Math.sqrt(own + variance / n);
  return { low: middle - half, middle, high: middle + half, seen: n };
}

/** The same where nothing but kin was seen: what the next one may be, noise of the kind included. */
export function spreadOfKin(effects: readonly number[], variety: number): Omit<Spread, "because"> {
  const n = effects.length;
  const middle = n > 0 ? mean(effects) : 0;
  const squares = effects.reduce((sum, effect) => sum + (effect - middle) ** 2, 0);
  const freedom = Math.max(0, n - 1) + PRIOR;
  const variance = (squares + PRIOR * variety) / freedom;
  const half = studentTenth(freedom) * Math.sqrt(variance * (1 + 1 / Math.max(1, n)));
  return { low: middle - half, middle, high: middle + half, seen: n };
}

/** Nine tenths of Student's t lie below it; at least 3 degrees of freedom.
 *  SOURCE: Abramowitz & Stegun 1964, 26.7.5; exact to 0.003 there. */
export function studentTenth(freedom: number): number {
  const z = 1.2815516;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, i) => sum + term / freedom ** (i + 1), z);
}
