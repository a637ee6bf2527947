/** Holidays, events and the days around them, learned from past ones: how much a holiday is like a Sunday at this
 *  site, its eve like a Friday, and what each recurring day does beyond that, hour by hour. */
import type { DayKind, SpecialDay } from "../special-day.ts";
import { GROUPS, HOLIDAY, type Like, likeWeekday, mixed } from "./like-weekday.ts";
import { shapeOf } from "./shape.ts";
import type { Instance, PlainSite, SpecialEffects } from "./site.ts";
import { around } from "./surroundings.ts";
import type { Tuning } from "./tuning.ts";

/** A past special day with what its own weekday would have brought, and the weekdays that its hours are like. */
interface Past {
  readonly day: number;
  readonly special: SpecialDay;
  readonly seen: Float64Array;
  readonly usual: Float64Array;
  readonly like: Like;
  readonly other: Float64Array;
}

/** Learns from all special days that were observed whole. */
export function specialEffects(site: PlainSite, tuning: Tuning): SpecialEffects {
  const { slots, values, known } = site.table;
  const past: Past[] = [];
  for (const [day, special] of site.calendar.special) {
    const seen = values.subarray(day * slots, (day + 1) * slots);
    if ((day + 1) * slots > known || seen.every(Number.isNaN)) continue;
    const own = site.weekday[day] ?? 0;
    const usual = around(site, day, own, tuning);
    const like = likeWeekday(site, day);
    past.push({ day, special, seen, usual, like, other: othersHours(site, day, like, usual, tuning) });
  }
  const shares = Array.from({ length: GROUPS }, (_, group) => shareOf(past, group, tuning));
  const byLabel = new Map<string, Instance[]>();
  const byKind = new Map<DayKind, Instance[]>();
  for (const found of past) {
    const expected = mixed(found.usual, found.like, (slot) => found.other[slot] ?? Number.NaN, shares);
    const instance = {
      day: found.day,
      logs: logsOf(found.seen, expected),
      expected,
      shape: shapeOf(expected),
    };
    if (instance.logs.every(Number.isNaN)) continue;
    for (const label of found.special.labels) append(byLabel, label, instance);
    append(byKind, found.special.kind, instance);
  }
  return { sunday: shares[HOLIDAY] ?? 0, shares, byLabel, byKind };
}

/** Hours of the weekdays that a day's hours are like. */
function othersHours(
  site: PlainSite,
  day: number,
  { weekday }: Like,
  usual: Float64Array,
  tuning: Tuning,
): Float64Array {
  const own = site.weekday[day] ?? 0;
  const hours = new Map(
    [...new Set(weekday)].map((w) => [w, w === own ? usual : around(site, day, w, tuning)]),
  );
  return usual.map((_, slot) => hours.get(weekday[slot] ?? own)?.[slot] ?? Number.NaN);
}

function append<K>(map: Map<K, Instance[]>, key: K, instance: Instance): void {
  const list = map.get(key);
  if (list) list.push(instance);
  else map.set(key, [instance]);
}

/** Share of the other weekday that fits the hours of a group best, day by day (least squares), averaged with the
 *  prior. */
function shareOf(past: readonly Past[], group: number, tuning: Tuning): number {
  let sum = (group === HOLIDAY ? tuning.sundayShare : tuning.likeShare) * tuning.sundayPrior;
  let count = tuning.sundayPrior;
  for (const { seen, usual, like, other } of past) {
    let gaps = 0;
    let products = 0;
    for (let slot = 0; slot < seen.length; slot++) {
      if (like.group[slot] !== group) continue;
      const gap = (other[slot] ?? 0) - (usual[slot] ?? 0);
      const off = (seen[slot] ?? 0) - (usual[slot] ?? 0);
      if (Number.isNaN(gap) || Number.isNaN(off)) continue;
      gaps += gap * gap;
      products += gap * off;
    }
    if (gaps === 0) continue;
    sum += Math.min(1.5, Math.max(-0.5, products / gaps));
    count++;
  }
  return Math.min(1, Math.max(0, sum / count));
}

function logsOf(seen: Float64Array, expected: Float64Array): Float64Array {
  return smoothHours(seen.map((value, slot) => Math.log((value + 1) / ((expected[slot] ?? Number.NaN) + 1))));
}

/** Weighted 1–4–1 over neighbouring hours; what was not observed stays so: midnight fireworks are no hour's neighbours. */
function smoothHours(logs: Float64Array): Float64Array {
  return logs.map((own, slot) => {
    if (Number.isNaN(own)) return own;
    let sum = 4 * own;
    let weight = 4;
    for (const log of [logs[slot - 1] ?? Number.NaN, logs[slot + 1] ?? Number.NaN]) {
      if (Number.isNaN(log)) continue;
      sum += log;
      weight++;
    }
    return sum / weight;
  });
}
