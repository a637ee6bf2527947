/** Resource `health`: store, feeds, last run and age of the forecasts. Never throws: it says what is wrong. */
import type { ViewReply } from "../api/views.ts";
import { HOUR, type Instant, toIso } from "../domain/time.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "../visits/context.ts";
import { feedRunLast } from "../visits/queries.ts";
import type { ViewDeps } from "./deps.ts";
import { type Freshness, freshnessOf, worstHealth } from "./freshness.ts";
import { engineVersion, forecastAge } from "./queries.ts";
import { RUNS_MS } from "./sites.ts";

/** What the service knows of itself. */
export interface ServiceFacts {
  readonly version: string;
  readonly store: "embedded" | "server";
}

/** Forecasts are issued every hour; older than this, something is wrong. */
const STALE_MS = 3 * HOUR;

export async function healthView(deps: ViewDeps, facts: ServiceFacts): Promise<ViewReply<"health">> {
  const now = deps.now();
  try {
    return await reachable(deps, facts, now);
  } catch {
    return {
      status: "down",
      now: toIso(now),
      version: facts.version,
      store: { reachable: false, kind: facts.store, version: null },
      data_version: "",
      feeds: [],
      last_run: null,
      forecast: { issued_at: null, age_minutes: null },
    };
  }
}

async function reachable(deps: ViewDeps, facts: ServiceFacts, now: Instant): Promise<ViewReply<"health">> {
  const [context, version, runs, [engine], [forecast]] = await Promise.all([
    deps.context(now),
    deps.version(),
    ask(deps.store, feedRunLast, { from: now - RUNS_MS }),
    ask(deps.store, engineVersion, {}),
    ask(deps.store, forecastAge, { asOf: now }),
  ]);
  const feeds = deps.territory.feeds.map((feed) => worstOf(feed, context, runs));
  const last = runs.reduce<(typeof runs)[number] | undefined>(
    (newest, run) => (newest && newest.ended_at >= run.ended_at ? newest : run),
    undefined,
  );
  const issued = forecast && forecast.issued_at > 0 ? forecast.issued_at : null;
  const stale = issued === null || now - issued > STALE_MS;
  const empty = context.lastEnds.size === 0;
  return {
    status: empty ? "starting" : stale || feeds.some((feed) => feed.health !== "ok") ? "degraded" : "ok",
    now: toIso(now),
    version: facts.version,
    store: { reachable: true, kind: facts.store, version: engine?.version ?? null },
    data_version: version,
    feeds,
    last_run: last
      ? { job: `${last.feed}/${last.stream}`, ended_at: toIso(last.ended_at), status: last.status }
      : null,
    forecast: {
      issued_at: issued === null ? null : toIso(issued),
      age_minutes: issued === null ? null : Math.max(0, Math.floor((now - issued) / 60_000)),
    },
  };
}

/** One line per feed: its worst over the sites that it delivers. */
function worstOf(
  feed: ViewDeps["territory"]["feeds"][number],
  context: VisitContext,
  runs: Parameters<typeof freshnessOf>[3],
): Freshness {
  const sites = context.territory.sites.filter((site) => context.feedsOf(site).includes(feed));
  const lines = sites.map((site) => freshnessOf(feed, site, context, runs));
  const all = freshnessOf(feed, null, context, runs);
  return lines.length === 0 ? all : { ...all, health: worstHealth(lines, [feed.id]) };
}
