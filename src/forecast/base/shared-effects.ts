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
    for (const instance of list) {
      const sums = byDay.get(instance.day) ?? blank(instance.day, instance.logs.length);
      byDay.set(instance.day, sums);
      add(sums, instance, 1);
    }
  }
  return new Map([...byKey].map(([key, byDay]) => [key, [...byDay.values()].sort((a, b) => a.day - b.day)]));
}

/** All days of `shared` together, without the site's own. */
export function othersOf(shared: readonly Shared[], own: readonly Instance[], slots: number): Shared {
  const all = blank(Number.NaN, slots);
  for (const one of shared) {
    for (const name of names) {
      const [to, from] = [all[name], one[name]];
      for (let slot = 0; slot < slots; slot++) to[slot] = (to[slot] ?? 0) + (from[slot] ?? 0);
    }
  }
  for (const instance of own) add(all, instance, -1);
  return all;
}

const names = ["counts", "sums", "squares", "shapes", "shapeSquares", "products"] as const;

function blank(day: number, slots: number): Shared {
  const zeros = () => new Float64Array(slots);
  return {
    day,
    counts: zeros(),
    sums: zeros(),
    squares: zeros(),
    shapes: zeros(),
    shapeSquares: zeros(),
    products: zeros(),
  };
}

function add(to: Shared, { logs, shape }: Instance, sign: 1 | -1): void {
  for (let slot = 0; slot < logs.length; slot++) {
    const log = logs[slot] ?? Number.NaN;
    const x = shape[slot] ?? Number.NaN;
    if (Number.isNaN(log) || Number.isNaN(x)) continue;
    to.counts[slot] = (to.counts[slot] ?? 0) + sign;
    to.sums[slot] = (to.sums[slot] ?? 0) + sign * log;
    to.squares[slot] = (to.squares[slot] ?? 0) + sign * log * log;
    to.shapes[slot] = (to.shapes[slot] ?? 0) + sign * x;
    to.shapeSquares[slot] = (to.shapeSquares[slot] ?? 0) + sign * x * x;
    to.products[slot] = (to.products[slot] ?? 0) + sign * x * log;
  }
}
