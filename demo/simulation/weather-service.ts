/** Fills the weather service's stand-in from the simulation: its runs say what was to be expected, its archive what
 *  came and moved the visitors. */
import { HOUR, type Instant, type LocalDate } from "../../src/domain/time.ts";
import { createOpenMeteoState, type OpenMeteoState, type Variable } from "../stand-ins/open-meteo-state.ts";
import { dayStart } from "./local-days.ts";
import type { Weather } from "./weather.ts";
import { forecastOf } from "./weather-forecast.ts";
import { hoursOf } from "./weather-hours.ts";
import type { World } from "./world.ts";

const DAY_MS = 24 * HOUR;
/** Lead in days at which a forecast has forgotten two thirds of when in the day it will rain. */
const TIMING_DAYS = 1.5;

export function weatherService(world: World): OpenMeteoState {
  const { zone } = world.territory;
  const hours = hoursOf(world.seed, zone);
  const forecast = forecastOf(world.seed);
  /** What one run says of each day. */
  const saying = (run: Instant) => (date: LocalDate) => {
    const noon = dayStart(date, zone) + DAY_MS / 2;
    return forecast(date, (noon - run) / DAY_MS);
  };
  const value = (variable: Variable, at: Instant, weather: (date: LocalDate) => Weather, sharp: number) =>
    variable === "temperature_2m"
      ? hours.celsius(at, weather)
      : // The service stamps rain with the end of its hour.
        hours.rainMm(at - HOUR, weather, sharp);
  return createOpenMeteoState({
    measure: (variable, at) => value(variable, at, world.weather, 1),
    predict: (variable, at, run) =>
      value(variable, at, saying(run), Math.exp(-Math.max(0, at - run) / DAY_MS / TIMING_DAYS)),
  });
}
