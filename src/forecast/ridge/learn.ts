/** Effects and levels of all sites as they would have been estimated at every earlier origin: one pass over the
 *  days, all sites side by side so that at any origin they can lean on each other. */
import type { Columns } from "./columns.ts";
import { emptyNormal, learnDay, type Normal } from "./level-filter.ts";
import { type Common, commonEffects, noCommon, ownEffects } from "./pool.ts";
import { type RidgeSite, siteRow } from "./site.ts";

/** What was known of one site at an origin. */
export interface State {
  /** Index of the first day that was not known. */
  readonly day: number;
  /** Log effect by column. */
  readonly effects: Float64Array;
  /** Log of the slow and of the fast level on that day. */
  readonly slow: number;
  readonly fast: number;
}

export interface Learned {
  /** By site, then by origin in the order asked for. */
  readonly states: readonly (readonly State[])[];
  /** What all sites have in common at the last origin. */
  readonly common: Common;
}

/** Origins between which the common effects are not estimated anew: they move slowly. */
const SHARED = 10;

/** Learns from the days before the last of `origins` (day indices, ascending).
 *  given: common effects taken from elsewhere; estimated from these sites when absent. */
export function learn(
  columns: Columns,
  sites: readonly RidgeSite[],
  origins: readonly number[],
  given?: Common,
): Learned {
  const width = columns.list.length;
  const normals = sites.map((site) => emptyNormal(width, site.noise, columns.tuning));
  const states: State[][] = sites.map(() => []);
  const scratch = { row: new Float64Array(width), off: new Float64Array(width + 1) };
  let common = given ?? noCommon(columns);
  let from = 0;
  for (const [n, origin] of origins.entries()) {
    for (const [i, site] of sites.entries()) {
      const normal = normals[i];
      if (normal) learnDays(columns, site, normal, from, origin, scratch, states[i]?.at(-1)?.effects);
    }
    from = origin;
    if (!given && (origins.length - 1 - n) % SHARED === 0) common = commonEffects(columns, normals, common);
    for (const [i, normal] of normals.entries()) states[i]?.push(stateOf(normal, origin, common));
  }
  return { states, common };
}

function learnDays(
  columns: Columns,
  site: RidgeSite,
  normal: Normal,
  from: number,
  to: number,
  { row, off }: { readonly row: Float64Array; readonly off: Float64Array },
  effects?: Float64Array,
): void {
  const { tuning } = columns;
  for (let day = from; day < to; day++) {
    const log = site.logs[day] ?? Number.NaN;
    if (!Number.isNaN(log)) siteRow(columns, site, day, site.start[day] ?? 0, row);
    const today = site.noise * (site.base.calendar.special.has(day) ? tuning.specialNoise : 1);
    learnDay(normal, row, log, { usual: site.noise, today }, tuning, off, effects);
  }
}

function stateOf(normal: Normal, day: number, common: Common): State {
  const effects = ownEffects(normal, common);
  const { levels, width } = normal;
  let slow = levels[2 * width] ?? 0;
  let fast = levels[2 * width + 1] ?? 0;
  for (const [j, effect] of effects.entries()) {
    slow -= effect * (levels[2 * j] ?? 0);
    fast -= effect * (levels[2 * j + 1] ?? 0);
  }
  return { day, effects, slow, fast };
}
