import { expect, test } from "vitest";
import { basisAt, dayForecast } from "../../../src/forecast/base/point.ts";
import { dailyTuning, hourlyTuning } from "../../../src/forecast/base/tuning.ts";
import { seats } from "../features/support.ts";

const DAY = 496; // Sunday 2024-05-12

/** People by hour of the origin's day and the next; the last hours before the origin were three times as busy. */
function after(hour: number, { holidays = [] as string[], last = 3, tuning = hourlyTuning } = {}) {
  const days = DAY + 2;
  const made = seats({
    days,
    step: "PT1H",
    holidays,
    value: (date, slot, noise) => {
      const busy = date === "2024-05-12" && slot < hour && slot >= hour - 3 ? last : 1;
      return 100 * busy * (0.97 + 0.06 * noise);
    },
  });
  const [seat] = made.seats;
  if (!seat) throw new Error("no seat");
  const basis = basisAt(seat.site, DAY * 24 + hour, 3, tuning);
  return [0, 1].flatMap((ahead) => [...dayForecast(basis, DAY + ahead)]);
}

/** The same against what is said when the last hours were as usual. */
function lift(hour: number, at: number, made = {}): number {
  return (after(hour, made)[at] ?? Number.NaN) / (after(hour, { ...made, last: 1 })[at] ?? Number.NaN);
}

test("a rush goes on for the next hours and fades", () => {
  expect(lift(14, 14)).toBeGreaterThan(1.5);
  expect(lift(14, 17)).toBeGreaterThan(1.2);
  expect(lift(14, 17)).toBeLessThan(lift(14, 14));
  expect(lift(14, 14 + 24)).toBeLessThan(1.1);
});

test("hours before the origin are not moved", () => {
  expect(lift(14, 8)).toBeLessThan(1.1);
});

test("a crowd in the evening is there after midnight, less than it would be by day", () => {
  expect(lift(24, 24)).toBeGreaterThan(1.3);
  const kept = { tuning: { ...hourlyTuning, momentumOvernight: 1 } };
  expect(lift(24, 24)).toBeLessThan(0.95 * lift(24, 24, kept));
});

test("the evening before says nothing of a special day that the site knows", () => {
  const known = lift(24, 24, { holidays: ["2023-05-13", "2024-05-13"] });
  const unknown = lift(24, 24, { holidays: ["2024-05-13"] });
  expect(unknown).toBeGreaterThan(1.3);
  expect(known).toBeLessThan(1.1);
});

test("by day there is none", () => {
  const [seat] = seats({ days: DAY, step: "P1D", value: (_, __, noise) => 100 + noise }).seats;
  if (!seat) throw new Error("no seat");
  expect(basisAt(seat.site, DAY, 3, dailyTuning).momentum.log).toBe(0);
});
