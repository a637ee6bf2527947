/** Rows of days that are over, and of the running one as its quarter hours stand. Pure. */
import type { Site } from "../../domain/site.ts";
import type { LocalDate } from "../../domain/time.ts";
import type { DayRows } from "../../visits/daily.ts";
import { againstOpening, type QuarterRow } from "../../visits/evidence.ts";
import { openSpans } from "../../visits/open-time.ts";

export function withToday(
  over: DayRows,
  today: LocalDate,
  sites: readonly Site[],
  quarters: ReadonlyMap<string, readonly QuarterRow[]>,
): DayRows {
  const out = new Map(over);
  for (const site of sites) {
    const own = quarters.get(site.id);
    if (!own) continue;
    const spans = openSpans(site, today);
    const rows = own.map((row) => againstOpening(row, spans));
    out.set(site.id, new Map([...(over.get(site.id) ?? []), [today, rows]]));
  }
  return out;
}
