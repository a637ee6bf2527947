/** An Eco-Counter stand-in with two weeks of quarter hours, for the common suite. */
import { createEcoCounterStandIn } from "../../../../demo/stand-ins/eco-counter.ts";
import {
  addEcoChannel,
  addEcoSite,
  addReading,
  correctReading,
  createEcoCounterState,
  type EcoChannel,
  readingsAsOf,
} from "../../../../demo/stand-ins/eco-counter-state.ts";
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { ecoCounterConnector } from "../../../../ingest/connectors/eco-counter/connector.ts";
import { HOUR, QUARTER } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
export const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-10-19T22:00:00Z");

export interface EcoSource extends Source {
  readonly into: EcoChannel;
  readonly out: EcoChannel;
}

export async function ecoSource(
  api: "v1" | "v2",
  given: {
    readonly empty?: boolean;
    readonly timestamps?: "naive" | "offset";
    readonly bought?: boolean;
  } = {},
): Promise<EcoSource> {
  const state = createEcoCounterState();
  const site = addEcoSite(state, {
    ...{ id: 100, name: "Place d'Armes", timezone: "Europe/Paris", position: [3.235, 50.176] as const },
    granularity: "PT15M",
  });
  const into = addEcoChannel(site, { id: 101, name: "IN", travelMode: "pedestrian", direction: "in" });
  const out = addEcoChannel(site, { id: 102, name: "OUT", travelMode: "pedestrian", direction: "out" });
  const bike = addEcoChannel(site, { id: 103, name: "Vélos", travelMode: "bike", direction: "undefined" });
  const clock = { now: NOW };
  const faults = new Faults();
  const account = { user: "someone", password: "s3cret-password", secret: "s3cret-basic" };
  const access = {
    clock: () => clock.now,
    key: "s3cret-key",
    account,
    faults,
    timestamps: given.timestamps ?? "offset",
  };
  const server = await listen(createEcoCounterStandIn(state, access));
  if (!given.empty) for (const channel of [into, out, bike]) fill(channel);

  const read = (at: number) => {
    addReading(into, { at, count: 5, uploadedAt: clock.now });
    addReading(out, { at, count: 2, uploadedAt: clock.now });
  };
  /** First quarter after everything read and before the clock. */
  const nextQuarter = () => Math.max((into.readings.at(-1)?.at ?? 0) + QUARTER, NOW - HOUR);
  const account1 = given.bought ? account : { token: "s3cret-key" };
  const v1 = {
    api,
    url: `${server.url}/api/1.0`,
    channels: { "101": "entries", "102": "exits" },
    ...account1,
  };
  const v2 = { api, url: server.url, key: "s3cret-key" };
  return {
    connector: ecoCounterConnector,
    options: { ...(api === "v1" ? v1 : v2), counter: 100, since: "2026-10-20" },
    clock,
    faults,
    into,
    out,
    requests: api === "v1" ? 2 : 15,
    tainted: [],
    expected: () => expected(into, out, clock.now),
    add() {
      clock.now += HOUR;
      read(nextQuarter());
    },
    late() {
      clock.now += HOUR;
      read(NOW - 2 * DAY);
    },
    cancel() {
      clock.now += HOUR;
      correctReading(into, { at: NOW - DAY, count: 77, appliedAt: clock.now });
      correctReading(into, { at: NOW - DAY + QUARTER, count: null, appliedAt: clock.now });
    },
    shift() {
      clock.now += QUARTER;
      read(nextQuarter());
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

/** Quarters uploaded each night; a real zero at night, a hole on each tenth, nothing yet for two hours of 1 November. */
function fill(channel: EcoChannel): void {
  for (let at = FIRST; at < NOW - HOUR; at += QUARTER) {
    const n = Math.round((at - FIRST) / QUARTER);
    if (at >= NOW - 2 * DAY && at < NOW - 2 * DAY + 2 * HOUR) continue;
    const count = n % 10 === 9 ? null : n % 96 < 28 && at < Date.parse("2026-10-24T00:00Z") ? 0 : 1 + (n % 7);
    addReading(channel, { at, count, uploadedAt: at + QUARTER });
  }
}

/** Longhand: every count that is there, holes and zeros aside (a sum of zero has no line). */
function expected(into: EcoChannel, out: EcoChannel, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [channel, measure] of [
    [into, "entries"],
    [out, "exits"],
  ] as const) {
    for (const { at, count } of readingsAsOf(channel, FIRST, now - QUARTER + 1, now)) {
      if (count) sums.set(totalName({ measure, at, site: "tank-1917" }), count);
    }
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
