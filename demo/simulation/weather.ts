/** The Cambrésis' weather, invented: temperature and rain of a day, with the season's course and some memory
 *  from day to day. Each day is drawn by itself from the days just before it, so any day can be asked for. */
import { dayNumber, type LocalDate } from "../../src/domain/time.ts";
import { normal, random } from "./random.ts";

/** `highCelsius` is the day's maximum; `rainMm` falls mostly between 10:00 and 18:00. */
export interface Weather {
  readonly highCelsius: number;
  readonly rainMm: number;
}

/** The seasonal mean of the day's maximum: 6 °C in mid January, 24 °C in mid July. */
export function usualHigh(date: LocalDate): number {
  const dayOfYear = (dayNumber(date) - dayNumber(`${date.slice(0, 4)}-01-01`)) / 365.25;
  return 15 - 9 * Math.cos(2 * Math.PI * (dayOfYear - 0.045));
}

/** Weather by day, remembered. */
export function weatherOf(seed: string): (date: LocalDate) => Weather {
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
  const days = new Map<LocalDate, Weather>();
  return (date) => {
    let weather = days.get(date);
    if (!weather) {
      const n = dayNumber(date);
      let warmth = 0;
      let wetness = 0;
      for (let lag = 0; lag < 12; lag++) {
        const [warm, wet] = shock(n - lag);
        warmth += 0.75 ** lag * warm;
        wetness += 0.5 ** lag * wet;
      }
      // Unit variance: the sums above have variances 1 / (1 − 0.75²) and 1 / (1 − 0.5²).
      const level = wetness * Math.sqrt(1 - 0.25);
      weather = {
        highCelsius: Math.round((usualHigh(date) + 3.2 * warmth * Math.sqrt(1 - 0.5625)) * 10) / 10,
        // About 45 % of days see rain, a tenth of them more than 10 mm.
        rainMm: level < 0.13 ? 0 : Math.round(3.2 * (level - 0.13) ** 1.6 * 10 + 1) / 10,
      };
      days.set(date, weather);
    }
    return weather;
  };
}
