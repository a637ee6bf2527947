/** One request for hourly values of a place, always in UTC and as unix times: with local times the service returns
 *  hours that the clock skipped. */
import { z } from "zod";
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { WeatherVariable } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import type { HttpClient } from "../../connector.ts";
import { type Api, apiUrl, type OpenMeteoOptions } from "./options.ts";

/** Names at Open-Meteo and the units that are taken for granted. */
const NAMES: Readonly<Record<WeatherVariable, { readonly name: string; readonly unit: string }>> = {
  temperature: { name: "temperature_2m", unit: "°C" },
  rain: { name: "precipitation", unit: "mm" },
};
export const VARIABLES = ["temperature", "rain"] as const satisfies readonly WeatherVariable[];

const Reply = z.object({
  latitude: z.number(),
  longitude: z.number(),
  hourly_units: z.record(z.string(), z.string()).default({}),
  hourly: z.looseObject({ time: z.array(z.number()) }),
});
const Column = z.array(z.number().nullable());

/** One variable as forecast `daysBefore` days before each hour (0 = the newest), in the service's own units. */
export interface HourlyColumn {
  readonly variable: WeatherVariable;
  readonly daysBefore: number;
  /** One per time; null = no value. */
  readonly values: readonly (number | null)[];
}

export interface Hourly {
  readonly latitude: number;
  readonly longitude: number;
  /** As the service stamps them: rain is that of the hour before. */
  readonly times: readonly Instant[];
  readonly columns: readonly HourlyColumn[];
}

/** Asks for both variables. @param daysBefore which earlier forecasts; [0] = the newest alone
 *  @throws FeedChanged when the reply has another shape or other units */
export async function readHourly(
  options: OpenMeteoOptions,
  http: HttpClient,
  api: Api,
  span: Readonly<Record<string, string>>,
  daysBefore: readonly number[] = [0],
): Promise<Hourly> {
  const wanted = VARIABLES.flatMap((variable) =>
    daysBefore.map((days) => ({ variable, days, name: nameOf(variable, days) })),
  );
  const [longitude, latitude] = options.position;
  const query = new URLSearchParams({
    latitude: String(latitude),
    longitude: String(longitude),
    hourly: wanted.map(({ name }) => name).join(","),
    timeformat: "unixtime",
    ...span,
    ...(options.key === undefined ? {} : { apikey: options.key }),
  });
  const path = api === "archive-api" ? "/v1/archive" : "/v1/forecast";
  const { body } = await http.json({ url: `${apiUrl(options, api)}${path}?${query}` });
  const reply = Reply.safeParse(body);
  if (!reply.success) throw new FeedChanged("invalid reply: Open-Meteo's hourly values have another shape");
  const { hourly, hourly_units: units } = reply.data;
  return {
    latitude: reply.data.latitude,
    longitude: reply.data.longitude,
    times: hourly.time.map((seconds) => seconds * 1000),
    columns: wanted.map(({ variable, days, name }) => {
      const unit = units[name];
      if (unit !== undefined && unit !== NAMES[variable].unit) {
        throw new FeedChanged(`invalid unit: ${name} in ${unit} (${NAMES[variable].unit} is expected)`);
      }
      return { variable, daysBefore: days, values: columnOf(hourly, name) };
    }),
  };
}

function nameOf(variable: WeatherVariable, days: number): string {
  return days === 0 ? NAMES[variable].name : `${NAMES[variable].name}_previous_day${days}`;
}

function columnOf(hourly: z.output<typeof Reply>["hourly"], name: string): (number | null)[] {
  const column = Column.safeParse(hourly[name]);
  if (!column.success || column.data.length !== hourly.time.length) {
    throw new FeedChanged(`invalid reply: no whole column ${name} from Open-Meteo`);
  }
  return column.data;
}
