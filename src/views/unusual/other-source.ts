/** Whether a site's second source tells of a day what the first does: a till that was out, a counter that was stuck. */
import { quantile } from "../../domain/quantile.ts";
import type { Site } from "../../domain/site.ts";
import { daysIn, type LocalDate } from "../../domain/time.ts";
import type { VisitContext } from "../../visits/context.ts";
import { type DayEvidence, rowsOn } from "../../visits/daily.ts";
import { evidenceOf } from "../../visits/evidence.ts";
import { openSpans } from "../../visits/open-time.ts";

/** Days with both without which nothing is said, and the least spread believed. */
const FEWEST = 20;
const LEAST_SPREAD = 0.1;
/** From a median absolute deviation to a standard one. */
const NORMAL = 1.4826;

/** Log of the second source over the first less its median, in its own (robust) standard deviations; NaN where there is
 *  no second one. */
export function otherSource(
  site: Site,
  evidence: DayEvidence,
  context: VisitContext,
): (day: LocalDate) => number {
  const [first, second] = context.sourcesOf(site);
  if (!first || !second) return () => Number.NaN;
  const logs = new Map(
    daysIn(evidence.days).map((day) => {
      const rows = rowsOn(evidence.rows, site.id, day);
      const spans = openSpans(site, day);
      const [own, other] = [first, second].map(
        (source) => evidenceOf(site, source, rows, spans, context).value * source.calibration,
      );
      const log = rows.length > 0 ? Math.log(((other ?? 0) + 1) / ((own ?? 0) + 1)) : Number.NaN;
      return [day, log] as const;
    }),
  );
  const known = [...logs.values()].filter((log) => !Number.isNaN(log));
  if (known.length < FEWEST) return () => Number.NaN;
  const middle = quantile(known, 0.5);
  const spread = Math.max(
    LEAST_SPREAD,
    NORMAL *
      quantile(
        known.map((log) => Math.abs(log - middle)),
        0.5,
      ),
  );
  return (day) => ((logs.get(day) ?? Number.NaN) - middle) / spread;
}
