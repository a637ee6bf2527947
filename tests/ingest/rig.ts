/** A connector beside a stand-in of its source, with a clock, a store in memory and recorded waits. */
import type { Faults } from "../../demo/stand-ins/faults.ts";
import type { Connector, OpenFeed } from "../../ingest/connector.ts";
import { carryOut, planReplay, type Replayed } from "../../ingest/quarantine/replay.ts";
import type { StoredRow } from "../../ingest/quarantine/stored-row.ts";
import { runStream } from "../../ingest/runner.ts";
import type { Effects } from "../../ingest/transport/effects.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { createRateLimiter } from "../../ingest/transport/rate-limit.ts";
import { rowDigest, rowId } from "../../src/domain/quarantine.ts";
import type { FeedRun } from "../../src/domain/sink.ts";
import { createMemorySink, createMemoryState } from "../support/memory-sink.ts";

/** What a connector's own test file provides for the common suite. */
export interface Source {
  readonly connector: Connector;
  readonly options: unknown;
  /** The clock of the source and of the service. */
  readonly clock: { now: number };
  readonly faults: Faults;
  /** What the store must hold, by {@link totalName}, worked out from the source's state without the connector. */
  expected(): Map<string, number>;
  /** New facts; the clock goes on. */
  add(): void | Promise<void>;
  /** A fact about the past that only now becomes known. */
  late(): void | Promise<void>;
  /** Facts are taken back or corrected. */
  cancel(): void | Promise<void>;
  /** A change that moves rows between pages while a scan is under way. */
  shift(): void;
  /** The credentials stop to work, or work again. */
  setExpired(expired: boolean): void | Promise<void>;
  /** True when the source's times are local and in no order: the doubled hour's passes then count on the first. */
  readonly naive?: boolean;
  /** For a source that sends by itself: what it sends when a pull would be due. */
  readonly deliver?: (store: Pick<Rig, "sink" | "state">) => Promise<FeedRun>;
  /** A first pull makes at least so many requests. */
  readonly requests: number;
  /** Personal data that the source sends. */
  readonly tainted: readonly string[];
  close(): Promise<void>;
}

export interface Rig {
  readonly sink: ReturnType<typeof createMemorySink>;
  readonly state: ReturnType<typeof createMemoryState>;
  /** Waits that the transport asked for, ms. */
  readonly waits: number[];
  readonly feed: OpenFeed;
  /** Runs so far. */
  readonly runs: FeedRun[];
  /** One run of every stream. @param options.sites that are known; default those of the source */
  pull(options?: { from?: number; until?: number; sites?: ReadonlySet<string> }): Promise<FeedRun[]>;
  /** Reads what was set aside again as it stands, under the sites of the source. */
  replay(): Promise<readonly Replayed[]>;
}

/** Effects whose sleep only records and moves the transport's clock. */
export function recordingEffects(waits: number[], fetcher: typeof fetch = globalThis.fetch): Effects {
  let at = 0;
  return {
    fetch: fetcher,
    sleep: async (ms) => {
      waits.push(ms);
      at += ms;
    },
    now: () => at,
    random: () => 0.5,
  };
}

/** @param fetcher where requests go to the source by another way */
export function createRig(
  source: Pick<Source, "connector" | "options" | "clock" | "deliver">,
  fetcher?: typeof fetch,
): Rig {
  const sink = createMemorySink();
  const state = createMemoryState();
  const waits: number[] = [];
  const all: FeedRun[] = [];
  const sites = new Set(["tank-1917", "moulin"]);
  const feed = source.connector.open({
    id: "feed",
    site: "tank-1917",
    sites,
    zone: "Europe/Paris",
    options: source.options,
    baseDir: "/",
  });
  return {
    sink,
    state,
    waits,
    feed,
    runs: all,
    async pull(options = {}) {
      const effects = recordingEffects(waits, fetcher);
      const http = createHttpClient({ effects, limiter: createRateLimiter(() => null, effects) });
      const signal = new AbortController().signal;
      const log = { info: () => undefined, warn: () => undefined };
      const runs: FeedRun[] = [];
      if (source.deliver) runs.push(await source.deliver({ sink, state }));
      for (const stream of feed.streams) {
        runs.push(
          await runStream(
            { feed: "feed", stream, sites, ...options },
            { sink, state, http, log, now: () => source.clock.now, signal },
          ),
        );
      }
      all.push(...runs);
      return runs;
    },
    async replay() {
      const rows = sink.batches.flatMap(({ feed: id, stream, run, now, rejections }) =>
        rejections.map((aside): StoredRow => {
          const { reason, position, field = "", detail, row = null } = aside;
          const names = {
            feed: id,
            stream,
            id: rowId({ feed: id, stream }, aside),
            digest: rowDigest(aside),
          };
          return { ...names, reason, position, field, detail, row, run, seen: now, standing: null };
        }),
      );
      const rules = [{ correction: { where: {} }, by: "person" as const }];
      const asked = { feed, rows, rules, sites, now: source.clock.now };
      const plan = await planReplay(asked, state);
      await carryOut(plan, asked, sink);
      return plan;
    },
  };
}
