/** Corrections of past days, in visits of the chosen sites together. Pure. */
import type { z } from "zod";
import type { Site } from "../domain/site.ts";
import { type LocalDate, toIso } from "../domain/time.ts";
import type { VisitContext } from "../visits/context.ts";
import { isOf } from "../visits/evidence.ts";
import type { revisionDay, revisionList } from "./queries.ts";

export interface Revised {
  readonly before: number;
  readonly after: number;
  readonly detected_at: string;
}

/** By how much a feed's total of a site and day changed after the day was over, all in all. */
export type NetRevision = z.output<typeof revisionDay.row>;

/** Sums of single corrections; what was changed back is left out. */
export function netRevisions(rows: readonly z.output<typeof revisionList.row>[]): NetRevision[] {
  const groups = Map.groupBy(rows, ({ site, day, feed, measure, kind }) =>
    [site, day, feed, measure, kind].join(" "),
  );
  return [...groups.values()].flatMap((own): NetRevision[] => {
    const [first] = own;
    const change = own.reduce((sum, { before, after }) => sum + after - before, 0);
    if (!first || change === 0) return [];
    const { site, day, feed, measure, kind } = first;
    return [
      { site, day, feed, measure, kind, change, detected: Math.max(...own.map((row) => row.detected)) },
    ];
  });
}

/** Corrected days by day. Counters that only send more of a day late are no correction: the day was not complete. */
export function revisedDays(
  rows: readonly NetRevision[],
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
