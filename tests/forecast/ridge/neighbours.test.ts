import { expect, test } from "vitest";
import { dateOf } from "../../../src/domain/series.ts";
import { dayNumber, weekday } from "../../../src/domain/time.ts";
import type { History, Model } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { plainDay } from "../support.ts";
import { town } from "./support.ts";

const START = dayNumber("2021-01-04");
/** Three days out of seventeen: never the same weekdays, so that nothing else can stand for it. */
const away = (date: string) => (dayNumber(date) - START) % 17 < 3;
const value = (date: string, noise: number) =>
  (weekday(date) >= 6 ? 90 : 60) * (away(date) ? 1.5 : 1) * (1 + 0.05 * noise);

function made(told: boolean): History {
  const facts = (date: string) => ({
    ...plainDay(date),
    ...(told ? { neighboursOff: away(date) ? 1 : 0 } : {}),
  });
  return town({ days: 400, leads: 28, sites: [value, value, value], facts });
}

/** Median on days when neighbours are off over that on other days of the same week part. */
function lift(model: Model, history: History): number {
  const [answer] = model.fit(history, { leads: 28 }).forecast(history, { leads: 28, levels: [0.5] });
  if (answer?.kind !== "forecast") throw new Error("refused");
  const mean = (off: boolean) => {
    const picked = [...answer.quantiles].filter((_, i) => {
      const date = dateOf(history.set.axis, history.origin + i);
      return away(date) === off && weekday(date) < 6;
    });
    return picked.reduce((a, b) => a + b, 0) / picked.length;
  };
  return mean(true) / mean(false);
}

test("days off of neighbours are learned where they are told", () => {
  const told = lift(calendarRidge, made(true));
  expect(told).toBeGreaterThan(1.3);
  expect(told).toBeLessThan(1.7);
  expect(lift(calendarRidge, made(false))).toBeLessThan(told - 0.15);
});
