/** What the forecasters say of a day before it comes: right in the mean, wrong by more the earlier they say it, and
 *  for a far day hardly more than what is usual. Each day's error grows step by step backwards from the day, so that
 *  two forecasts shortly after one another agree. */
import { dayNumber, type LocalDate } from "../../src/domain/time.ts";
import { normal, random } from "./random.ts";
import { type Departure, departureOf, type Weather, weatherFrom } from "./weather.ts";

/** Forecasts are told apart by quarters of a day. */
const STEPS_PER_DAY = 4;
const MOST_STEPS = 17 * STEPS_PER_DAY;
/** Lead in days at which a forecast still explains a third (1/e) of what departs from the usual. */
const REACH = { warmth: 6.3, wetness: 4.5 };

/** @param lead days from the forecast to the day's noon; below 0 counts as 0 */
export function forecastOf(seed: string): (date: LocalDate, lead: number) => Weather {
  const departure = departureOf(seed);
  const errors = new Map<number, readonly Departure[]>();
  const known = new Map<number, Weather>();
  return (date, lead) => {
    const n = dayNumber(date);
    const step = Math.min(MOST_STEPS, Math.max(0, Math.round(lead * STEPS_PER_DAY)));
    const key = n * (MOST_STEPS + 1) + step;
    let weather = known.get(key);
    if (!weather) {
      let walk = errors.get(n);
      if (!walk) {
        walk = errorWalk(`${seed}/forecast/${n}`);
        errors.set(n, walk);
      }
      weather = weatherFrom(date, blurred(departure(date), walk[step], step / STEPS_PER_DAY));
      known.set(key, weather);
    }
    return weather;
  };
}

/** Skill s at a lead: s × what comes + √(s(1−s)) × error. Then the forecast is what is to be expected: on days with
 *  the same forecast, what comes is that forecast on average. */
function blurred(comes: Departure, error: Departure | undefined, lead: number): Departure {
  const one = (name: keyof Departure) => {
    const skill = Math.exp(-((lead / REACH[name]) ** 1.7));
    return skill * comes[name] + Math.sqrt(skill * (1 - skill)) * (error?.[name] ?? 0);
  };
  return { warmth: one("warmth"), wetness: one("wetness") };
}

/** Errors by step back from the day, each of unit variance: a random walk divided by its own spread. */
function errorWalk(name: string): Departure[] {
  const r = random(name);
  let warmth = 0;
  let wetness = 0;
  return Array.from({ length: MOST_STEPS + 1 }, (_, step) => {
    warmth += normal(r);
    wetness += normal(r);
    const spread = Math.sqrt(step + 1);
    return { warmth: warmth / spread, wetness: wetness / spread };
  });
}
