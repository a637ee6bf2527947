/** Visits of sites by hour of their own clock: what forecasts learn from. Only what the source of truth measured in
 *  full counts; all else is NaN. */
import type { Site } from "../domain/site.ts";
import { type DaySpan, HOUR, type Instant, localDate, startOfDay } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { begunFeeds, observedBy } from "./evidence.ts";
import { minutesBefore } from "./open-time.ts";
import { evidence1h, evidence1hAsOf } from "./queries.ts";
import type { ResolvedSource } from "./source.ts";

/** One hour of one source. */
export interface HourEvidence {
  readonly site: string;
  readonly hour: Instant;
  readonly feed: string;
  readonly measure: string;
  readonly value: number;
  readonly open_value: number;
  readonly open_minutes: number;
}

/** Evidence by site. `asOf`: only what was known before that instant; undefined = all that is known now. */
export async function readHours(
  store: Store,
  context: VisitContext,
  days: DaySpan,
  asOf?: Instant,
): Promise<Map<string, HourEvidence[]>> {
  const { sites, zone } = context.territory;
  const params = {
    sites: sites.map((site) => site.id),
    from: startOfDay(days.from, zone),
    to: Math.min(startOfDay(days.to, zone), asOf ?? context.now),
    tz: zone,
  };
  const rows =
    asOf === undefined
      ? await ask(store, evidence1h, params)
      : await ask(store, evidence1hAsOf, { ...params, asOf });
  return Map.groupBy(rows, (row) => row.site);
}

/** Visits of an hour as measured, NaN when it was closed, is not over, or was not measured in full. */
export function hourVisits(
  site: Site,
  source: ResolvedSource,
  hour: Instant,
  rows: readonly HourEvidence[],
  until: Instant,
  context: Pick<VisitContext, "firstDay">,
): number {
  const open = openMinutesOf(site, hour);
  if (open === 0 || hour + HOUR > until) return Number.NaN;
  const own = rows.filter((row) => row.measure === source.measure && source.feeds.includes(row.feed));
  if (source.kind === "events") return source.calibration * own.reduce((sum, row) => sum + row.value, 0);
  const feeds = begunFeeds(site, source, [{ from: hour, to: hour + HOUR }], context);
  const observed = observedBy(feeds, own);
  // More than an hour in one reading: a daily count cannot be told by hour.
  if (observed < open * 0.98 || observed > 60) return Number.NaN;
  return source.calibration * own.reduce((sum, row) => sum + row.open_value, 0);
}

/** Minutes of opening inside the hour that starts at `hour`. */
function openMinutesOf(site: Site, hour: Instant): number {
  const opening = site.opening.on(localDate(hour, site.zone));
  if (opening.kind === "closed") return 0;
  return minutesBefore(opening.spans, hour + HOUR) - minutesBefore(opening.spans, hour);
}

/** Until when a source is known: the watermark of tickets and scans; counters speak for themselves. */
export function knownUntil(source: ResolvedSource, context: VisitContext, asOf: Instant): Instant {
  if (source.kind === "spans") return asOf;
  return Math.min(asOf, ...source.feeds.map((feed) => context.watermarks.get(feed) ?? 0));
}
