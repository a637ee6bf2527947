/** What special days did at all sites together, kept as sums so that a site can leave itself out. */
import type { Instance, Shared, Site } from "./site.ts";

/** The same sites, each knowing what special days did at the others. All tables have the same days and slots. */
export function shareEffects(sites: readonly Site[]): Site[] {
  const byLabel = sumsOf(sites.map(({ effects }) => effects.byLabel));
  const byKind = sumsOf(sites.map(({ effects }) => effects.byKind));
  return sites.map((site) => ({ ...site, effects: { ...site.effects, shared: { byLabel, byKind } } }));
}

function sumsOf<K>(maps: readonly ReadonlyMap<K, readonly Instance[]>[]): Map<K, Shared[]> {
  const byKey = new Map<K, Map<number, Shared>>();
  for (const [key, list] of maps.flatMap((map) => [...map])) {
    const byDay = byKey.get(key) ?? new Map<number, Shared>();
    byKey.set(key, byDay);
    for (const { day, logs } of list) {
      const sums = byDay.get(day) ?? blank(day, logs.length);
      byDay.set(day, sums);
      add(sums, logs, 1);
    }
  }
  return new Map([...byKey].map(([key, byDay]) => [key, [...byDay.values()].sort((a, b) => a.day - b.day)]));
}

/** All days of `shared` together, without the site's own. */
export function othersOf(shared: readonly Shared[], own: readonly Instance[], slots: number): Shared {
  const all = blank(Number.NaN, slots);
  for (const { sums, squares, counts } of shared) {
    for (let slot = 0; slot < slots; slot++) {
      all.sums[slot] = (all.sums[slot] ?? 0) + (sums[slot] ?? 0);
      all.squares[slot] = (all.squares[slot] ?? 0) + (squares[slot] ?? 0);
      all.counts[slot] = (all.counts[slot] ?? 0) + (counts[slot] ?? 0);
    }
  }
  for (const { logs } of own) add(all, logs, -1);
  return all;
}

function blank(day: number, slots: number): Shared {
  const [sums, squares, counts] = [new Float64Array(slots), new Float64Array(slots), new Float64Array(slots)];
  return { day, sums, squares, counts };
}

function add({ sums, squares, counts }: Shared, logs: Float64Array, sign: 1 | -1): void {
  for (let slot = 0; slot < logs.length; slot++) {
    const log = logs[slot] ?? Number.NaN;
    if (Number.isNaN(log)) continue;
    sums[slot] = (sums[slot] ?? 0) + sign * log;
    squares[slot] = (squares[slot] ?? 0) + sign * log * log;
    counts[slot] = (counts[slot] ?? 0) + sign;
  }
}
