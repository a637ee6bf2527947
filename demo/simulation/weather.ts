/** The Cambrésis' weather, invented: temperature and rain of a day, with the season's course and some memory
 *  from day to day. Each day is drawn by itself from the days just before it, so any day can be asked for. */
import { dayNumber, type LocalDate } from "../../src/domain/time.ts";
import { normal, random } from "./random.ts";

/** `highCelsius` is the day's maximum; `rainMm` falls mostly between 10:00 and 18:00. */
export interface Weather {
  readonly highCelsius: number;
  readonly rainMm: number;
}

/** How a day departs from what is usual, in standard deviations: the weather before it is put into figures. */
export interface Departure {
  readonly warmth: number;
  readonly wetness: number;
}

/** The seasonal mean of the day's maximum: 6 °C in mid January, 24 °C in mid July. */
export function usualHigh(date: LocalDate): number {
  const dayOfYear = (dayNumber(date) - dayNumber(`${date.slice(0, 4)}-01-01`)) / 365.25;
  return 15 - 9 * Math.cos(2 * Math.PI * (dayOfYear - 0.045));
}

/** Departures by day, remembered. */
export function departureOf(seed: string): (date: LocalDate) => Departure {
  const shocks = new Map<number, readonly [number, number]>();
  const shock = (n: number): readonly [number, number] => {
    let pair = shocks.get(n);
    if (!pair) {
      const r = random(`${seed}/weather/${n}`);
      pair = [normal(r), normal(r)];
      shocks.set(n, pair);
    }
    return pair;
  };
  const days = new Map<LocalDate, Departure>();
  return (date) => {
    let departure = days.get(date);
    if (!departure) {
      const n = dayNumber(date);
      let warmth = 0;
      let wetness = 0;
      for (let lag = 0; lag < 12; lag++) {
        const [warm, wet] = shock(n - lag);
        warmth += 0.75 ** lag * warm;
        wetness += 0.5 ** lag * wet;
      }
      // Unit variance: the sums above have variances 1 / (1 − 0.75²) and 1 / (1 − 0.5²).
      departure = { warmth: warmth * Math.sqrt(1 - 0.5625), wetness: wetness * Math.sqrt(1 - 0.25) };
      days.set(date, departure);
    }
    return departure;
  };
}

/** The day's figures. */
export function weatherFrom(date: LocalDate, { warmth, wetness }: Departure): Weather {
  return {
    highCelsius: Math.round((usualHigh(date) + 3.2 * warmth) * 10) / 10,
    // About 45 % of days see rain, a tenth of them more than 10 mm.
    rainMm: wetness < 0.13 ? 0 : Math.round(3.2 * (wetness - 0.13) ** 1.6 * 10 + 1) / 10,
  };
}

/** Weather by day, remembered. */
export function weatherOf(seed: string): (date: LocalDate) => Weather {
  const departure = departureOf(seed);
  const days = new Map<LocalDate, Weather>();
  return (date) => {
    let weather = days.get(date);
    if (!weather) {
      weather = weatherFrom(date, departure(date));
      days.set(date, weather);
    }
    return weather;
  };
}
