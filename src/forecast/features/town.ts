/** All sites together, as seen from one origin: weather and events of the day move them alike. */
import type { Town } from "./column.ts";
import { ratioBack, type Standpoint } from "./standpoint.ts";

/** Mean over sites of how far the base has been off. */
export function townOf(stands: readonly (Standpoint | undefined)[]): Town {
  const mean = (days: number) => {
    const all = stands
      .flatMap((stand) => (stand ? [ratioBack(stand, 0, days * stand.site.table.slots)] : []))
      .filter((ratio) => !Number.isNaN(ratio));
    return all.length > 0 ? all.reduce((a, b) => a + b, 0) / all.length : Number.NaN;
  };
  return { day: mean(1), week: mean(7) };
}
