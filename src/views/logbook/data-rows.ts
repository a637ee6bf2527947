/** What the data say by themselves, as rows of the logbook: corrected days and unusual ones. Pure. */
import type { z } from "zod";
import type { LogbookRow } from "../../contract/logbook.ts";
import type { Annotation } from "../../domain/annotation.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, type LocalDate, toIso } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import type { DayVisits } from "../../visits/daily.ts";
import type { revisionDay } from "../queries.ts";
import { revisedDays } from "../revised.ts";

/** Visits of each site and day before and after what was corrected. Forecasts learn from what stands now. */
export function correctionRows(
  revisions: readonly z.output<typeof revisionDay.row>[],
  sites: readonly Site[],
  context: VisitContext,
  visits: ReadonlyMap<string, readonly DayVisits[]>,
): LogbookRow[] {
  return sites.flatMap((site) => {
    const own = new Map(visits.get(site.id)?.map((day) => [day.day, day.visits]));
    const found = revisedDays(
      revisions.filter((row) => row.site === site.id),
      [site],
      context,
      (day) => own.get(day) ?? null,
    );
    return [...found].map(([day, { before, after, detected_at }]) => ({
      ...dataRow("correction", site.id, day, before, after),
      in_model: true,
      written_at: detected_at,
    }));
  });
}

interface Unusual {
  readonly site: string;
  readonly day: LocalDate;
  readonly median: number;
  readonly visits: number;
}

/** Unusual days are learned from like any other, unless a fault written down about them counts. */
export function unusualRows(days: readonly Unusual[], noted: readonly Annotation[]): LogbookRow[] {
  return days.map(({ site, day, median, visits }) => {
    const left = noted.some(
      (one) =>
        one.kind === "fault" &&
        one.counts &&
        one.withdrawnAt === null &&
        (one.site === null || one.site === site) &&
        one.from <= day &&
        day < one.to,
    );
    return { ...dataRow("unusual", site, day, median, visits), in_model: !left };
  });
}

function dataRow(
  kind: "correction" | "unusual",
  site: string,
  day: LocalDate,
  before: number,
  after: number,
): LogbookRow {
  return {
    id: `${kind} ${site} ${day}`,
    kind,
    origin: "data",
    site,
    from: day,
    to: addDays(day, 1),
    text: null,
    in_model: true,
    written_at: null,
    withdrawn_at: null,
    before,
    after,
  };
}

/** What somebody wrote down. */
export function writtenRow(annotation: Annotation): LogbookRow {
  const { id, kind, site, from, to, text, counts, createdAt, withdrawnAt } = annotation;
  return {
    id,
    kind,
    origin: "written",
    site,
    from,
    to,
    text: { fr: text },
    in_model: counts && withdrawnAt === null,
    written_at: toIso(createdAt),
    withdrawn_at: withdrawnAt === null ? null : toIso(withdrawnAt),
    before: null,
    after: null,
  };
}
