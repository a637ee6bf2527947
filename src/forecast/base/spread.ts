/** How far forecasts have been off: residuals of forecasts as they would have been made at earlier origins, by
 *  lead, on a log scale so that small and large counts keep sane bands. Gives any quantile level and the mean. */
import { quantileSorted } from "../../domain/quantile.ts";
import type { DayTable } from "./table.ts";

/** People by cell from the first slot of the origin's day on, as forecast at an origin cell. */
export type PointAt = (cell: number, days: number) => Float64Array;

/** Points of the quantile function that are kept per lead group: levels 0, 1/GRID … 1. */
const GRID = 100;
/** Days between earlier origins, not a multiple of 7 so that weekdays and leads mix; and how many at most. */
const EVERY = 6;
const ORIGINS = 60;
/** Days of history that an earlier origin needs. */
const YOUNGEST = 28;
/** Upper ends of the lead groups, in days. */
const groupEnds = [1, 2, 4, 7, 14, 28, 60, Number.POSITIVE_INFINITY];

interface LeadGroup {
  /** Ends at this lead, in steps, inclusive. */
  readonly upTo: number;
  /** Earlier origins behind it. */
  readonly origins: number;
  /** Quantile function of log residual over scale, GRID + 1 points. */
  readonly shape: Float64Array;
}

export interface Spread {
  /** Mean absolute log residual by class of cell (see {@link classOf}). */
  readonly scale: Float64Array;
  /** Factor on special days. */
  readonly special: number;
  readonly groups: readonly LeadGroup[];
}

/** Class of a cell: hours by weekday or weekend, days by weekday. */
function classOf(slots: number, weekday: number, slot: number): number {
  return slots === 1 ? weekday : (weekday >= 5 ? 24 : 0) + slot;
}

interface Residuals {
  readonly log: number[];
  readonly cls: number[];
  readonly lead: number[];
  readonly special: number[];
  readonly origins: Int32Array;
}

/** Learns the spread of one series from origins before `table.known`; undefined when there is no room for any.
 *  weekday and special: by day index. leads: steps. */
export function learnSpread(
  table: DayTable,
  weekday: Uint8Array,
  special: (day: number) => boolean,
  firstSeen: number,
  leads: number,
  pointAt: PointAt,
): Spread | undefined {
  const { slots, known, values } = table;
  const found: Residuals = {
    log: [],
    cls: [],
    lead: [],
    special: [],
    origins: new Int32Array(groupEnds.length),
  };
  for (let n = 1; n <= ORIGINS; n++) {
    const cell = known - n * EVERY * slots;
    const originDay = Math.floor(cell / slots);
    if (originDay - firstSeen < YOUNGEST) break;
    const reach = Math.min(leads, known - cell);
    const point = pointAt(cell, Math.ceil(reach / slots) + 1);
    const hit = new Uint8Array(groupEnds.length);
    for (let lead = 1; lead <= reach; lead++) {
      const at = cell + lead - 1;
      const value = values[at] ?? Number.NaN;
      const hope = point[at - originDay * slots] ?? Number.NaN;
      if (Number.isNaN(value) || Number.isNaN(hope)) continue;
      const day = Math.floor(at / slots);
      const group = groupOf(lead, slots);
      found.log.push(Math.log((value + 1) / (hope + 1)));
      found.cls.push(classOf(slots, weekday[day] ?? 0, at % slots));
      found.lead.push(group);
      found.special.push(special(day) ? 1 : 0);
      hit[group] = 1;
    }
    for (let g = 0; g < hit.length; g++) found.origins[g] = (found.origins[g] ?? 0) + (hit[g] ?? 0);
  }
  return found.log.length < 14 ? undefined : summarize(found, slots);
}

function groupOf(lead: number, slots: number): number {
  return groupEnds.findIndex((end) => lead <= end * slots);
}

function summarize(found: Residuals, slots: number): Spread {
  const { log, cls, lead, special } = found;
  const classes = slots === 1 ? 7 : 48;
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < log.length; i++) {
    if (special[i] === 1) continue;
    const size = Math.abs(log[i] ?? 0);
    const c = cls[i] ?? 0;
    sums[c] = (sums[c] ?? 0) + size;
    counts[c] = (counts[c] ?? 0) + 1;
    sum += size;
    count++;
  }
  const overall = Math.max(1e-6, sum / Math.max(1, count));
  const scale = sums.map((s, c) => Math.max(0.01, (s + 10 * overall) / ((counts[c] ?? 0) + 10)));
  const shapes: number[][] = groupEnds.map(() => []);
  let marked = 0;
  let days = 0;
  for (let i = 0; i < log.length; i++) {
    const unit = (log[i] ?? 0) / (scale[cls[i] ?? 0] ?? overall);
    if (special[i] === 1) {
      marked += Math.abs(unit);
      days++;
    } else shapes[lead[i] ?? 0]?.push(unit);
  }
  const prior = 10 * slots;
  const groups = shapes.flatMap((units, g): LeadGroup[] => {
    if (units.length < 7) return [];
    const sorted = Float64Array.from(units).sort();
    const wider = widening(g, found.origins[g] ?? 0);
    // TRICKY: by day the median of past errors is mostly one season's luck (it costs 10 % at 90 days); by hour
    // it mends the skew of small counts and is kept.
    const shift = slots === 1 ? quantileSorted(sorted, 0.5) : 0;
    const shape = Float64Array.from(
      { length: GRID + 1 },
      (_, i) => wider * (quantileSorted(sorted, i / GRID) - shift),
    );
    return [{ upTo: (groupEnds[g] ?? 1) * slots, origins: found.origins[g] ?? 0, shape }];
  });
  return { scale, special: Math.max(1, (marked + 1.5 * prior) / (days + prior)), groups };
}

/** Windows of long leads overlap: few of them are news. Bands are widened by half a part in the number that is. */
function widening(group: number, origins: number): number {
  const reach = Math.min(90, groupEnds[group] ?? 1);
  return 1 + 0.5 / Math.max(3, (origins * EVERY) / Math.max(EVERY, reach));
}

/** The spreads of all series drawn towards their common shape, the more the fewer origins stand behind them;
 *  a series without any takes the common one. undefined when no series has any. */
export function pool(
  spreads: readonly (Spread | undefined)[],
): (own: Spread | undefined) => Spread | undefined {
  const all = spreads.filter((spread) => spread !== undefined);
  const first = all[0];
  if (!first) return () => undefined;
  const ends = new Set(all.flatMap((spread) => spread.groups.map(({ upTo }) => upTo)));
  const groups = [...ends]
    .sort((a, b) => a - b)
    .map((upTo): LeadGroup => {
      const members = all.flatMap((spread) => spread.groups.filter((group) => group.upTo === upTo));
      const shape = Float64Array.from({ length: GRID + 1 }, (_, i) =>
        mean(members.map((m) => m.shape[i] ?? 0)),
      );
      return { upTo, origins: 0, shape };
    });
  const scale = first.scale.map((_, c) => mean(all.map((s) => s.scale[c] ?? 0)));
  const common: Spread = { scale, special: mean(all.map((s) => s.special)), groups };
  return (own) => {
    if (!own) return common;
    const mixed = groups.map((group): LeadGroup => {
      const mine = own.groups.find(({ upTo }) => upTo === group.upTo);
      if (!mine) return group;
      const belief = mine.origins / (mine.origins + 4);
      const shape = mine.shape.map((v, i) => belief * v + (1 - belief) * (group.shape[i] ?? v));
      return { ...mine, shape };
    });
    return { ...own, groups: mixed };
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}

/** Writes quantiles of one cell into `row` and returns the mean, people.
 *  hope: the point forecast; lead: steps, from 1. */
export function spreadOut(
  spread: Spread,
  cell: {
    readonly weekday: number;
    readonly slot: number;
    readonly slots: number;
    readonly special: boolean;
  },
  hope: number,
  lead: number,
  levels: readonly number[],
  row: Float64Array,
): number {
  const group = spread.groups.find(({ upTo }) => lead <= upTo) ?? spread.groups.at(-1);
  const scale =
    (spread.scale[classOf(cell.slots, cell.weekday, cell.slot)] ?? 0) * (cell.special ? spread.special : 1);
  const at = (level: number) =>
    Math.max(0, (hope + 1) * Math.exp(scale * quantileSorted(group?.shape ?? [0], level)) - 1);
  for (let i = 0; i < levels.length; i++) row[i] = at(levels[i] ?? 0.5);
  let sum = 0;
  for (let n = 0; n < 16; n++) sum += at((n + 0.5) / 16);
  return sum / 16;
}
