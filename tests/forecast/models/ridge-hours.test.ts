import { expect, test } from "vitest";
import { cutAt, dateOf } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { ridgeHours } from "../../../src/forecast/models/ridge-hours.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { history, markedDay, plainDay, uncut } from "../support.ts";

const levels = [0.1, 0.5, 0.9];

function run(asked: History, leads: number, model = ridgeHours): Forecast {
  const [answer] = model.fit(asked, { leads }).forecast(asked, { leads, levels });
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return answer;
}

const busy = (date: string, hour: number) =>
  hour < 8 || hour > 20 ? 0 : (weekday(date) >= 6 ? 80 : 40) * (1 + 0.2 * Math.sin(hour));
const hourly = { days: 200, step: "PT1H", leads: 72 } as const;
const noisy = (date: string, hour: number, noise: number) => busy(date, hour) * (0.7 + 0.6 * noise);

const total = (values: Float64Array, from: number) =>
  values.slice(from, from + 24).reduce((a, b) => a + b, 0);

/** What calendar-ridge says of the same days. */
function byDays({ set: { axis, series } }: History, facts = plainDay): Float64Array {
  const sums = Float64Array.from({ length: 200 }, (_, day) =>
    total(series[0]?.values ?? new Float64Array(), axis.dayFrom[day] ?? 0),
  );
  const days = history({ days: 200, leads: 3, value: () => 0, facts });
  const known = { ...days, set: { axis: days.set.axis, series: [{ id: "a", values: sums }] } };
  return run(known, 3, calendarRidge).mean;
}

test("hours of a day add up to the day of calendar-ridge", () => {
  const asked = history({ ...hourly, value: noisy });
  const byHour = run(asked, 72);
  const byDay = byDays(asked);
  // The last day may be cut by the horizon, and is not moved.
  for (const day of [0, 1]) expect(total(byHour.mean, day * 24)).toBeCloseTo(byDay[day] ?? 0, 6);
});

test("hours of a special day add up to the mean of what days and hours make of it", () => {
  const facts = (date: string) =>
    date === "2023-05-01" || date === "2023-07-22" ? { ...plainDay(date), holiday: "fair" } : plainDay(date);
  const value = (date: string, hour: number, noise: number) =>
    noisy(date, hour, noise) * (date === "2023-05-01" ? 3 : 1);
  const asked = history({ ...hourly, value, facts }); // from 2023-07-21 on, an eve
  const [both, hours] = [run(asked, 72).mean, run(asked, 72, robustBase).mean];
  const byDay = byDays(asked, facts);
  for (const day of [0, 1]) {
    const mean = (total(hours, day * 24) + (byDay[day] ?? 0)) / 2;
    expect(total(both, day * 24)).toBeCloseTo(mean, 6);
  }
  expect(Math.abs(total(hours, 24) - (byDay[1] ?? 0))).toBeGreaterThan(1);
});

test("a day begun keeps the hours of the base; nights stay at 0, quantiles in order", () => {
  const whole = history({ ...hourly, value: noisy });
  const asked = { ...whole, origin: whole.origin - 10 };
  const answer = run(asked, 60);
  for (let i = 0; i < 60; i++) {
    const row = [...answer.quantiles.subarray(i * 3, i * 3 + 3)];
    expect(row).toEqual([...row].sort((a, b) => a - b));
    const hour = asked.set.axis.slot[asked.origin + i] ?? 0;
    const people = busy(dateOf(asked.set.axis, asked.origin + i), hour);
    expect(Math.abs((row[1] ?? 0) - people)).toBeLessThan(1 + 0.3 * people);
  }
});

test("nothing from the origin on is read", () => {
  const whole = history({ ...hourly, value: noisy, facts: markedDay });
  const origin = whole.origin - 30;
  const known: History = { ...whole, origin, set: cutAt(whole.set, origin) };
  expect(run(uncut(known), 48)).toEqual(run(known, 48));
});

test("days, and young sites, are refused with a reason", () => {
  const days = history({ days: 200, leads: 7, value: () => 5 });
  const young = history({ ...hourly, days: 40, value: noisy });
  for (const [asked, reason] of [
    [days, "hours only"],
    [young, "history too short: 40 days"],
  ] as const) {
    const [answer] = ridgeHours.fit(asked, { leads: 7 }).forecast(asked, { leads: 7, levels });
    expect(answer?.kind === "refused" && answer.reason).toContain(reason);
  }
});
