/** Pulls the feeds of a territory into a store as the service does. */
import { pullFeed } from "../../ingest/pull.ts";
import type { RunEffects } from "../../ingest/run-options.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { bindFeeds, quarantineOf } from "../../src/commands/feeds.ts";
import type { FeedRun } from "../../src/domain/sink.ts";
import type { Territory } from "../../src/domain/site.ts";
import type { Instant } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { createStateStore } from "../../src/store/state-store.ts";
import { withWeather } from "../../src/store/weather-sink.ts";

/** Effects over a store with a fixed clock. */
export function effectsAt(store: Store, territory: Territory, now: Instant): RunEffects {
  const signal = new AbortController().signal;
  return {
    sink: withWeather(store, createRecordSink(store, territory.zone, territory.sites)),
    state: createStateStore(store),
    http: createHttpClient({ signal }),
    log: { info() {}, warn() {} },
    now: () => now,
    signal,
    ...quarantineOf(store, () => now),
  };
}

/** One pass over all feeds. */
export async function pullAll(store: Store, territory: Territory, now: Instant): Promise<FeedRun[]> {
  const effects = effectsAt(store, territory, now);
  const runs: FeedRun[] = [];
  for (const bound of bindFeeds(territory)) runs.push(...(await pullFeed(territory, bound, effects)));
  return runs;
}
