/** Holidays, events and the days around them, learned from past ones: how much a holiday is like a Sunday at this
 *  site, and what each recurring day does beyond that, hour by hour. */
import type { DayKind, SpecialDay } from "../special-day.ts";
import { shapeOf } from "./shape.ts";
import type { Instance, PlainSite, SpecialEffects } from "./site.ts";
import { around } from "./surroundings.ts";
import type { Tuning } from "./tuning.ts";

const SUNDAY = 6;

/** A past special day with what its own weekday and a Sunday would have brought. */
interface Past {
  readonly day: number;
  readonly special: SpecialDay;
  readonly seen: Float64Array;
  readonly usual: Float64Array;
  readonly sunday: Float64Array | undefined;
}

/** Learns from all special days that were observed whole. */
export function specialEffects(site: PlainSite, tuning: Tuning): SpecialEffects {
  const { slots, values, known } = site.table;
  const past: Past[] = [];
  for (const [day, special] of site.calendar.special) {
    const seen = values.subarray(day * slots, (day + 1) * slots);
    if ((day + 1) * slots > known || seen.every(Number.isNaN)) continue;
    const usual = around(site, day, site.weekday[day] ?? 0, tuning);
    const sunday = special.kind === "holiday" ? around(site, day, SUNDAY, tuning) : undefined;
    past.push({ day, special, seen, usual, sunday });
  }
  const share = sundayShare(past, tuning);
  const byLabel = new Map<string, Instance[]>();
  const byKind = new Map<DayKind, Instance[]>();
  for (const found of past) {
    const expected = expectedOf(found, share);
    const instance = { day: found.day, logs: logsOf(found.seen, expected), shape: shapeOf(expected) };
    if (instance.logs.every(Number.isNaN)) continue;
    for (const label of found.special.labels) append(byLabel, label, instance);
    append(byKind, found.special.kind, instance);
  }
  return { sunday: share, byLabel, byKind };
}

function append<K>(map: Map<K, Instance[]>, key: K, instance: Instance): void {
  const list = map.get(key);
  if (list) list.push(instance);
  else map.set(key, [instance]);
}

/** Share of Sunday that fits each holiday best (least squares over its hours), averaged with the prior. */
function sundayShare(past: readonly Past[], tuning: Tuning): number {
  let sum = tuning.sundayShare * tuning.sundayPrior;
  let count = tuning.sundayPrior;
  for (const { seen, usual, sunday } of past) {
    if (!sunday) continue;
    let gaps = 0;
    let products = 0;
    for (let slot = 0; slot < seen.length; slot++) {
      const gap = (sunday[slot] ?? 0) - (usual[slot] ?? 0);
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

function expectedOf({ usual, sunday }: Past, share: number): Float64Array {
  return usual.map((plain, slot) =>
    sunday ? share * (sunday[slot] ?? Number.NaN) + (1 - share) * plain : plain,
  );
}

function logsOf(seen: Float64Array, expected: Float64Array): Float64Array {
  return smoothHours(seen.map((value, slot) => Math.log((value + 1) / ((expected[slot] ?? Number.NaN) + 1))));
}

/** Weighted 1–2–1 over neighbouring hours; what was not observed stays so where its neighbours are unknown too. */
function smoothHours(logs: Float64Array): Float64Array {
  if (logs.length === 1) return logs;
  return logs.map((_, slot) => {
    let sum = 0;
    let weight = 0;
    for (let off = -1; off <= 1; off++) {
      const log = logs[slot + off] ?? Number.NaN;
      if (Number.isNaN(log)) continue;
      sum += log * (off === 0 ? 2 : 1);
      weight += off === 0 ? 2 : 1;
    }
    return sum / weight;
  });
}
