/** Open-Meteo's archive over six weeks, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { createOpenMeteoStandIn } from "../../../../demo/stand-ins/open-meteo.ts";
import {
  archiveValue,
  correctArchive,
  createOpenMeteoState,
  type OpenMeteoState,
  type Variable,
} from "../../../../demo/stand-ins/open-meteo-state.ts";
import { httpJsonConnector } from "../../../../ingest/connectors/http-json/connector.ts";
import { HOUR } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-03T10:00:00Z");
const FIRST = Date.parse("2026-09-21T00:00:00Z");

/** Whole tenths that tell variable and hour apart; dry on every third hour. */
const truth = (variable: Variable, at: number) => {
  const hour = at / HOUR;
  return variable === "precipitation" ? (hour % 3 === 0 ? 0 : (hour % 7) / 10) : (hour % 37) - 12.3;
};

export interface ArchiveSource extends Source {
  /** Queries asked so far. */
  readonly queries: URLSearchParams[];
}

export async function archiveSource(given: { readonly empty?: boolean } = {}): Promise<ArchiveSource> {
  let told = given.empty !== true;
  const state = createOpenMeteoState({
    measure: (variable, at) => (told ? truth(variable, at) : null),
    predict: () => null,
  });
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, key: "s3cret-key", faults };
  const handler = createOpenMeteoStandIn(state, access);
  const queries: URLSearchParams[] = [];
  const server = await listen((request, response) => {
    queries.push(new URL(request.url ?? "/", "http://stand-in").searchParams);
    handler(request, response);
  });
  const hole = { variable: "temperature_2m", at: NOW - 9 * DAY } as const;
  correctArchive(state, hole, null, 0);
  return {
    connector: httpJsonConnector,
    options: {
      ...{ preset: "open-meteo-archive", url: `${server.url}/archive-api`, key: "s3cret-key" },
      ...{ latitude: 50.176, longitude: 3.235, start: "2026-09-21" },
    },
    clock,
    faults,
    queries,
    requests: 2,
    tainted: [],
    expected: () => (told ? expected(state, clock.now) : new Map()),
    add() {
      told = true;
      clock.now += 13 * HOUR;
    },
    late() {
      clock.now += DAY;
      correctArchive(state, hole, 31.5, clock.now);
    },
    cancel() {
      clock.now += DAY;
      correctArchive(state, { variable: "precipitation", at: NOW - 8 * DAY }, 4.2, clock.now);
    },
    shift() {
      state.archiveLagMs -= HOUR;
    },
    setExpired: (expired) => {
      access.key = expired ? "another" : "s3cret-key";
    },
    close: server.close,
  };
}

function expected(state: OpenMeteoState, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (let at = FIRST; at < now; at += HOUR) {
    for (const [variable, measure, valid] of [
      ["temperature_2m", "temperature", at],
      ["precipitation", "rain", at - HOUR],
    ] as const) {
      const value = Math.round((archiveValue(state, variable, at, now) ?? 0) * 10);
      if (value !== 0) sums.set(totalName({ measure, at: valid, site: "tank-1917" }), value);
    }
  }
  return new Map([...sums].sort(([a], [b]) => a.localeCompare(b)));
}
