import { expect, test } from "vitest";
import { basisAt, dayForecast } from "../../../src/forecast/base/point.ts";
import { dailyTuning, hourlyTuning } from "../../../src/forecast/base/tuning.ts";
import { seats } from "../features/support.ts";

/** People in the evening of Wednesday 2023-05-17, before its Thursday off; the street is out late before days off. */
function eve(late: number): number {
  const made = seats({
    days: 130,
    step: "PT1H",
    holidays: ["2023-05-18"],
    value: (date, slot, noise) => {
      const weekday = new Date(date).getUTCDay();
      const out = slot >= 17 && (weekday === 5 || weekday === 6) ? late : 100;
      return out * (0.97 + 0.06 * noise);
    },
  });
  const [seat] = made.seats;
  if (!seat) return Number.NaN;
  return dayForecast(basisAt(seat.site, 130 * 24, 10, hourlyTuning), 135)[21] ?? Number.NaN;
}

test("an evening before a day off that the site has never seen brings what its Fridays do", () => {
  expect(eve(400)).toBeGreaterThan(250);
  expect(eve(100)).toBeLessThan(115);
});

test("by the hour weeks of special days alone move the level, by day they do not", () => {
  const holidays = ["2023-05-06", "2023-05-08", "2023-05-11", "2023-05-13", "2023-05-16"];
  const forecast = (factor: number, step: "PT1H" | "P1D") => {
    const value = (date: string) => 100 * (date >= "2023-05-05" ? factor : 1);
    const [seat] = seats({ days: 135, step, holidays, value }).seats; // to 2023-05-16
    if (!seat) return Number.NaN;
    const [slots, tuning] = step === "P1D" ? [1, dailyTuning] : [24, hourlyTuning];
    return dayForecast(basisAt(seat.site, 135 * slots, 9, tuning), 142).at(-1) ?? Number.NaN;
  };
  expect(forecast(1, "PT1H")).toBeCloseTo(100, 0);
  expect(forecast(0.5, "PT1H")).toBeLessThan(90);
  expect(forecast(0.5, "P1D")).toBeGreaterThan(90);
});
