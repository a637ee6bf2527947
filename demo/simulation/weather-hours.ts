/** The hours of a day's weather: warmest at 15:00 and coolest twelve hours away, on a level that slides from one
 *  day's maximum to the next; rain mostly between 10:00 and 18:00, in showers that differ from day to day. */
import { addDays, dayFinder, HOUR, type Instant, type LocalDate, type Zone } from "../../src/domain/time.ts";
import { dayStart } from "./local-days.ts";
import { random } from "./random.ts";
import { usualHigh, type Weather } from "./weather.ts";

/** Hour of the day's maximum. */
const WARMEST = 15;
const TURN = (2 * Math.PI) / 24;

export interface Hours {
  /** °C at an instant, when the days are as `weather` says. */
  readonly celsius: (at: Instant, weather: (date: LocalDate) => Weather) => number;
  /** mm in the hour that begins at an instant. @param sharp 0 = as on an average day, 1 = the day's own showers */
  readonly rainMm: (at: Instant, weather: (date: LocalDate) => Weather, sharp: number) => number;
}

export function hoursOf(seed: string, zone: Zone): Hours {
  const dayOf = dayFinder(zone);
  const showers = new Map<LocalDate, readonly number[]>();
  const hourOf = (at: Instant, day: LocalDate) => (at - dayStart(day, zone)) / HOUR;
  return {
    celsius(at, weather) {
      const day = dayOf(at);
      const sinceWarmest = hourOf(at, day) - WARMEST;
      const here = weather(day).highCelsius;
      const other = weather(addDays(day, sinceWarmest < 0 ? -1 : 1)).highCelsius;
      const level = here + (other - here) * Math.min(0.5, Math.abs(sinceWarmest) / 24);
      const range = 4 + 0.25 * usualHigh(day);
      return level - (range * (1 - Math.cos(TURN * sinceWarmest))) / 2;
    },
    rainMm(at, weather, sharp) {
      const day = dayOf(at);
      const { rainMm } = weather(day);
      if (rainMm === 0) return 0;
      let own = showers.get(day);
      if (!own) {
        own = showersOf(`${seed}/showers/${day}`);
        showers.set(day, own);
      }
      // On a day of 25 hours the last one is dry, on one of 23 it is missing.
      const hour = Math.floor(hourOf(at, day));
      return rainMm * (sharp * (own[hour] ?? 0) + (1 - sharp) * (AVERAGE[hour] ?? 0));
    },
  };
}

/** Share of the day's rain by hour of the day on average. */
const AVERAGE = shares(Array.from({ length: 24 }, (_, hour) => (hour >= 10 && hour < 18 ? 1 : 0.12)));

function showersOf(name: string): number[] {
  const r = random(name);
  return shares(AVERAGE.map((share) => share * (0.02 + r() ** 3)));
}

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
