/** Whether a run of one and the same count is too long for chance. Pure. */

/** Chance of such a run from a given step on below which it is none: about one false alarm in ten quarters for four
 *  counters of quarter hours. */
const CHANCE = 1e-5;

/** Counts at a door scatter about as a Poisson variable does: no value v is likelier than 1/√(2πv), so `steps` equal
 *  counts in a row have at most that chance to the power of `steps − 1`.
 *  SOURCE: Stirling's formula for the mode of the Poisson distribution.  @param count above 0 */
export function isStuck(steps: number, count: number): boolean {
  if (count <= 0 || steps < 2) return false;
  return (steps - 1) * Math.log(1 / Math.sqrt(2 * Math.PI * count)) < Math.log(CHANCE);
}
