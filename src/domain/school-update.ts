/** A calendar of school holidays and a newer one → what to keep. What the newer one does not tell stays: older years,
 *  zones of other countries that an office has written in. */
import { type SchoolBreak, schoolYear } from "./school-holidays.ts";

export interface Updated {
  readonly breaks: readonly SchoolBreak[];
  /** Breaks that both tell, zone by zone, and those of them that moved. */
  readonly shared: number;
  readonly moved: number;
  /** Breaks that are new. */
  readonly added: number;
}

export function updateBreaks(before: readonly SchoolBreak[], newer: readonly SchoolBreak[]): Updated {
  const known = byZone(before);
  const told = byZone(newer);
  const both = [...told].filter(([name]) => known.has(name));
  const moved = both.filter(([name, one]) => {
    const old = known.get(name);
    return old?.from !== one.from || old.to !== one.to;
  });
  return {
    breaks: together([...new Map([...known, ...told]).values()]),
    shared: both.length,
    moved: moved.length,
    added: told.size - both.length,
  };
}

/** Each zone's breaks on their own, by zone, kind and school year. A zone that has one kind twice a year keeps both. */
function byZone(breaks: readonly SchoolBreak[]): Map<string, SchoolBreak> {
  const single = new Map<string, SchoolBreak>();
  for (const one of breaks) {
    for (const zone of one.zones) {
      const name = `${zone} ${one.key} ${schoolYear(one.from)}`;
      const free = single.has(name) ? `${name} ${one.from}` : name;
      single.set(free, { ...one, zones: [zone] });
    }
  }
  return single;
}

/** Zones that are off on the same days in one row, in order of the first day. */
function together(breaks: readonly SchoolBreak[]): SchoolBreak[] {
  const rows = new Map<string, SchoolBreak>();
  for (const one of breaks) {
    const name = `${one.from} ${one.to} ${one.key}`;
    const zones = [...(rows.get(name)?.zones ?? []), ...one.zones];
    rows.set(name, { ...one, zones: [...new Set(zones)].sort() });
  }
  const order = ({ from, to, zones }: SchoolBreak) => `${from} ${to} ${zones.join(" ")}`;
  return [...rows.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
