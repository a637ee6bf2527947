/** The open hours of one day of a site from its quarter hours, beside about how many were due in each. Pure. */
import type { Site } from "../../domain/site.ts";
import { HOUR, type LocalDate } from "../../domain/time.ts";
import type { OpenHour } from "../../forecast/unusual/hours.ts";
import type { VisitContext } from "../../visits/context.ts";
import { isOf, type QuarterRow } from "../../visits/evidence.ts";
import { openSpans } from "../../visits/open-time.ts";

/** Whole hours from the start of each opening; people as the source of truth counted them. @param expected of the day */
export function openHours(
  site: Site,
  day: LocalDate,
  rows: readonly QuarterRow[],
  expected: number,
  context: VisitContext,
): OpenHour[] {
  const [source] = context.sourcesOf(site);
  const starts = openSpans(site, day).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / HOUR) }, (_, i) => from + i * HOUR),
  );
  if (!source) return [];
  const own = rows.filter((row) => isOf(source, row));
  return starts.map((start) => ({
    people: own.reduce(
      (sum, row) => (row.start >= start && row.start < start + HOUR ? sum + row.value : sum),
      0,
    ),
    due: expected / starts.length,
  }));
}
