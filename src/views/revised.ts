/** Corrections of past days, in visits of the chosen sites together. Pure. */
import type { z } from "zod";
import type { Site } from "../domain/site.ts";
import { type LocalDate, toIso } from "../domain/time.ts";
import type { VisitContext } from "../visits/context.ts";
import { isOf } from "../visits/evidence.ts";
import type { revisionDay } from "./queries.ts";

export interface Revised {
  readonly before: number;
  readonly after: number;
  readonly detected_at: string;
}

/** Corrected days by day. Counters that only send more of a day late are no correction: the day was not complete. */
export function revisedDays(
  rows: readonly z.output<typeof revisionDay.row>[],
  sites: readonly Site[],
  context: VisitContext,
  visits: (day: LocalDate) => number | null,
): Map<LocalDate, Revised> {
  const found = new Map<LocalDate, { change: number; detected: number }>();
  for (const row of rows) {
    const site = sites.find(({ id }) => id === row.site);
    const [source] = site ? context.sourcesOf(site) : [];
    if (!source || !isOf(source, row) || (row.kind === "late" && source.kind === "spans")) continue;
    const known = found.get(row.day) ?? { change: 0, detected: 0 };
    known.change += row.change * source.calibration;
    known.detected = Math.max(known.detected, row.detected);
    found.set(row.day, known);
  }
  const out = new Map<LocalDate, Revised>();
  for (const [day, { change, detected }] of found) {
    const after = visits(day);
    const before = after === null ? null : Math.max(0, after - Math.round(change));
    if (after === null || before === null || before === after) continue;
    out.set(day, { before, after, detected_at: toIso(detected) });
  }
  return out;
}
