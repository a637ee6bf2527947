/** How fresh a feed is. A feed owes news of open time only: it is late once some open time lies further back than its
 *  allowance and nothing was heard of it, and silent when that has lasted a day longer. Tills and kiosks speak by their
 *  watermark as well, counters and sheets by what they delivered. While a site is closed nothing falls due. */
import type { z } from "zod";
import type { FeedFreshness } from "../contract/sites.ts";
import { isOpenAt, nextOpening } from "../domain/opening.ts";
import type { Feed, Site } from "../domain/site.ts";
import { HOUR, type Instant, QUARTER, toIso } from "../domain/time.ts";
import type { VisitContext } from "../visits/context.ts";
import { TALLY } from "./tally/feed.ts";

export type Freshness = z.output<typeof FeedFreshness>;

/** Last run of one stream; `done_at` 0 = none ended well. */
export interface StreamRun {
  readonly feed: string;
  readonly status: string;
  readonly done_at: Instant;
}

/** The source answered, but not as agreed: nothing comes until somebody looks. */
const FAILED = new Set(["changed", "failed", "held_back"]);
const SILENT_MS = 24 * HOUR;

/** @param site null for a feed of the whole territory, which owes news at all times */
export function freshnessOf(
  feed: Feed,
  site: Site | null,
  context: VisitContext,
  runs: readonly StreamRun[],
): Freshness {
  const own = runs.filter((run) => run.feed === feed.id);
  const done = Math.max(0, ...own.map((run) => run.done_at));
  const last = lastFact(feed, site, context);
  // Nobody has to count by hand: a tally that was never used owes nothing.
  const unused = feed.connector === TALLY && last === null;
  const heard = heardOf(feed, site, context, done);
  return {
    feed: feed.id,
    kind: feed.kind,
    last_at: last === null ? null : toIso(last),
    last_run_at: done > 0 ? toIso(done) : null,
    health: own.some((run) => FAILED.has(run.status))
      ? "failed"
      : unused
        ? "ok"
        : healthOf({ allowanceMs: context.allowanceOf(feed) }, site, heard, context.now),
  };
}

/** Until when a feed has spoken; null = never. @param done end of its last run that ended well, 0 = none */
export function heardOf(feed: Feed, site: Site | null, context: VisitContext, done: Instant): Instant | null {
  const last = lastFact(feed, site, context);
  return site === null && last === null ? done || null : heardUntil(feed, last, context);
}

function lastFact(
  feed: Feed,
  site: Site | null,
  { lastEnds, watermarks, territory, now }: VisitContext,
): Instant | null {
  const sites = site ? [site] : territory.sites;
  const ends = sites.flatMap(({ id }) => lastEnds.get(`${feed.id} ${id}`) ?? []);
  if (ends.length === 0) return null;
  const newest = Math.max(...ends);
  // Visits sold for later today are no news of now: the till has spoken up to its watermark.
  return newest <= now ? newest : Math.min(now, watermarks.get(feed.id) ?? now);
}

/** Counters and sheets say nothing by being silent; of the others the watermark counts too. */
function heardUntil(feed: Feed, last: Instant | null, { watermarks, now }: VisitContext): Instant | null {
  if (feed.kind === "counter" || feed.kind === "manual") return last;
  const vouched = Math.min(now, watermarks.get(feed.id) ?? 0);
  return Math.max(last ?? 0, vouched) || null;
}

/** @param heard until when the feed has spoken; null = never */
export function healthOf(
  feed: Pick<Feed, "allowanceMs">,
  site: Site | null,
  heard: Instant | null,
  now: Instant,
): Freshness["health"] {
  if (heard === null) return "silent";
  const overdue = overdueMs(feed, site, heard, now);
  return overdue === 0 ? "ok" : overdue <= SILENT_MS ? "late" : "silent";
}

/** How long, beyond its allowance, a feed has owed news of open time; 0 = it owes none. */
export function overdueMs(
  { allowanceMs }: Pick<Feed, "allowanceMs">,
  site: Site | null,
  heard: Instant,
  now: Instant,
): number {
  const owed = site === null ? heard : firstOpenAt(site, heard);
  return owed === null ? 0 : Math.max(0, now - owed - allowanceMs);
}

/** First open instant from a quarter of an hour after `at` on (clocks differ); null when none comes. */
function firstOpenAt(site: Site, at: Instant): Instant | null {
  const from = at + QUARTER;
  if (isOpenAt(site, from)) return at;
  return nextOpening(site, from)?.from ?? null;
}

/** The worst of what a site's feeds say of themselves, over the named feeds. */
export function worstHealth(feeds: readonly Freshness[], ids: readonly string[]): Freshness["health"] {
  const order = ["ok", "late", "silent", "failed"] as const;
  return feeds
    .filter(({ feed }) => ids.includes(feed))
    .reduce<Freshness["health"]>(
      (worst, { health }) => (order.indexOf(health) > order.indexOf(worst) ? health : worst),
      "ok",
    );
}
