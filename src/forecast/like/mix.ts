/** A young site as a mean of older ones, each brought to its level: those most alike in its first days count most,
 *  and what its own days show of weekday or hour beyond them is believed the more, the more often it was seen. */
import type { Outlook } from "./outlook.ts";

/** First days of a site. Cells go by day × slots + slot. */
export interface FirstDays {
  /** People; NaN = not observed. */
  readonly seen: Float64Array;
  /** Cells from its first up to the origin. */
  readonly from: number;
  readonly cell: number;
  readonly slots: number;
  /** 0 Monday … 6 Sunday, by day. */
  readonly weekday: Uint8Array;
  /** True on days that are not like their weekday. */
  readonly special: (day: number) => boolean;
}

export interface MixTuning {
  /** Weight = error in the first days to the power of −this; the error that none is thought to beat. */
  readonly power: number;
  readonly least: number;
  /** Steps of a weekday or an hour that "as the others" stands for. */
  readonly alike: number;
}

export const mixTuning: MixTuning = { power: 4, least: 0.05, alike: 1.5 };

/** An older site's part: its factor brings it to the young one's level. */
interface Share {
  readonly outlook: Outlook;
  readonly factor: number;
  readonly weight: number;
}

/** Expected people from the first slot of the origin's day on, as far as the outlooks reach, which all reach
 *  equally far; undefined when no older site was seen on the same days. */
export function mixOf(
  young: FirstDays,
  outlooks: readonly Outlook[],
  tuning: MixTuning,
): Float64Array | undefined {
  const shares = outlooks.flatMap((outlook) => shareOf(young, outlook, tuning) ?? []);
  const [one] = shares;
  if (!one) return undefined;
  const { slots, cell, from } = young;
  const past = meanOf(shares, cell - from, ({ outlook }, at) => outlook.seen[from + at] ?? Number.NaN);
  const ahead = meanOf(shares, one.outlook.hope.length, ({ outlook }, at) => outlook.hope[at] ?? Number.NaN);
  fillGaps(ahead, slots);
  const moves = movesOf(young, past, tuning);
  const start = Math.floor(cell / slots) * slots;
  return ahead.map((people, at) => people * (moves[classOf(young, start + at)] ?? 1));
}

function shareOf({ seen, from, cell }: FirstDays, outlook: Outlook, tuning: MixTuning): Share | undefined {
  let own = 0;
  let other = 0;
  let both = 0;
  let all = 0;
  const each = (use: (mine: number, theirs: number) => void) => {
    for (let at = from; at < cell; at++) {
      const [mine, theirs] = [seen[at] ?? Number.NaN, outlook.seen[at] ?? Number.NaN];
      if (!Number.isNaN(mine) && !Number.isNaN(theirs)) use(mine, theirs);
    }
  };
  for (let at = from; at < cell; at++) if (!Number.isNaN(seen[at])) all++;
  each((mine, theirs) => {
    own += mine;
    other += theirs;
    both++;
  });
  if (both < all / 2 || !(other > 0)) return undefined;
  const factor = own / other;
  let off = 0;
  each((mine, theirs) => {
    off += Math.abs(mine - factor * theirs);
  });
  const error = own > 0 ? off / own : 1;
  return { outlook, factor, weight: (error + tuning.least) ** -tuning.power };
}

/** Weighted mean by cell of those that know it; NaN where none does. */
function meanOf(
  shares: readonly Share[],
  cells: number,
  of: (share: Share, at: number) => number,
): Float64Array {
  return Float64Array.from({ length: cells }, (_, at) => {
    let sum = 0;
    let weights = 0;
    for (const share of shares) {
      const people = of(share, at);
      if (Number.isNaN(people)) continue;
      sum += share.weight * share.factor * people;
      weights += share.weight;
    }
    return sum / weights;
  });
}

/** Where all older sites are closed, the mean of the same slot on the other days; in place. */
function fillGaps(ahead: Float64Array, slots: number): void {
  for (let slot = 0; slot < slots; slot++) {
    const known = ahead.filter((people, at) => at % slots === slot && !Number.isNaN(people));
    const mean = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length);
    for (let at = slot; at < ahead.length; at += slots) if (Number.isNaN(ahead[at])) ahead[at] = mean;
  }
}

/** Weekday of days; hour of workdays or weekends; special days have a class of their own. */
function classOf({ slots, weekday, special }: FirstDays, cell: number): number {
  const day = Math.floor(cell / slots);
  if (special(day)) return 48;
  const w = weekday[day] ?? 0;
  return slots === 1 ? w : (w >= 5 ? 24 : 0) + (cell % slots);
}

/** Factor by class: what was seen over what the others made of it. */
function movesOf(young: FirstDays, past: Float64Array, { alike }: MixTuning): Float64Array {
  const own = new Float64Array(49);
  const mixed = new Float64Array(49);
  const count = new Float64Array(49);
  for (const [at, people] of past.entries()) {
    const mine = young.seen[young.from + at] ?? Number.NaN;
    const c = classOf(young, young.from + at);
    if (Number.isNaN(people) || Number.isNaN(mine) || c === 48) continue;
    own[c] = (own[c] ?? 0) + mine;
    mixed[c] = (mixed[c] ?? 0) + people;
    count[c] = (count[c] ?? 0) + 1;
  }
  return own.map((mine, c) => {
    const n = count[c] ?? 0;
    const prior = n > 0 ? (alike * (mixed[c] ?? 0)) / n : 1;
    return prior > 0 ? (mine + prior) / ((mixed[c] ?? 0) + prior) : 1;
  });
}
