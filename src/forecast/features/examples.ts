/** Past origins and their steps, as rows to learn from; and the steps of one origin, as rows to be asked about. */
import type { Site } from "../base/site.ts";
import type { Tuning } from "../base/tuning.ts";
import type { Rows } from "../boost/bins.ts";
import { seeded } from "../boost/random.ts";
import type { Nature, Place, Town } from "./column.ts";
import { natureOf } from "./column.ts";
import { columns } from "./columns.ts";
import { ratioBack, type Standpoint, standAt } from "./standpoint.ts";

/** Rows with what came of them. */
export interface Past extends Rows {
  /** Log of (seen + 1) over (hope + 1). */
  readonly target: Float64Array;
  /** The hope over the mean step of the site: an error weighs as many people as it stands for. */
  readonly weight: Float32Array;
  /** Index of the site, days from the origin of the row to the origin of the fit, lead in steps, hope, cell. */
  readonly site: Int32Array;
  readonly age: Int32Array;
  readonly lead: Int32Array;
  readonly hope: Float64Array;
}

export interface PastOptions {
  readonly leads: number;
  /** Days between past origins. */
  readonly every: number;
  /** Steps of each origin and site that become rows, at most. */
  readonly perOrigin: number;
  /** Days of history that a past origin needs. */
  readonly youngest: number;
  readonly seed: number;
}

/** Lead groups that share the rows of an origin evenly, upper ends in days. */
const groups = [1, 7, 14, 30, 90, 366];

/** Rows of all sites at origins before the end of their tables. A site is undefined when it is left out. */
export function pastRows(sites: readonly (Site | undefined)[], tuning: Tuning, options: PastOptions): Past {
  const natures = sites.map((site) => site && natureOf(site));
  const known = sites.find((site) => site)?.table.known ?? 0;
  const slots = sites.find((site) => site)?.table.slots ?? 1;
  const values: number[] = [];
  const out = {
    target: [] as number[],
    weight: [] as number[],
    site: [] as number[],
    age: [] as number[],
    lead: [] as number[],
    hope: [] as number[],
  };
  const random = seeded(options.seed);
  for (let age = 1; ; age++) {
    const cell = known - age * options.every * slots;
    if (cell < 0) break;
    const reach = Math.min(options.leads, known - cell);
    const stands = sites.map((site) =>
      site && Math.floor(cell / slots) - site.firstSeen >= options.youngest
        ? standAt(site, cell, Math.floor((cell + reach - 1) / slots) - Math.floor(cell / slots) + 1, tuning)
        : undefined,
    );
    if (stands.every((stand) => !stand)) break;
    const town = townOf(stands);
    for (const [i, stand] of stands.entries()) {
      const nature = natures[i];
      if (!stand || !nature) continue;
      for (const lead of someLeads(reach, slots, options.perOrigin, random)) {
        const place = placeOf(stand, lead, town, nature);
        const seen = stand.site.table.values[cell + lead - 1] ?? Number.NaN;
        const hope = stand.hope[place.at] ?? Number.NaN;
        if (Number.isNaN(seen) || Number.isNaN(hope)) continue;
        for (const column of columns) values.push(column.of(place));
        out.target.push(Math.log((seen + 1) / (hope + 1)));
        out.weight.push((hope + 1) / Math.exp(nature.size));
        out.site.push(i);
        out.age.push(age * options.every);
        out.lead.push(lead);
        out.hope.push(hope);
      }
    }
  }
  return {
    count: out.target.length,
    width: columns.length,
    values: Float32Array.from(values),
    target: Float64Array.from(out.target),
    weight: Float32Array.from(out.weight),
    site: Int32Array.from(out.site),
    age: Int32Array.from(out.age),
    lead: Int32Array.from(out.lead),
    hope: Float64Array.from(out.hope),
  };
}

/** Mean over sites of how far they have been off. */
export function townOf(stands: readonly (Standpoint | undefined)[]): Town {
  const mean = (days: number) => {
    const all = stands
      .flatMap((stand) => (stand ? [ratioBack(stand, 0, days * stand.site.table.slots)] : []))
      .filter((ratio) => !Number.isNaN(ratio));
    return all.length > 0 ? all.reduce((a, b) => a + b, 0) / all.length : Number.NaN;
  };
  return { day: mean(1), week: mean(7) };
}

export function placeOf(stand: Standpoint, lead: number, town: Town, nature: Nature): Place {
  const { slots } = stand.site.table;
  const cell = stand.cell + lead - 1;
  const day = Math.floor(cell / slots);
  return { stand, day, slot: cell % slots, lead, at: cell - stand.originDay * slots, town, nature };
}

function someLeads(reach: number, slots: number, count: number, random: () => number): number[] {
  const ends = groups
    .map((end) => Math.min(reach, end * slots))
    .filter((end, i, all) => end > (all[i - 1] ?? 0));
  const each = Math.ceil(count / ends.length);
  const chosen: number[] = [];
  for (const [i, end] of ends.entries()) {
    const from = (ends[i - 1] ?? 0) + 1;
    const size = end - from + 1;
    if (size <= each) for (let lead = from; lead <= end; lead++) chosen.push(lead);
    else for (let n = 0; n < each; n++) chosen.push(from + Math.floor(((n + random()) * size) / each));
  }
  return chosen;
}
