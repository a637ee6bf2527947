/** An Open-Meteo stand-in with six weeks of weather, for the common suite. */
import { Faults } from "../../../../demo/stand-ins/faults.ts";
import { listen } from "../../../../demo/stand-ins/listen.ts";
import { createOpenMeteoStandIn } from "../../../../demo/stand-ins/open-meteo.ts";
import {
  archiveValue,
  correctArchive,
  createOpenMeteoState,
  forecastValue,
  type OpenMeteoState,
  previousValue,
  type Variable,
} from "../../../../demo/stand-ins/open-meteo-state.ts";
import { openMeteoConnector } from "../../../../ingest/connectors/open-meteo/connector.ts";
import { HOUR } from "../../../../src/domain/time.ts";
import { totalName } from "../../../support/memory-sink.ts";
import type { Source } from "../../rig.ts";

const DAY = 24 * HOUR;
export const NOW = Date.parse("2026-11-03T10:00:00Z");
/** Start of the first day read, in Paris. */
const FIRST = Date.parse("2026-09-20T22:00:00Z");

export interface WeatherSource extends Source {
  readonly state: OpenMeteoState;
  /** Instants at which the newest forecast was handed out. */
  readonly served: ReadonlySet<number>;
}

/** Whole tenths that tell variable, hour and run apart; rain is dry on every third hour. */
const truth = (variable: Variable, at: number) => {
  const hour = at / HOUR;
  return variable === "precipitation" ? (hour % 3 === 0 ? 0 : (hour % 7) / 10) : (hour % 37) - 12.3;
};

export async function weatherSource(given: { readonly empty?: boolean } = {}): Promise<WeatherSource> {
  let told = given.empty !== true;
  const state = createOpenMeteoState({
    measure: (variable, at) => (told ? truth(variable, at) : null),
    predict: (variable, at, run) => (told ? truth(variable, at) + ((at - run) / DAY) * 0.5 : null),
  });
  const clock = { now: NOW };
  const faults = new Faults();
  const access = { clock: () => clock.now, key: "s3cret-key", faults };
  const handler = createOpenMeteoStandIn(state, access);
  const served = new Set<number>();
  const server = await listen((request, response) => {
    if (told && access.key === "s3cret-key" && request.url?.startsWith("/api/")) served.add(clock.now);
    handler(request, response);
  });
  const at = (daysBack: number) => NOW - daysBack * DAY;
  const hole = { variable: "temperature_2m", at: at(9) } as const;
  correctArchive(state, hole, null, 0);
  return {
    connector: openMeteoConnector,
    options: {
      position: [3.22, 50.12],
      url: `${server.url}/{api}`,
      key: "s3cret-key",
      since: "2026-09-21",
    },
    clock,
    faults,
    state,
    served,
    requests: 5,
    tainted: [],
    expected: () => (told ? expected(state, served, clock.now) : new Map()),
    add() {
      told = true;
      clock.now += 13 * HOUR;
    },
    late() {
      // What the archive had left out comes in.
      clock.now += DAY;
      correctArchive(state, hole, 31.5, clock.now);
    },
    cancel() {
      clock.now += DAY;
      correctArchive(state, { variable: "precipitation", at: at(8) }, 4.2, clock.now);
      correctArchive(state, { variable: "temperature_2m", at: at(8) }, 12.1, clock.now);
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

/** Longhand: every issue of every hour, added up by hour. Earlier forecasts until the last day that is out, one issue
 *  a day; the newest forecasts as they were handed out; what came. */
function expected(state: OpenMeteoState, served: ReadonlySet<number>, now: number): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (variable: Variable, at: number, value: number | null) => {
    if (value === null) return;
    const measure = variable === "precipitation" ? "rain" : "temperature";
    const valid = variable === "precipitation" ? at - HOUR : at;
    const name = totalName({ measure, at: valid, site: "tank-1917" });
    sums.set(name, (sums.get(name) ?? 0) + Math.round(value * 10));
  };
  const filled = Math.min(...served);
  for (const variable of ["temperature_2m", "precipitation"] as const) {
    const lag = variable === "precipitation" ? HOUR : 0;
    for (let at = FIRST + lag; at < now + 8 * DAY; at += HOUR) {
      for (let days = 1; days <= 7; days++) {
        if (dayStart(at - lag, 1 - days) + 5 * HOUR < filled && at - lag < dayStart(filled, 7))
          add(variable, at, previousValue(state, variable, at, days, filled));
      }
      if (at - lag < dayStart(now, 0)) add(variable, at, archiveValue(state, variable, at, now));
    }
    for (const time of served) {
      const midnight = Math.floor(time / DAY) * DAY;
      for (let at = midnight; at < midnight + 8 * DAY; at += HOUR)
        add(variable, at, forecastValue(state, variable, at, time));
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a.localeCompare(b)));
}

/** Midnight in Paris of the day of an instant, some days on; summer time until 25 October 01:00Z. */
function dayStart(at: number, days: number): number {
  const offset = (t: number) => (t < Date.parse("2026-10-25T01:00:00Z") ? 2 : 1) * HOUR;
  const day = Math.floor((at + offset(at)) / DAY) + days;
  const summer = day * DAY - 2 * HOUR;
  return summer < Date.parse("2026-10-25T01:00:00Z") ? summer : summer + HOUR;
}
