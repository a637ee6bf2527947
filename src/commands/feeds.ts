/** The feeds of a territory with their connectors bound, and what a pull of them needs. */
import type { Logger } from "pino";
import type { PullContext } from "../../ingest/connector.ts";
import { fenced } from "../../ingest/fence.ts";
import { persistent } from "../../ingest/persist.ts";
import type { BoundFeed } from "../../ingest/pull.ts";
import { openFeed } from "../../ingest/registry.ts";
import type { RunEffects } from "../../ingest/run-options.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { ConfigError, type Fault } from "../domain/errors.ts";
import type { Lease } from "../domain/lease.ts";
import type { Feed, Territory } from "../domain/site.ts";
import type { Instant } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { readQuarantine, readStanding } from "../store/quarantine.ts";
import { createRecordSink } from "../store/record-sink.ts";
import { createStateStore } from "../store/state-store.ts";
import { withWeather } from "../store/weather-sink.ts";
import { placeIn } from "../territory/load.ts";
import { wrong } from "./options.ts";
import type { Service } from "./service.ts";

/** Binds every feed, or those named. @throws ConfigError with the wrong options of all of them at once. */
export function bindFeeds(territory: Territory, ids?: readonly string[]): BoundFeed[] {
  const faults: Fault[] = [];
  const bound = territory.feeds.flatMap((feed, index): BoundFeed[] => {
    if (ids && !ids.includes(feed.id)) return [];
    try {
      return [{ feed, open: openFeed(feed.connector, contextOf(territory, feed), `feeds[${index}]`) }];
    } catch (cause) {
      if (!(cause instanceof ConfigError)) throw cause;
      faults.push(...cause.faults.map((fault) => ({ file: placeIn(territory, fault.path), ...fault })));
      return [];
    }
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return bound;
}

/** The feeds that `--feed` names or all, bound to their connectors. @throws ConfigError naming unknown feeds and wrong options. */
export function chooseFeeds(territory: Territory, ids: readonly string[] | undefined): BoundFeed[] {
  const unknown = ids?.filter((id) => !territory.feeds.some((feed) => feed.id === id)) ?? [];
  if (unknown.length > 0) {
    throw wrong("--feed", unknown.join(", "), `known feeds: ${territory.feeds.map((f) => f.id).join(", ")}`);
  }
  return bindFeeds(territory, ids);
}

function contextOf(territory: Territory, feed: Feed) {
  const zone = territory.sites.find((site) => site.id === feed.site)?.zone ?? territory.zone;
  return {
    id: feed.id,
    site: feed.site ?? "",
    sites: new Set(territory.sites.map((site) => site.id)),
    zone,
    options: withGates(feed),
    baseDir: territory.baseDir,
  };
}

/** Gates that the territory file declares for a file are the file's own gates. */
function withGates(feed: Feed): Readonly<Record<string, unknown>> {
  if (feed.connector !== "file" || feed.gates.length === 0 || "gates" in feed.options) return feed.options;
  return { ...feed.options, gates: Object.fromEntries(feed.gates.map(({ key, site }) => [key, { site }])) };
}

/** Effects of real runs, for each feed under its own lease. */
export function leasedEffects(service: Service): (lease: Lease) => RunEffects {
  const { store, territory, log, now, signal } = service;
  // One sink for all feeds: it recomputes one site-day at a time.
  const sink = withWeather(store, createRecordSink(store, territory.zone, territory.sites));
  const rest = { http: createHttpClient({ signal }), log: feedLog(log), now, signal };
  return (lease) => {
    const held = fenced({ sink, state: createStateStore(store) }, lease);
    return { ...persistent(held.sink, held.state), ...rest, ...quarantineOf(store, now) };
  };
}

/** Rows replayed at once. */
const MOST_HELD = 20_000;
const DAY_MS = 86_400_000;

/** What runs ask about rows set aside. */
export function quarantineOf(store: Store, now: () => Instant): Pick<RunEffects, "standing" | "held"> {
  return {
    standing: (key) => readStanding(store, key),
    held: async (feed) => {
      const span = { from: 0, to: now() + DAY_MS, most: MOST_HELD };
      return (await readQuarantine(store, { feeds: [feed], ...span })).rows;
    },
  };
}

/** The log in the manner of feeds. */
export function feedLog(log: Logger): RunEffects["log"] {
  return {
    info: (message, facts = {}) => log.info(facts, message),
    warn: (message, facts = {}) => log.warn(facts, message),
  };
}

/** Context for asking a feed whether it answers; nothing is stored. */
export function checkContext(log: Logger, now: Instant): PullContext {
  return {
    cursor: null,
    from: undefined,
    until: now,
    now,
    http: createHttpClient({ tries: 1 }),
    log: feedLog(log),
    signal: AbortSignal.timeout(60_000),
  };
}
