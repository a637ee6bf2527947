/** Past origins and their steps, as rows to learn from. Memory is taken once and does not grow with sites or years:
 *  with more of them each site stands at fewer origins. */
import type { Tuning } from "../base/tuning.ts";
import type { Rows } from "../boost/bins.ts";
import { seeded } from "../boost/random.ts";
import { columns } from "./columns.ts";
import { fillRow, placeAt, viewAt } from "./place.ts";
import type { Seat } from "./seat.ts";
import { townOf } from "./town.ts";

/** Rows with what came of them; arrays run by row. */
export interface Past extends Rows {
  /** Log of (seen + 1) over (hope + 1). */
  readonly target: Float64Array;
  /** The hope over the mean step of the site: an error weighs as many people as it stands for. */
  readonly weight: Float32Array;
  /** Index of the site. */
  readonly site: Int32Array;
  /** Days from the origin of the row to the origin of the fit. */
  readonly age: Int32Array;
  /** Steps, from 1. */
  readonly lead: Int32Array;
  readonly hope: Float64Array;
  /** 1 = on a special day. */
  readonly special: Uint8Array;
}

export interface PastOptions {
  readonly leads: number;
  /** Days between past origins. */
  readonly every: number;
  /** Steps of each origin and site that become rows, at most. */
  readonly perOrigin: number;
  /** Rows at most. */
  readonly most: number;
  /** Days of history that a past origin needs. */
  readonly youngest: number;
  readonly seed: number;
}

/** Lead groups that share the rows of an origin evenly, upper ends in days. */
const groups = [1, 7, 14, 30, 90, 366];

/** Rows of all seats at origins before the end of their tables; undefined seats are left out. */
export function pastRows(seats: readonly (Seat | undefined)[], tuning: Tuning, options: PastOptions): Past {
  const { leads, every, youngest } = options;
  const table = seats.find((seat) => seat !== undefined)?.site.table;
  const slots = table?.slots ?? 1;
  const known = table?.known ?? 0;
  const oldest = seats.map((seat) => (seat ? seat.site.firstSeen + youngest : Number.POSITIVE_INFINITY));
  const origins = Math.max(0, Math.floor((Math.floor(known / slots) - Math.min(...oldest)) / every));
  const wanted = oldest.reduce(
    (sum, day) => sum + Math.max(0, Math.floor((Math.floor(known / slots) - day) / every)),
    0,
  );
  const skip = Math.max(1, Math.ceil((wanted * options.perOrigin) / options.most));
  const out = blank(Math.min(options.most, wanted * options.perOrigin));
  const random = seeded(options.seed);
  let count = 0;
  for (let n = 1; n <= origins; n++) {
    // Every third origin stands at another hour of the day: a later history may be asked at any.
    const cell = known - n * every * slots + (n % 3 === 1 ? Math.floor(random() * slots) : 0);
    const reach = Math.min(leads, known - cell);
    const views = seats.map((seat, i) =>
      seat && (n + i) % skip === 0 && Math.floor(cell / slots) >= (oldest[i] ?? 0)
        ? viewAt(seat, cell, reach, tuning)
        : undefined,
    );
    const town = townOf(views.map((view) => view?.stand));
    for (const [i, view] of views.entries()) {
      if (!view) continue;
      for (const lead of someLeads(reach, slots, options.perOrigin, random)) {
        const place = placeAt(view, cell + lead - 1, town);
        const seen = view.seat.site.table.values[cell + lead - 1] ?? Number.NaN;
        const hope = view.stand.hope[place.at] ?? Number.NaN;
        if (Number.isNaN(seen) || Number.isNaN(hope) || count >= out.count) continue;
        fillRow(out.values, count, place);
        out.target[count] = Math.log((seen + 1) / (hope + 1));
        out.weight[count] = (hope + 1) / Math.exp(view.seat.nature.size);
        out.site[count] = i;
        out.age[count] = Math.floor((known - cell) / slots);
        out.lead[count] = lead;
        out.hope[count] = hope;
        out.special[count] = view.seat.site.calendar.special.has(place.day) ? 1 : 0;
        count++;
      }
    }
  }
  return cut(out, count);
}

function blank(count: number): Past {
  return {
    count,
    width: columns.length,
    values: new Float32Array(count * columns.length),
    target: new Float64Array(count),
    weight: new Float32Array(count),
    site: new Int32Array(count),
    age: new Int32Array(count),
    lead: new Int32Array(count),
    hope: new Float64Array(count),
    special: new Uint8Array(count),
  };
}

function cut(past: Past, count: number): Past {
  const { width, values, target, weight, site, age, lead, hope, special } = past;
  return {
    count,
    width,
    values: values.subarray(0, count * width),
    target: target.subarray(0, count),
    weight: weight.subarray(0, count),
    site: site.subarray(0, count),
    age: age.subarray(0, count),
    lead: lead.subarray(0, count),
    hope: hope.subarray(0, count),
    special: special.subarray(0, count),
  };
}

/** Leads up to `reach`, about `count` of them, ascending; each lead group has the same share. */
function someLeads(reach: number, slots: number, count: number, random: () => number): number[] {
  const ends = groups
    .map((end) => Math.min(reach, end * slots))
    .filter((end, i, all) => end > (all[i - 1] ?? 0));
  const each = Math.floor(count / ends.length);
  const chosen: number[] = [];
  for (const [i, end] of ends.entries()) {
    const from = (ends[i - 1] ?? 0) + 1;
    const size = end - from + 1;
    if (size <= each) for (let lead = from; lead <= end; lead++) chosen.push(lead);
    else for (let n = 0; n < each; n++) chosen.push(from + Math.floor(((n + random()) * size) / each));
  }
  return chosen;
}
