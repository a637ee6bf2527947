import { expect, test } from "vitest";
import { cutAt } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import { combine } from "../../../src/forecast/combine/combine.ts";
import type { BookingCurve } from "../../../src/forecast/inputs.ts";
import type { Forecast, History, Model } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { combined } from "../../../src/forecast/models/combined.ts";
import { forecastYoung, reasonsOf } from "../../../src/forecast/models/like-sites.ts";
import { pickUp } from "../../../src/forecast/models/pick-up.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { town, yearly } from "../ridge/support.ts";
import { seeded, history as steps } from "../support.ts";

const levels = [0.1, 0.5, 0.9];

/** Without the component that takes seconds to learn, where it adds nothing to what is tested. */
const light = combine(
  "combined",
  [
    { model: robustBase, prior: 1, share: 1 },
    { model: calendarRidge, prior: 1, share: 1 },
    { model: pickUp, prior: 0.5, share: 1 },
  ],
  { forecast: forecastYoung, explain: reasonsOf },
);

function forecast(history: History, leads: number, model: Model = light, asked = history): Forecast[] {
  return model
    .fit(history, { leads })
    .forecast(asked, { leads, levels })
    .map((answer) => {
      if (answer.kind === "refused") throw new Error(`${answer.id}: ${answer.reason}`);
      return answer;
    });
}

const weekend = (date: string) => (weekday(date) >= 6 ? 2 : 1);
const noisy = (date: string, noise: number) =>
  200 * weekend(date) * Math.exp(0.3 * yearly(date, 200) + 0.2 * noise);

/** Two in three people book, 1 to 20 days ahead; the rest walk in. Visits swing wildly from day to day. */
function booked(days: number, leads: number): History & { readonly curve: BookingCurve } {
  const swing = (day: number) => Math.round(60 * (2 + Math.sin(day * 2.3) + Math.cos(day * day)) + 20);
  const made = town({ days, leads, sites: [(_date, noise, day) => swing(day) + Math.round(3 * noise)] });
  const first = made.set.axis.firstDay;
  const rows: [number, number, number][] = [];
  for (let day = 0; day < days + leads; day++) {
    for (let ahead = 1; ahead <= 20; ahead++) rows.push([first + day, first + day - ahead, swing(day) / 30]);
  }
  rows.sort((a, b) => a[1] - b[1]);
  const curve = {
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, day]) => day),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  };
  return { ...made, bookings: [curve], curve };
}

const error = (answer: Forecast | undefined, truth: (lead: number) => number) =>
  (answer?.quantiles ?? new Float64Array())
    .filter((_, at) => at % 3 === 1)
    .reduce((sum, people, lead) => sum + Math.abs(people - truth(lead)), 0);

test("quantiles are in order, the same in every run, and named combined", () => {
  const history = town({ days: 400, leads: 21, sites: [noisy, noisy] });
  const answers = forecast(history, 21);
  expect(answers).toEqual(forecast(history, 21));
  for (const { model, quantiles, mean, closed } of answers) {
    expect(model).toBe("combined");
    expect(closed.every((shut) => shut === 0)).toBe(true);
    for (let i = 0; i < 21; i++) {
      const [low = 0, middle = 0, high = 0] = quantiles.subarray(i * 3, i * 3 + 3);
      expect(low).toBeLessThan(middle);
      expect(middle).toBeLessThan(high);
      expect(Math.abs((mean[i] ?? 0) / middle - 1)).toBeLessThan(0.2);
    }
  }
});

test("the served model answers with all of its components", () => {
  const history = town({ days: 200, leads: 7, sites: [noisy] });
  const [answer] = forecast(history, 7, combined);
  const [other] = forecast(history, 7);
  expect(answer?.quantiles).not.toEqual(other?.quantiles);
  expect(error(answer, (lead) => other?.quantiles[lead * 3 + 1] ?? 0)).toBeLessThan(7 * 60);
});

test("levels come as asked for, with or without the median", () => {
  const history = town({ days: 300, leads: 7, sites: [noisy] });
  const fitted = light.fit(history, { leads: 7 });
  const [five] = fitted.forecast(history, { leads: 7, levels: [0.05, 0.1, 0.5, 0.9, 0.95] });
  const [two] = fitted.forecast(history, { leads: 7, levels: [0.1, 0.9] });
  if (five?.kind !== "forecast" || two?.kind !== "forecast") throw new Error("refused");
  expect(two.levels).toEqual([0.1, 0.9]);
  expect(two.quantiles).toHaveLength(14);
  for (let i = 0; i < 7; i++) {
    expect(two.quantiles[i * 2]).toBe(five.quantiles[i * 5 + 1]);
    expect(two.quantiles[i * 2 + 1]).toBe(five.quantiles[i * 5 + 3]);
  }
});

test("nothing from the origin on is read, values and bookings alike", () => {
  const whole = booked(190, 10);
  const origin = 180;
  const known = { ...whole, set: cutAt(whole.set, origin), origin };
  const { curve } = whole;
  const day = whole.set.axis.firstDay + origin;
  const mutated = {
    ...known,
    set: {
      axis: whole.set.axis,
      series: whole.set.series.map(({ id, values }) => ({
        id,
        values: values.map((v, i) => (i < origin ? v : 9 * v)),
      })),
    },
    bookings: [
      { ...curve, quantity: curve.quantity.map((q, i) => ((curve.made[i] ?? 0) < day ? q : 50 * q)) },
    ],
  };
  const before = forecast(known, 10);
  expect(forecast(mutated, 10)).toEqual(before);
  const earlier = {
    ...known,
    bookings: [
      { ...curve, quantity: curve.quantity.map((q, i) => ((curve.made[i] ?? 0) < day - 1 ? q : 50 * q)) },
    ],
  };
  expect(forecast(earlier, 10)).not.toEqual(before);
});

test("weather issued after the origin changes nothing, issued before it does", () => {
  const days = 250;
  const random = seeded(5);
  const rain = Array.from({ length: days + 7 }, () => (random() < 0.3 ? 10 : 0));
  const wet = (_: string, noise: number, day: number) =>
    200 * ((rain[day] ?? 0) > 0 ? 0.6 : 1) * Math.exp(noise * 0.1);
  const told = (more: { readonly late: number; readonly value: number } | undefined) =>
    town({
      days,
      leads: 7,
      sites: [wet],
      covariates: ({ start }) => {
        const rows = rain.map((value, step) => ({ step, issued: start[Math.min(step, days)] ?? 0, value }));
        if (more) rows.push({ step: days + 2, issued: (start[days] ?? 0) + more.late, value: more.value });
        rows.sort((a, b) => a.issued - b.issued);
        const issued = Float64Array.from(rows, (row) => row.issued);
        const step = Int32Array.from(rows, (row) => row.step);
        return [[{ name: "rain", issued, step, value: Float64Array.from(rows, ({ value }) => value) }]];
      },
    });
  const plain = forecast(told(undefined), 7);
  expect(forecast(told({ late: 1, value: 99 }), 7)).toEqual(plain);
  const known = 10 - (rain[days + 2] ?? 0);
  expect(forecast(told({ late: 0, value: known }), 7)).not.toEqual(plain);
});

test("where bookings tell nearly all, the calendar models hardly count", () => {
  const whole = booked(400, 14);
  const swing = (lead: number) =>
    Math.round(60 * (2 + Math.sin((400 + lead) * 2.3) + Math.cos((400 + lead) ** 2)) + 20);
  const [all] = forecast(whole, 14);
  const [base] = forecast(whole, 14, robustBase);
  const [best] = forecast(whole, 14, pickUp);
  expect(error(all, swing)).toBeLessThan(0.6 * error(base, swing));
  expect(error(all, swing)).toBeLessThan(1.2 * error(best, swing));
});

test("a booking opens a day that the calendar would have closed", () => {
  const site = (date: string, noise: number) => (weekday(date) === 1 ? 0 : 90 + 20 * noise);
  const history = town({ days: 364, leads: 14, sites: [site] });
  const first = history.set.axis.firstDay;
  const rows: [number, number, number][] = [];
  for (let day = 0; day < 378; day++) {
    if (day % 7 !== 0)
      for (let ahead = 1; ahead <= 30; ahead++) rows.push([first + day, first + day - ahead, 1]);
  }
  // Day 364 is a Monday, day 371 the next: a group books the latter.
  rows.push([first + 371, first + 340, 60]);
  rows.sort((a, b) => a[1] - b[1]);
  const curve = {
    visit: Int32Array.from(rows, ([visit]) => visit),
    made: Int32Array.from(rows, ([, day]) => day),
    quantity: Float64Array.from(rows, ([, , people]) => people),
  };
  const [answer] = forecast({ ...history, bookings: [curve] }, 14);
  expect(answer?.closed[0]).toBe(1);
  expect([...(answer?.quantiles.subarray(0, 3) ?? [])]).toEqual([0, 0, 0]);
  expect(answer?.closed[7]).toBe(0);
  expect(answer?.quantiles[7 * 3 + 1] ?? 0).toBeGreaterThan(30);
});

test("about 80 % of what comes lies within the band", () => {
  const site = (date: string, noise: number) => 200 * weekend(date) * Math.exp(noise * 0.4);
  const whole = town({ days: 760, leads: 1, sites: Array.from({ length: 4 }, () => site) });
  let inside = 0;
  let all = 0;
  for (const origin of [640, 690, 730]) {
    const answers = forecast({ ...whole, set: cutAt(whole.set, origin), origin }, 28);
    for (const [s, { quantiles }] of answers.entries()) {
      for (let i = 0; i < 28; i++) {
        const value = whole.set.series[s]?.values[origin + i] ?? Number.NaN;
        all++;
        if (value >= (quantiles[i * 3] ?? 0) && value <= (quantiles[i * 3 + 2] ?? 0)) inside++;
      }
    }
  }
  expect(inside / all).toBeGreaterThan(0.74);
  expect(inside / all).toBeLessThan(0.86);
});

test("drivers add up to the median of the average", () => {
  const history = town({ days: 500, leads: 14, sites: [noisy] });
  const fitted = light.fit(history, { leads: 14 });
  const [answer] = fitted.forecast(history, { leads: 14, levels: [0.5] });
  const days = fitted.explain?.(history, 0, 14) ?? [];
  expect(days).toHaveLength(14);
  for (const [i, { median, drivers }] of days.entries()) {
    expect(median).toBe(answer?.kind === "forecast" ? answer.quantiles[i] : Number.NaN);
    expect(drivers.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(median, 6);
  }
});

test("hours are forecast, closed ones as 0; young series are refused with a reason", () => {
  const hourly = steps({
    days: 120,
    leads: 48,
    step: "PT1H",
    value: (date, hour, noise) => (hour < 8 || hour > 20 ? 0 : 50 * weekend(date) + 20 * noise),
  });
  const [answer] = forecast(hourly, 48);
  expect(answer?.quantiles[12 * 3 + 1] ?? 0).toBeGreaterThan(40);
  const young = town({ days: 5, leads: 7, sites: [noisy] });
  const [refused] = light.fit(young, { leads: 7 }).forecast(young, { leads: 7, levels });
  expect(refused?.kind === "refused" && refused.reason).toContain("history too short");
});

test("asked about a later origin, it says what is known there", () => {
  const site = (_: string, noise: number, day: number) => (day < 300 ? 100 : 150) * Math.exp(noise * 0.1);
  const whole = town({ days: 330, leads: 30, sites: [site] });
  const early: History = { ...whole, set: cutAt(whole.set, 300), origin: 300 };
  const [before] = forecast(early, 7);
  const [after] = forecast(early, 7, light, whole);
  expect(before?.quantiles[1] ?? 0).toBeLessThan(115);
  expect(after?.quantiles[1] ?? 0).toBeGreaterThan(125);
});
