/** An Opendatasoft stand-in with six weeks of hourly counts at two gates, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import {
  createOpendatasoftStandIn,
  type OpendatasoftState,
  type PublishedCount,
} from "../../../../demo/stand-ins/opendatasoft.ts";
import { httpJsonConnector } from "../../../../ingest/connectors/http-json/connector.ts";
import { HOUR } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-09-22T00:00:00Z");
const GATES = ["nord", "sud"];

export interface OpendatasoftSource extends Source {
  readonly state: OpendatasoftState;
}

export async function opendatasoftSource(
  given: { readonly empty?: boolean; readonly cap?: number } = {},
): Promise<OpendatasoftSource> {
  const state: OpendatasoftState = { dataset: "comptage", counts: [] };
  const clock = { now: NOW };
  const faults = new Faults();
  const access = {
    clock: () => clock.now,
    key: "s3cret-key",
    faults,
    ...(given.cap === undefined ? {} : { cap: given.cap }),
  };
  const server = await listen(createOpendatasoftStandIn(state, access));
  const publish = (from: number, to: number) => {
    for (let at = from; at < to; at += HOUR)
      for (const gate of GATES) state.counts.push(reading(gate, at, clock.now));
  };
  if (!given.empty) publish(FIRST, NOW);
  const recent = (hoursBack: number) => state.counts.findIndex(({ at }) => at === NOW - hoursBack * HOUR);
  return {
    connector: httpJsonConnector,
    options: {
      ...{ preset: "opendatasoft", url: server.url, dataset: "comptage", key: "s3cret-key" },
      ...{ count: "sum_counts", gate: "id_compteur", start: "2026-09-01" },
    },
    clock,
    faults,
    state,
    requests: 20,
    tainted: ["@example.org", "alix"],
    expected: () => expected(state, clock.now),
    add() {
      clock.now += 2 * HOUR;
      publish(clock.now - 2 * HOUR, clock.now - HOUR);
    },
    late() {
      clock.now += HOUR;
      // A counter whose line was down: its hours of nine days ago come in, at a gate that was not there.
      state.counts.push(reading("ouest", NOW - 9 * 24 * HOUR, clock.now - 1000));
    },
    cancel() {
      clock.now += 10 * 60_000;
      const corrected = state.counts[recent(30)];
      if (corrected) corrected.count = (corrected.count ?? 0) + 5;
      state.counts.splice(recent(50), 1);
    },
    shift() {
      clock.now += 1000;
      // Published anew without an early row: all later ones stand one place further up.
      state.counts.splice(recent(100 + (state.counts.length % 50)), 1);
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

function expected({ counts }: OpendatasoftState, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { at, count, publishedAt } of counts) {
    if (publishedAt > now || !count) continue;
    const name = totalName({ measure: "entries", at, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
