/** The day that goes on. Nothing is missing before it is due: while the source of truth has spoken of all open time
 *  but the last half hour, its word is the count so far; after that, the silent open time counts as not measured. */
import type { Site } from "../domain/site.ts";
import { HOUR, type Instant, type LocalDate, type Span } from "../domain/time.ts";
import type { VisitContext } from "./context.ts";
import type { DayVisits } from "./day-visits.ts";
import { againstOpening, endOf, evidenceOf, isOf, type QuarterRow, watermarkOf } from "./evidence.ts";
import { type Evidence, type Judged, judge, round } from "./judge.ts";
import { cutBefore, minutesBefore, openSpans, without } from "./open-time.ts";
import type { ResolvedSource } from "./source.ts";

/** Quarter hours are sent after they end and tills are asked every few minutes: this much silence is no delay. */
const FRESH_MINUTES = 30;

/** The running day, and what the board says about it. */
export interface RunningDay extends DayVisits {
  /** Until when the source of truth has spoken; null = never. */
  readonly knownTo: Instant | null;
  /** True when all open time but the last half hour is spoken of. */
  readonly fresh: boolean;
}

/** @param rows quarter hours of the day so far */
export function judgeRunning(
  site: Site,
  day: LocalDate,
  rows: readonly QuarterRow[],
  context: VisitContext,
): RunningDay {
  const { now } = context;
  const spans = openSpans(site, day);
  const sources = context.sourcesOf(site);
  const knownTo = knownUntilNow(site, sources[0], context);
  const silent = minutesBefore(spans, now) - minutesBefore(spans, Math.min(now, knownTo ?? 0));
  const fresh = knownTo !== null && silent <= FRESH_MINUTES;
  const due = cutBefore(spans, fresh ? Math.min(now, knownTo) : now);
  const dueMinutes = minutesBefore(due, now);
  const openMinutes = minutesBefore(spans, Number.POSITIVE_INFINITY);
  const past = rows.filter(({ start }) => start < now).map((row) => againstOpening(row, due));
  const evidence = sources.map((source) => evidenceOf(site, source, past, due, context));
  const judged =
    dueMinutes === 0 && openMinutes > 0 ? notBegun(evidence[0], knownTo) : judge(evidence, dueMinutes, false);
  return {
    site: site.id,
    day,
    openMinutes,
    dueMinutes,
    pending: openMinutes > 0,
    provisional: openMinutes > 0,
    knownTo,
    fresh,
    ...judged,
  };
}

/** An open day of which nothing is due yet: nobody has come, or those whom tickets let in early. */
function notBegun(truth: Evidence | undefined, knownTo: Instant | null): Judged {
  if (!truth || knownTo === null) return { visits: null, state: "missing", coverage: null, estimated: 0 };
  const visits = truth.source.kind === "events" ? round(truth.value * truth.source.calibration) : 0;
  return { visits, state: "measured", coverage: null, estimated: 0 };
}

/** Until when a source has spoken for a site: the watermark of tickets and scans, the newest span of a counter. */
export function knownUntilNow(
  site: Site,
  source: ResolvedSource | undefined,
  context: VisitContext,
): Instant | null {
  if (!source) return null;
  if (source.kind === "events") return Math.min(context.now, watermarkOf(source, context)) || null;
  const ends = source.feeds.flatMap((feed) => context.lastEnds.get(`${feed} ${site.id}`) ?? []);
  return ends.length > 0 ? Math.min(context.now, Math.max(...ends)) : null;
}

/** Open time before `until` that the source of truth did not observe, in order. */
export function missingSpans(
  site: Site,
  day: LocalDate,
  rows: readonly QuarterRow[],
  context: VisitContext,
  until: Instant,
): Span[] {
  const open = cutBefore(openSpans(site, day), until);
  const [source] = context.sourcesOf(site);
  if (!source) return open;
  const taken =
    source.kind === "events"
      ? [{ from: Number.NEGATIVE_INFINITY, to: watermarkOf(source, context) }]
      : rows.filter((row) => isOf(source, row)).map((row) => ({ from: row.start, to: endOf(row) }));
  // A minute here and there is a clock that runs late, not a gap.
  return without(open, taken).filter(({ from, to }) => to - from > HOUR / 12);
}
