/** From rollup rows to what each source says of a part of a day. Pure. */
import type { Site } from "../domain/site.ts";
import { type Instant, type LocalDate, localDate, MINUTE, type Span } from "../domain/time.ts";
import type { VisitContext } from "./context.ts";
import type { Evidence } from "./judge.ts";
import { minutesBefore, minutesWithin } from "./open-time.ts";
import type { ResolvedSource } from "./source.ts";

/** What one feed reported of a part of a day: all of it, and the part inside opening hours. */
export interface EvidenceRow {
  readonly feed: string;
  readonly measure: string;
  readonly value: number;
  readonly open_value: number;
  readonly open_minutes: number;
}

/** What one feed reported of a bucket that starts at `start` and is `minutes` long (0 = facts at one instant). */
export interface QuarterRow {
  readonly feed: string;
  readonly measure: string;
  readonly start: Instant;
  readonly value: number;
  readonly minutes: number;
}

/** End of a bucket: at least a quarter of an hour. */
export function endOf({ start, minutes }: Pick<QuarterRow, "start" | "minutes">): Instant {
  return start + Math.max(minutes, 15) * MINUTE;
}

/** A bucket against opening spans, as the day rollups count it. */
export function againstOpening(row: QuarterRow, spans: readonly Span[]): EvidenceRow {
  const inside = minutesWithin(spans, { from: row.start, to: endOf(row) });
  return {
    feed: row.feed,
    measure: row.measure,
    value: row.value,
    open_value: inside > 0 ? row.value : 0,
    open_minutes: inside,
  };
}

/** True when a row is one of a source's. */
export function isOf(source: ResolvedSource, row: Pick<EvidenceRow, "feed" | "measure">): boolean {
  return row.measure === source.measure && source.feeds.includes(row.feed);
}

/** What a source says of spans of open time. Silence of tickets is a zero from the day of their first sale up to the
 *  feed's watermark; before and after it is no answer. */
export function evidenceOf(
  site: Site,
  source: ResolvedSource,
  rows: readonly EvidenceRow[],
  spans: readonly Span[],
  context: VisitContext,
): Evidence {
  const own = rows.filter((row) => isOf(source, row));
  const open = minutesBefore(spans, Number.POSITIVE_INFINITY);
  if (source.kind === "spans") {
    return {
      source,
      value: sum(own, (row) => row.open_value),
      observedMinutes: Math.min(open, observedBy(begunFeeds(site, source, spans, context), own)),
    };
  }
  const day = spans[0] && localDate(spans[0].from, site.zone);
  const vouched = day !== undefined && countsOn(site, source, day, context);
  return {
    source,
    value: sum(own, (row) => row.value),
    observedMinutes: vouched ? minutesBefore(spans, watermarkOf(source, context)) : 0,
  };
}

/** True from the first day on that a source delivered anything for a site. */
function countsOn(site: Site, source: ResolvedSource, day: LocalDate, context: VisitContext): boolean {
  const first = context.firstDay(site, source);
  return first !== null && first <= day;
}

/** Until when every feed of a source vouches for silence; 0 = nothing. */
export function watermarkOf(source: ResolvedSource, context: VisitContext): Instant {
  return Math.min(...source.feeds.map((feed) => context.watermarks.get(feed) ?? 0));
}

/** Observed minutes of the feed that observed least: one door that tells nothing is a hole in the whole. Rows of
 *  shorter steps add up. */
export function observedBy(
  feeds: readonly string[],
  own: readonly Pick<EvidenceRow, "feed" | "open_minutes">[],
): number {
  if (feeds.length === 0) return 0;
  const minutes = (feed: string) => sum(own, (row) => (row.feed === feed ? row.open_minutes : 0));
  return Math.min(...feeds.map(minutes));
}

/** Feeds of a source that had delivered something for the site by the day of the spans. */
export function begunFeeds(
  site: Site,
  source: ResolvedSource,
  [first]: readonly Span[],
  context: Pick<VisitContext, "firstDay">,
): string[] {
  // The usual case; a feed that had not begun has no rows either.
  if (!first || source.feeds.length === 1) return [...source.feeds];
  const day = localDate(first.from, site.zone);
  return source.feeds.filter((feed) => {
    const from = context.firstDay(site, { ...source, feeds: [feed] });
    return from !== null && from <= day;
  });
}

export function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
