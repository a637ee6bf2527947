/** What a special day does to a site that has not seen it, from what it did at others. */
import type { Shared } from "./site.ts";

/** Hours on either side that tell how effects go with the shape, the weight of "not at all" against them (squares of
 *  shape), and how far from the others a shape may lie to be told by them. */
const NEAR = 2;
const SLOPE_PRIOR = 2;
const FARTHEST = 1.5;

/** By slot: what the others would have done had they the site's shape, and their squares about their mean. A crowd
 *  that is not there on other days lifts an empty night far more than a lively one. */
export function guessFrom(others: Shared, shape: Float64Array): { mean: number; squares: number }[] {
  const moments = Array.from(shape, (_, slot) => momentsAt(others, slot));
  return moments.map(({ count, mean, centre, logs }, slot) => {
    const off = (shape[slot] ?? Number.NaN) - centre;
    const near = moments.slice(Math.max(0, slot - NEAR), slot + NEAR + 1);
    const moved = Number.isNaN(off) ? 0 : slopeOf(near, count) * Math.max(-FARTHEST, Math.min(FARTHEST, off));
    return { mean: mean + moved, squares: logs };
  });
}

/** Change of log effect by shape: a line through the sites at a few hours, drawn to a level one by how little it stands
 *  above what it leaves over; neighbouring hours err together, and count as one. */
function slopeOf(near: readonly Moments[], count: number): number {
  const sum = (of: (moments: Moments) => number) => near.reduce((total, one) => total + of(one), 0);
  const wide = SLOPE_PRIOR + sum(({ shapes }) => shapes);
  const slope = sum(({ products }) => products) / wide;
  const rest = sum(({ logs, products, shapes }) => logs - 2 * slope * products + slope * slope * shapes);
  const noise = (near.length * Math.max(0, rest)) / Math.max(1, count - 2) / wide;
  return slope === 0 ? 0 : (slope * slope * slope) / (slope * slope + noise);
}

/** Of several sites at one hour: means, and squares and products about them. */
interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly centre: number;
  readonly logs: number;
  readonly shapes: number;
  readonly products: number;
}

function momentsAt(others: Shared, slot: number): Moments {
  const at = (name: Exclude<keyof Shared, "day">) => others[name][slot] ?? 0;
  const count = at("counts");
  const [mean, centre] = [at("sums") / Math.max(1, count), at("shapes") / Math.max(1, count)];
  return {
    count,
    mean,
    centre,
    logs: Math.max(0, at("squares") - count * mean * mean),
    shapes: Math.max(0, at("shapeSquares") - count * centre * centre),
    products: at("products") - count * mean * centre,
  };
}
