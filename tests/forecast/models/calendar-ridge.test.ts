import { expect, test } from "vitest";
import { cutAt } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { town, yearly } from "../ridge/support.ts";
import { markedDay, plainDay, history as steps, uncut } from "../support.ts";

const levels = [0.1, 0.5, 0.9];

function forecast(history: History, leads: number, asked = history): Forecast[] {
  return calendarRidge
    .fit(history, { leads })
    .forecast(asked, { leads, levels })
    .map((answer) => {
      if (answer.kind === "refused") throw new Error(`${answer.id}: ${answer.reason}`);
      return answer;
    });
}

const median = (answer: Forecast | undefined, lead: number) =>
  answer?.quantiles[(lead - 1) * levels.length + 1] ?? Number.NaN;

const weekend = (date: string) => (weekday(date) >= 6 ? 2 : 1);
const holidays = (date: string) =>
  /-(05-01|07-14|11-11)$/.test(date) ? { ...plainDay(date), holiday: date.slice(5) } : plainDay(date);

test("a weekend twice as busy is forecast twice as busy, a quarter ahead", () => {
  const [answer] = forecast(
    town({ days: 700, leads: 90, sites: [(date, noise) => 100 * weekend(date) * Math.exp(noise * 0.1)] }),
    90,
  );
  // Day 700 is a Monday.
  for (const monday of [1, 43, 85]) {
    expect(median(answer, monday)).toBeGreaterThan(93);
    expect(median(answer, monday)).toBeLessThan(107);
    expect(median(answer, monday + 5)).toBeGreaterThan(186);
    expect(median(answer, monday + 5)).toBeLessThan(214);
  }
});

test("a holiday that halves the day is forecast halved, also the first time it falls on another weekday", () => {
  const half = (date: string) => (holidays(date).holiday === undefined ? 1 : 0.5);
  const made = {
    facts: holidays,
    sites: [(date: string, noise: number) => 200 * half(date) * Math.exp(noise * 0.1)],
  };
  // 2023-05-01 is a Monday, 847 days after the start; it was a Saturday in 2021 and a Sunday in 2022.
  const [answer] = forecast(town({ days: 840, leads: 14, ...made }), 14);
  expect(median(answer, 8)).toBeLessThan(135);
  expect(median(answer, 8)).toBeGreaterThan(75);
  expect(median(answer, 10)).toBeGreaterThan(180);
});

test("the season comes back after a year", () => {
  const site = (date: string, noise: number) => 300 * Math.exp(0.7 * yearly(date, 200) + noise * 0.1);
  const [answer] = forecast(town({ days: 365 * 2 + 110, leads: 90, sites: [site] }), 90);
  expect(median(answer, 90) / median(answer, 1)).toBeGreaterThan(1.5);
});

test("a site with ten weeks of its own takes the season from the others", () => {
  const season = (date: string, noise: number) => 300 * Math.exp(0.7 * yearly(date, 200) + noise * 0.1);
  const days = 365 * 2 + 110;
  const young = (date: string, noise: number, day: number) =>
    day < days - 70 ? Number.NaN : season(date, noise) / 5;
  const alone = forecast(town({ days, leads: 90, sites: [young] }), 90)[0];
  const helped = forecast(town({ days, leads: 90, sites: [season, season, season, young] }), 90)[3];
  const truth = season("2023-07-20", 0) / 5;
  const off = (answer: Forecast | undefined) => Math.abs(Math.log(median(answer, 87) / truth));
  expect(off(helped)).toBeLessThan(0.15);
  expect(off(helped)).toBeLessThan(off(alone));
});

test("a site that goes against the others keeps its own season", () => {
  const at = (peak: number) => (date: string, noise: number) =>
    300 * Math.exp(0.7 * yearly(date, peak) + noise * 0.1);
  const sites = [at(200), at(200), at(200), at(17)];
  const [summer, , , winter] = forecast(town({ days: 365 * 2 + 110, leads: 90, sites }), 90);
  expect(median(summer, 90) / median(summer, 1)).toBeGreaterThan(1.4);
  expect(median(winter, 90) / median(winter, 1)).toBeLessThan(0.72);
});

test("nothing from the origin on is read, be it left in the values or not", () => {
  const site = (date: string, noise: number) => 200 * weekend(date) * Math.exp(noise * 0.3);
  const known = town({ days: 500, leads: 30, sites: [site, site], facts: markedDay });
  expect(forecast(uncut(known), 30)).toEqual(forecast(known, 30));
});

test("asked about a later origin, it learns from what came since, and the same again each time", () => {
  const site = (_: string, noise: number, day: number) => (day < 500 ? 100 : 150) * Math.exp(noise * 0.1);
  const whole = town({ days: 520, leads: 30, sites: [site] });
  const early: History = { ...whole, set: cutAt(whole.set, 500), origin: 500 };
  const [before] = forecast(early, 7);
  const [after] = forecast(early, 7, whole);
  expect(median(before, 1)).toBeLessThan(107);
  expect(median(after, 1)).toBeGreaterThan(125);
  expect(forecast(early, 7, whole)).toEqual([after]);
});

test("a model fitted elsewhere and asked about the same days says nearly the same", () => {
  const site = (date: string, noise: number) => 200 * weekend(date) * Math.exp(noise * 0.3);
  const whole = town({ days: 600, leads: 14, sites: [site, site] });
  const [own] = forecast(whole, 14);
  const [copy] = forecast(whole, 14, { ...whole });
  expect(median(copy, 6)).toBeCloseTo(median(own, 6), 0);
});

test("about 80 % of what comes lies within the band", () => {
  const site = (date: string, noise: number) => 200 * weekend(date) * Math.exp(noise * 0.4);
  const sites = Array.from({ length: 6 }, () => site);
  const whole = town({ days: 760, leads: 1, sites });
  let inside = 0;
  let all = 0;
  for (const origin of [640, 670, 700, 730]) {
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

test("days closed by the calendar, and weekdays never seen open, stay at 0", () => {
  const facts = (date: string) => ({
    ...plainDay(date),
    open: weekday(date) === 1 ? [] : [{ fromMinute: 600, toMinute: 1080 }],
  });
  const site = (date: string, noise: number) => (weekday(date) === 1 ? 0 : 90 + 20 * noise);
  for (const history of [
    town({ days: 364, leads: 14, sites: [site], facts }),
    town({ days: 364, leads: 14, sites: [site] }),
  ]) {
    const [answer] = forecast(history, 14);
    expect([...(answer?.closed ?? [])].map(Boolean)).toEqual(
      Array.from({ length: 14 }, (_, i) => i % 7 === 0),
    );
    expect(median(answer, 1)).toBe(0);
    expect(median(answer, 2)).toBeGreaterThan(60);
  }
});

test("the drivers of a day add up to its median, and the holiday takes what it takes", () => {
  const half = (date: string) => (holidays(date).holiday === undefined ? 1 : 0.5);
  const site = (date: string, noise: number) =>
    200 * half(date) * Math.exp(0.4 * yearly(date, 200) + noise * 0.1);
  const history = town({ days: 840, leads: 14, sites: [site], facts: holidays });
  const days = calendarRidge.fit(history, { leads: 14 }).explain?.(history, 0, 14) ?? [];
  expect(days).toHaveLength(14);
  for (const { median: people, drivers } of days) {
    expect(drivers.reduce((sum, driver) => sum + driver.people, 0)).toBeCloseTo(people, 6);
  }
  const holiday = days[7]?.drivers.find(({ kind }) => kind === "special");
  expect(holiday?.label).toBe("holiday 05-01");
  expect(holiday?.people ?? 0).toBeLessThan(-50);
});

test("hours and young sites are refused with a reason", () => {
  const hourly = steps({ days: 80, leads: 24, step: "PT1H", value: () => 5 });
  const young = town({ days: 40, leads: 7, sites: [() => 5] });
  for (const [history, reason] of [
    [hourly, "days only"],
    [young, "history too short: 40 days"],
  ] as const) {
    const [answer] = calendarRidge.fit(history, { leads: 7 }).forecast(history, { leads: 7, levels });
    expect(answer?.kind === "refused" && answer.reason).toContain(reason);
  }
});
