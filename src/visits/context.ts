/** What every question about visits needs to know first: the time, the sources and how far each feed has been read.
 *  Taken once per question. */
import type { Feed, Site, Territory } from "../domain/site.ts";
import { HOUR, type Instant, type LocalDate } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import { learnedAllowances } from "./cadence.ts";
import { feedArrivals, feedState } from "./queries.ts";
import { type Reach, readReach } from "./reach.ts";
import { type ResolvedSource, resolveSources, serves } from "./source.ts";
import { type Watermarks, watermarksOf } from "./watermark.ts";

export interface VisitContext {
  readonly now: Instant;
  readonly territory: Territory;
  readonly watermarks: Watermarks;
  /** Newest end of a span or fact by `feed site`; absent = nothing yet. */
  readonly lastEnds: ReadonlyMap<string, Instant>;
  /** First day that a source ever delivered for a site: before it silence says nothing. Null = never. */
  firstDay(site: Site, source: ResolvedSource): LocalDate | null;
  /** Source of truth first; empty when no feed is declared. */
  sourcesOf(site: Site): readonly ResolvedSource[];
  /** Silence that is still normal for a feed, ms: as declared, else as learned from its own arrivals. */
  readonly allowanceOf: (feed: Feed) => number;
  /** How long the feeds of a site's source of truth may keep us waiting, and how long after a day or a step they may
   *  still change it, ms. */
  readonly patienceOf: (site: Site) => { readonly allowanceMs: number; readonly settlesMs: number };
  /** Feeds that deliver a site. */
  feedsOf(site: Site): readonly Feed[];
}

/** @param reach where the caller has read it already  @param learned the same of allowances */
export async function readContext(
  store: Store,
  territory: Territory,
  now: Instant,
  reach: Promise<readonly Reach[]> = readReach(store, territory.zone, now),
  learned: Promise<ReadonlyMap<string, number>> = readAllowances(store, territory, now),
): Promise<VisitContext> {
  const [reached, streams, allowances] = await Promise.all([reach, ask(store, feedState, {}), learned]);
  return contextOf(territory, now, reached, streams, allowances);
}

/** Runs further back teach nothing about how often a feed brings something. */
const ARRIVALS_MS = 28 * 24 * HOUR;

/** Normal silences of feeds for which the territory file gives none, by feed, ms. */
export async function readAllowances(
  store: Store,
  { feeds }: Territory,
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const open = feeds.filter(({ allowanceGiven }) => !allowanceGiven);
  if (open.length === 0) return new Map();
  // Of counters and sheets only what they bring is news; tills speak by being asked.
  const polled = open.filter(({ kind }) => kind !== "counter" && kind !== "manual");
  const [ids, asked] = [open, polled].map((list) => list.map(({ id }) => id));
  const from = now - ARRIVALS_MS;
  return learnedAllowances(await ask(store, feedArrivals, { feeds: ids ?? [], polled: asked ?? [], from }));
}

/** The same from what was read. Pure. */
export function contextOf(
  territory: Territory,
  now: Instant,
  reached: readonly Reach[],
  streams: readonly { readonly feed: string; readonly observed_to: Instant }[],
  learned: ReadonlyMap<string, number> = new Map(),
): VisitContext {
  const measures = new Map<string, Map<string, Set<string>>>();
  const lastEnds = new Map<string, Instant>();
  const firstDays = new Map<string, LocalDate>();
  for (const { feed, site, measure, first_day, last_end } of reached) {
    const ofFeed = measures.get(feed) ?? new Map<string, Set<string>>();
    measures.set(feed, ofFeed.set(site, (ofFeed.get(site) ?? new Set()).add(measure)));
    firstDays.set(`${feed} ${site} ${measure}`, first_day);
    // The capacity of a slot is no sign of life.
    if (measure !== "capacity") {
      lastEnds.set(`${feed} ${site}`, Math.max(lastEnds.get(`${feed} ${site}`) ?? 0, last_end));
    }
  }
  const newest = reached.filter(({ measure }) => measure !== "capacity");
  const allowanceOf = ({ id, allowanceMs, allowanceGiven }: Feed) =>
    allowanceGiven ? allowanceMs : Math.max(allowanceMs, learned.get(id) ?? 0);
  const feedsOf = (site: Site) => territory.feeds.filter((feed) => serves(feed, site.id, measures));
  const sourcesOf = onceBySite((site) => resolveSources(site, territory.feeds, measures));
  return {
    now,
    territory,
    watermarks: watermarksOf(streams, newest),
    lastEnds,
    firstDay(site, { feeds, measure }) {
      const days = feeds.flatMap((feed) => firstDays.get(`${feed} ${site.id} ${measure}`) ?? []);
      return days.sort()[0] ?? null;
    },
    allowanceOf,
    patienceOf: onceBySite((site) => {
      const truth = sourcesOf(site)[0]?.feeds ?? [];
      const feeds = feedsOf(site).filter(({ id }) => truth.includes(id));
      return {
        allowanceMs: Math.max(0, ...feeds.map(allowanceOf)),
        settlesMs: Math.max(0, ...feeds.map(({ settlesMs }) => settlesMs)),
      };
    }),
    feedsOf,
    sourcesOf,
  };
}

/** Asked of every day, and the same for all of them. */
function onceBySite<T>(of: (site: Site) => T): (site: Site) => T {
  const known = new Map<string, T>();
  return (site) => {
    const found = known.get(site.id);
    if (found !== undefined) return found;
    const value = of(site);
    known.set(site.id, value);
    return value;
  };
}
