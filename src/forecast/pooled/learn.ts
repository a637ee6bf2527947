/** All sites' pasts → trees and calibrated bands. */
import type { Tuning } from "../base/tuning.ts";
import { type Forest, type ForestOptions, type Split, trainForest } from "../boost/forest.ts";
import { type Bands, learnBands, type Miss } from "../conformal/bands.ts";
import { type Past, pastRows } from "../features/examples.ts";
import type { Seat } from "../features/seat.ts";

export interface Pooled {
  readonly forest: Forest;
  readonly bands: Bands;
}

const seed = 20_260_101;
const trees: ForestOptions = {
  rate: 0.05,
  leaves: 24,
  leastRows: 40,
  rowShare: 0.5,
  columnShare: 0.5,
  rounds: 400,
  patience: 40,
  seed,
};
/** Days held out at most. */
const HELD = 180;
/** Fewest rows on either side of the split. */
const FEWEST = 60;

/** Learns from the seats; undefined when there are too few past days. leads: steps. */
export function learnPooled(seats: readonly Seat[], leads: number, tuning: Tuning): Pooled | undefined {
  const slots = seats[0]?.site.table.slots ?? 1;
  const sampling =
    slots === 24 ? { every: 5, perOrigin: 48, most: 160_000 } : { every: 4, perOrigin: 30, most: 100_000 };
  const past = pastRows(seats, tuning, { leads, ...sampling, youngest: 28, seed });
  const split = splitByTime(past, slots);
  if (split.learn.length < FEWEST || split.held.length < FEWEST) return undefined;
  const leastRows = Math.min(trees.leastRows, split.learn.length / 50);
  const { forest, honest } = trainForest(past, split, { ...trees, leastRows });
  const days = split.held.reduce((most, row) => Math.max(most, past.age[row] ?? 0), 0);
  return { forest, bands: learnBands(missesOf(seats, past, split.held, honest), slots, days) };
}

/** The latest origins, a third of the time but no more than HELD days, are held out; only what had come before
 *  them is learned from. */
function splitByTime({ count, age, lead }: Past, slots: number): Split {
  const oldest = age.reduce((most, days) => Math.max(most, days), 0);
  const border = Math.min(HELD, oldest / 3);
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return {
    held: rows.filter((row) => (age[row] ?? 0) <= border),
    learn: rows.filter((row) => (age[row] ?? 0) - (lead[row] ?? 0) / slots >= border),
  };
}

function* missesOf(
  seats: readonly Seat[],
  past: Past,
  rows: Int32Array,
  honest: readonly Float64Array[],
): Generator<Miss> {
  const [low, middle, high] = honest;
  for (const row of rows) {
    yield {
      site: seats[past.site[row] ?? -1]?.id ?? "",
      target: past.target[row] ?? 0,
      lead: past.lead[row] ?? 1,
      hope: past.hope[row] ?? 0,
      special: past.special[row] === 1,
      low: low?.[row] ?? 0,
      middle: middle?.[row] ?? 0,
      high: high?.[row] ?? 0,
    };
  }
}
