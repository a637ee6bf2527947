/** From which rollups a site's visits come: the declared source of truth and its stand-ins, resolved to feeds and
 *  measures. Sources are never added up: the first that covers a span speaks for it. */
import type { Measure } from "../domain/record.ts";
import type { Feed, FeedKind, Site, VisitSource } from "../domain/site.ts";

/** One resolved source. */
export interface ResolvedSource {
  readonly feeds: readonly string[];
  readonly measure: Measure;
  /** Visits per unit of the measure. */
  readonly calibration: number;
  /** `spans`: absence of a row means not observed (counters, hand counts). `events`: absence before the feed's
   *  watermark means nobody came (tickets, scans). */
  readonly kind: "spans" | "events";
}

/** Which measures each feed has ever delivered, by feed and site, from the rollups. */
export type DeliveredMeasures = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

const KIND: Record<VisitSource, FeedKind> = {
  tickets: "ticketing",
  admissions: "ticketing",
  counter: "counter",
  manual: "manual",
};

/** Source of truth first, then its stand-ins. A source without a feed is left out. */
export function resolveSources(
  site: Site,
  feeds: readonly Feed[],
  delivered: DeliveredMeasures,
): ResolvedSource[] {
  return [site.visits, ...site.visits.otherwise].flatMap(({ source, calibration }) => {
    const own = feeds
      .filter((feed) => feed.kind === KIND[source] && serves(feed, site.id, delivered))
      .map((feed) => feed.id);
    if (own.length === 0) return [];
    const measure = measureOf(source, own, site.id, delivered);
    const kind: ResolvedSource["kind"] = source === "counter" || source === "manual" ? "spans" : "events";
    return [{ feeds: own, measure, calibration, kind }];
  });
}

/** True when a feed counts people of a site: its own, one of its gates', or one that its rows have named. */
export function serves(feed: Feed, site: string, delivered: DeliveredMeasures): boolean {
  if (feed.site === site || feed.gates.some((gate) => gate.site === site)) return true;
  return delivered.get(feed.id)?.has(site) ?? false;
}

/** `tickets` means scans where the till scans, else net tickets by slot. */
function measureOf(
  source: VisitSource,
  feeds: readonly string[],
  site: string,
  delivered: DeliveredMeasures,
): Measure {
  if (source === "counter") return "entries";
  if (source === "manual") return "manual";
  if (source === "admissions") return "admissions";
  return feeds.some((feed) => delivered.get(feed)?.get(site)?.has("admissions")) ? "admissions" : "tickets";
}
