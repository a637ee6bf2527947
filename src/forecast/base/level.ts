/** How far the last days have been off what was usual: as a whole, and hour by hour beside it. School holidays that
 *  nobody told of fill the shops at noon and empty the stations at eight. */
import { type Usual, usualDay } from "./usual.ts";

export interface Level {
  /** Log of observed over expected, newest days counting most; 0 when nothing is known. */
  readonly day: number;
  /** The same by slot, beyond that of the day. */
  readonly hours: Float64Array;
}

/** Farthest that a level is believed, log. */
const MOST = 0.7;
/** People hoped for (as the days are weighted) of whom half is believed: the day against nothing new, an hour against its
 *  day. Fewer are mostly luck. */
const HALF = 100;

/** From the days before the origin cell. */
export function levelBefore(usual: Usual, cell: number): Level {
  const { site, originDay, tuning } = usual;
  const { slots, values } = site.table;
  const seen = new Float64Array(slots);
  const hoped = new Float64Array(slots);
  for (let age = 0; age <= 3 * tuning.levelDays && originDay - age >= 0; age++) {
    const day = originDay - age;
    const kind = site.calendar.special.get(day)?.kind;
    const told = kind === undefined ? 1 : kind === "event" ? 0 : tuning.levelSpecial;
    if (told === 0) continue;
    const weight = Math.exp(-age / tuning.levelDays) * told;
    const expected = usualDay(usual, day);
    const end = Math.min(slots, cell - day * slots);
    for (let slot = 0; slot < end; slot++) {
      const value = values[day * slots + slot] ?? Number.NaN;
      const hope = expected[slot] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(hope)) continue;
      seen[slot] = (seen[slot] ?? 0) + weight * value;
      hoped[slot] = (hoped[slot] ?? 0) + weight * hope;
    }
  }
  const day = ratio(sum(seen), sum(hoped), 0);
  const hours = new Float64Array(slots);
  if (tuning.levelHours > 0) {
    for (let slot = 0; slot < slots; slot++)
      hours[slot] = tuning.levelHours * (ratio(around(seen, slot), around(hoped, slot), day) - day);
  }
  return { day, hours };
}

/** Log by which a slot is lifted `ahead` days after the origin's. */
export function liftBy({ day, hours }: Level, slot: number, ahead: number, usual: Usual): number {
  const { level, levelKept } = usual.tuning;
  return level * levelKept ** ahead * (day + (hours[slot] ?? 0));
}

/** Log of seen over hoped, drawn towards a log that is believed without them. */
function ratio(seen: number, hoped: number, believed: number): number {
  const log = Math.log((seen + HALF * Math.exp(believed)) / (hoped + HALF));
  return Math.min(MOST, Math.max(-MOST, log));
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Of a slot and its neighbours on the clock. */
function around(values: Float64Array, slot: number): number {
  const { length } = values;
  return [length - 1, 0, 1].reduce((total, off) => total + (values[(slot + off) % length] ?? 0), 0);
}
