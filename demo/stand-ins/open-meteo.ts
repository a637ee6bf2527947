/** A stand-in for Open-Meteo's three services over an {@link OpenMeteoState}, as of a clock: `/api` forecasts,
 *  `/archive-api` tells what came, `/previous-runs-api` what was forecast days before. Traps kept: columns instead of
 *  rows, days counted in UTC, rain of the hour before, null for what is not there, an archive that lags, and local
 *  times with one offset for the whole reply. */
import { HOUR, type Instant, isLocalDate, localDate, offsetMinutes } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import {
  archiveValue,
  forecastValue,
  type OpenMeteoState,
  previousValue,
  type Variable,
} from "./open-meteo-state.ts";
import { type Answer, type Handler, ok, write } from "./reply.ts";

export interface OpenMeteoStandInOptions {
  readonly clock: () => Instant;
  /** The one valid `apikey`; undefined = open to all, as the free service is. */
  key?: string;
  readonly faults?: Faults;
}

const DAY_MS = 24 * HOUR;
const UNITS: Readonly<Record<Variable, string>> = { temperature_2m: "°C", precipitation: "mm" };
const COLUMN = /^(temperature_2m|precipitation)(?:_previous_day([1-7]))?$/;

/** The services as a request handler: `/{api}/v1/…`. */
export function createOpenMeteoStandIn(state: OpenMeteoState, options: OpenMeteoStandInOptions): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const now = options.clock();
    const fault = faults.take(request.url ?? "/");
    const url = new URL(request.url ?? "/", "http://stand-in");
    write(request, response, { answer: route(url, state, options, now), fault, now });
  };
}

type Read = (variable: Variable, daysBefore: number, at: Instant) => number | null;

function route(url: URL, state: OpenMeteoState, options: OpenMeteoStandInOptions, now: Instant): Answer {
  const query = url.searchParams;
  if (options.key !== undefined && query.get("apikey") !== options.key)
    return problem(401, "The supplied API key is invalid.");
  if (url.pathname === "/api/v1/forecast") {
    return hourly(query, now, (variable, _, at) => forecastValue(state, variable, at, now));
  }
  if (url.pathname === "/previous-runs-api/v1/forecast") {
    return hourly(query, now, (variable, days, at) => previousValue(state, variable, at, days, now));
  }
  if (url.pathname === "/archive-api/v1/archive") {
    const missing = ["start_date", "end_date"].find((name) => !query.has(name));
    if (missing) return problem(400, `Parameter '${missing}' is required`);
    return hourly(query, now, (variable, _, at) => archiveValue(state, variable, at, now), 0);
  }
  return problem(404, "Not Found");
}

/** @param ahead days after today that may be asked for */
function hourly(query: URLSearchParams, now: Instant, read: Read, ahead = 16): Answer {
  const place = ["latitude", "longitude"].map((name) => Number(query.get(name) ?? Number.NaN));
  const [latitude = Number.NaN, longitude = Number.NaN] = place;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    return problem(400, "Latitude and longitude must be in range");
  const names = (query.get("hourly") ?? "").split(",");
  const strange = names.find((name) => !COLUMN.test(name));
  if (strange !== undefined)
    return problem(400, `Data corrupted at path ''. Cannot initialize from invalid String value ${strange}.`);
  const zone = query.get("timezone") ?? "GMT";
  const days = daysOf(query, localDate(now, zone), ahead);
  if (typeof days === "string") return problem(400, days);
  // One offset for all: where the clock changes inside the span, local times are wrong by an hour.
  const offsetMs = offsetMinutes(now, zone) * 60_000;
  const times = Array.from(
    { length: Math.round((days.to - days.from) / HOUR) },
    (_, i) => days.from - offsetMs + i * HOUR,
  );
  const unix = query.get("timeformat") === "unixtime";
  const columns = names.map((name): [string, (number | null)[]] => {
    const variable = variableOf(name);
    const before = Number(COLUMN.exec(name)?.[2] ?? 0);
    return [name, times.map((at) => read(variable, before, at))];
  });
  return ok({
    latitude: Math.round(latitude * 50) / 50,
    longitude: Math.round(longitude * 50) / 50,
    generationtime_ms: 0.12,
    utc_offset_seconds: offsetMs / 1000,
    timezone: zone,
    timezone_abbreviation: zone,
    elevation: 63,
    hourly_units: {
      time: unix ? "unixtime" : "iso8601",
      ...Object.fromEntries(names.map((name) => [name, UNITS[variableOf(name)]])),
    },
    hourly: {
      time: times.map((at) => (unix ? at / 1000 : new Date(at + offsetMs).toISOString().slice(0, 16))),
      ...Object.fromEntries(columns),
    },
  });
}

function variableOf(name: string): Variable {
  return name.startsWith("precipitation") ? "precipitation" : "temperature_2m";
}

/** Midnights around the days asked for; a text when they cannot be had. */
function daysOf(
  query: URLSearchParams,
  today: string,
  ahead: number,
): { readonly from: number; readonly to: number } | string {
  const first = query.get("start_date");
  const last = query.get("end_date");
  const midnight = Date.parse(today);
  if (first === null && last === null) {
    const past = Number(query.get("past_days") ?? 0);
    const future = Number(query.get("forecast_days") ?? 7);
    if (!(future >= 0 && future <= 16)) return "Forecast days is invalid. Allowed range 0 to 16.";
    if (!(past >= 0 && past <= 92)) return "Past days is invalid. Allowed range 0 to 92.";
    return { from: midnight - past * DAY_MS, to: midnight + future * DAY_MS };
  }
  if (!isLocalDate(first ?? "")) return "Parameter 'start_date' is invalid";
  if (!isLocalDate(last ?? "")) return "Parameter 'end_date' is invalid";
  const from = Date.parse(first ?? "");
  const to = Date.parse(last ?? "") + DAY_MS;
  if (from >= to) return "End-date must be larger or equals than start-date";
  if (to > midnight + (ahead + 1) * DAY_MS) return "Parameter 'end_date' is out of allowed range";
  return { from, to };
}

function problem(status: number, reason: string): Answer {
  return { status, body: { error: true, reason } };
}
