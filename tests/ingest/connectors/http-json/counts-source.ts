/** A stand-in of a source of counts with six weeks of hours, for the common suite. */
import type { CountsState, PublishedCount } from "../../../../demo/stand-ins/counts-state.ts";
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import type { Handler } from "../../../../demo/stand-ins/reply.ts";
import { httpJsonConnector } from "../../../../ingest/connectors/http-json/connector.ts";
import type { Measure } from "../../../../src/domain/record.ts";
import { HOUR } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-09-21T22:00:00Z");
const FIRST_PASS = Date.parse("2026-10-25T00:00:00Z");

export interface CountsSource extends Source {
  readonly state: CountsState;
}

interface Access {
  readonly clock: () => number;
  key: string;
  readonly faults: Faults;
}

export interface CountsService {
  readonly standIn: (state: CountsState, access: Access) => Handler;
  /** Options of the feed. */
  readonly options: (url: string) => object;
  readonly gates: readonly string[];
  readonly measure: Measure;
  /** A first pull makes at least so many requests. */
  readonly requests: number;
  /** The source counts both passes of the doubled hour as one. */
  readonly merged?: boolean;
}

export async function countsSource(
  service: CountsService,
  given: { readonly empty?: boolean } = {},
): Promise<CountsSource> {
  const { gates } = service;
  const state: CountsState = { counts: [] };
  const clock = { now: NOW };
  const faults = new Faults();
  const access: Access = { clock: () => clock.now, key: "s3cret-key", faults };
  const server = await listen(service.standIn(state, access));
  const publish = (from: number, to: number) => {
    for (let at = from; at < to; at += HOUR)
      for (const gate of gates) state.counts.push(reading(gate, at, clock.now));
  };
  const indexOf = (hoursBack: number) => state.counts.findIndex(({ at }) => at === NOW - hoursBack * HOUR);
  const removeAt = (hoursBack: number) => state.counts.splice(indexOf(hoursBack), 1);
  if (!given.empty) {
    publish(FIRST, NOW);
    // Its line was down: this hour comes in later.
    removeAt(40);
  }
  return {
    connector: httpJsonConnector,
    options: service.options(server.url),
    clock,
    faults,
    state,
    requests: service.requests,
    ...(service.merged ? { naive: true } : {}),
    tainted: ["@example.org", "alix"],
    expected: () => expected(state, service, clock.now),
    add() {
      clock.now += 2 * HOUR;
      publish(clock.now - 2 * HOUR, clock.now - HOUR);
    },
    late() {
      clock.now += HOUR;
      state.counts.push(reading(gates[0] ?? "", NOW - 40 * HOUR, clock.now - 1000));
    },
    cancel() {
      clock.now += 10 * 60_000;
      const corrected = state.counts[indexOf(30)];
      if (corrected) corrected.count = (corrected.count ?? 0) + 5;
      removeAt(35);
    },
    shift() {
      clock.now += 1000;
      // Without an early row, all later ones stand one place further up.
      removeAt(20 + (state.counts.length % 10));
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

/** Tells gate and hour apart; holes and zeros among them. */
function reading(gate: string, at: number, publishedAt: number): PublishedCount {
  const n = (at / HOUR) % 41;
  return { gate, at, count: n === 7 ? null : Math.max(0, n - 5), publishedAt };
}

function expected({ counts }: CountsState, service: CountsService, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { at, count, publishedAt } of counts) {
    if (publishedAt > now || !count) continue;
    const told = service.merged && at === FIRST_PASS + HOUR ? FIRST_PASS : at;
    const name = totalName({ measure: service.measure, at: told, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
