/** All sites together, as seen from one origin: weather and events of the day move them alike. */
import type { Town } from "./column.ts";
import { meanLog, specialPast } from "./special-past.ts";
import { ratioBack, type Standpoint } from "./standpoint.ts";

/** Means over the sites that stand there; undefined ones are left out. */
export function townOf(stands: readonly (Standpoint | undefined)[]): Town {
  const mean = (days: number) => {
    const all = stands
      .flatMap((stand) => (stand ? [ratioBack(stand, 0, days * stand.site.table.slots)] : []))
      .filter((ratio) => !Number.isNaN(ratio));
    return all.length > 0 ? all.reduce((a, b) => a + b, 0) / all.length : Number.NaN;
  };
  const sameDays = new Map<number, Float64Array>();
  const sameDay = (day: number, slot: number) => {
    const found = sameDays.get(day) ?? sameDayOf(stands, day);
    sameDays.set(day, found);
    return found[slot] ?? Number.NaN;
  };
  return { day: mean(1), week: mean(7), sameDay };
}

/** By slot; NaN where no site has seen such a day. */
function sameDayOf(stands: readonly (Standpoint | undefined)[], day: number): Float64Array {
  const known = stands.filter((stand) => stand !== undefined);
  const slots = known[0]?.site.table.slots ?? 1;
  const sums = new Float64Array(slots);
  const counts = new Float64Array(slots);
  for (const stand of known) {
    const { same } = specialPast(stand, day);
    for (let slot = 0; slot < slots; slot++) {
      const log = meanLog(same, slot);
      if (Number.isNaN(log)) continue;
      sums[slot] = (sums[slot] ?? 0) + log;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return sums.map((sum, slot) => sum / (counts[slot] ?? 0));
}
