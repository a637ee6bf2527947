import { expect, test } from "vitest";
import { cutAt } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import { combine } from "../../../src/forecast/combine/combine.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { forecastYoung, likeSites, reasonsOf } from "../../../src/forecast/models/like-sites.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { town, yearly } from "../ridge/support.ts";
import { plainDay, history as steps } from "../support.ts";

const levels = [0.1, 0.5, 0.9];

function answersOf(history: History, leads: number, model = likeSites) {
  return model.fit(history, { leads }).forecast(history, { leads, levels });
}

function young(history: History, leads: number, at: number, model = likeSites): Forecast {
  const answer = answersOf(history, leads, model)[at];
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return answer;
}

const median = ({ quantiles }: Forecast, lead: number) => quantiles[(lead - 1) * 3 + 1] ?? Number.NaN;
const weekend = (date: string) => (weekday(date) >= 6 ? 2 : 1);
const summer = (date: string, noise: number) =>
  100 * weekend(date) * Math.exp(0.6 * yearly(date, 200) + 0.15 * noise);
const DAYS = 365 * 2 + 90;
/** A site like `value`, opened `age` days before the origin. */
const opened =
  (age: number, value: (date: string, noise: number, day: number) => number) =>
  (date: string, noise: number, day: number) =>
    day < DAYS - age ? Number.NaN : value(date, noise, day);

test("ten days of its own set the level; weekday and season come from older sites", () => {
  const third = (date: string, noise: number) => summer(date, noise) / 3;
  const history = town({ days: DAYS, leads: 90, sites: [summer, summer, summer, opened(10, third)] });
  const answer = young(history, 90, 3);
  expect(answer.model).toBe("like-sites");
  for (const lead of [5, 6, 30, 60, 88]) {
    const date = new Date(((history.set.axis.day[DAYS + lead - 1] ?? 0) + 0.5) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    expect(Math.abs(Math.log(median(answer, lead) / third(date, 0)))).toBeLessThan(lead > 30 ? 0.55 : 0.42);
  }
  expect(median(answer, 89) / median(answer, 5)).toBeGreaterThan(1.25);
});

test("the sites most alike count most", () => {
  const workdays = (date: string, noise: number) => (weekday(date) >= 6 ? 30 : 100) * Math.exp(0.1 * noise);
  const weekends = (date: string, noise: number) => (weekday(date) >= 6 ? 300 : 50) * Math.exp(0.1 * noise);
  const history = town({
    days: DAYS,
    leads: 14,
    sites: [weekends, weekends, weekends, workdays, opened(14, workdays)],
  });
  const answer = young(history, 14, 4);
  const sunday = Array.from({ length: 7 }, (_, i) => i).find((i) => weekday(dateAt(history, i)) === 7) ?? 0;
  expect(median(answer, sunday + 1)).toBeLessThan(45);
  expect(median(answer, sunday + 2)).toBeGreaterThan(75);
});

function dateAt({ set, origin }: History, i: number): string {
  return new Date((set.axis.day[origin + i] ?? 0) * 86_400_000).toISOString().slice(0, 10);
}

test("a holiday does to it what it does to the others", () => {
  const off = (date: string) => /-(07-14|11-11|05-01)$/.test(date);
  const facts = (date: string) =>
    off(date) ? { ...plainDay(date), holiday: date.slice(5) } : plainDay(date);
  const site = (date: string, noise: number) => 100 * (off(date) ? 2 : 1) * Math.exp(0.1 * noise);
  // The origin is 4 April; 1 May comes 27 days later.
  const history = town({ days: DAYS, leads: 45, sites: [site, site, opened(20, site)], facts });
  const answer = young(history, 45, 2);
  const may = Array.from({ length: 45 }, (_, i) => i).find((i) => off(dateAt(history, i))) ?? -1;
  expect(may).toBeGreaterThan(0);
  expect(median(answer, may + 1) / median(answer, may)).toBeGreaterThan(1.4);
});

test("bands cover about what they say, wider than those of older sites", () => {
  const site = (date: string, noise: number) => summer(date, 2.5 * noise);
  let inside = 0;
  let all = 0;
  const whole = town({ days: DAYS + 60, leads: 1, sites: Array.from({ length: 8 }, () => site) });
  for (const origin of [DAYS - 200, DAYS - 120, DAYS - 60, DAYS]) {
    const set = cutAt(whole.set, origin);
    const cut = {
      ...whole,
      origin,
      set: {
        axis: set.axis,
        series: set.series.map(({ id, values }, s) => ({
          id,
          values: s % 2 === 0 ? values : values.map((v, i) => (i < origin - 14 ? Number.NaN : v)),
        })),
      },
    };
    for (const [s, answer] of answersOf(cut, 28).entries()) {
      if (answer.kind === "refused") continue;
      for (let i = 0; i < 28; i++) {
        const value = whole.set.series[s]?.values[origin + i] ?? Number.NaN;
        all++;
        if (value >= (answer.quantiles[i * 3] ?? 0) && value <= (answer.quantiles[i * 3 + 2] ?? 0)) inside++;
      }
    }
  }
  expect(all).toBe(4 * 4 * 28);
  expect(inside / all).toBeGreaterThan(0.72);
  expect(inside / all).toBeLessThan(0.92);
});

test("closed weekdays stay 0, quantiles are in order, twice the same", () => {
  const site = (date: string, noise: number) => (weekday(date) === 1 ? 0 : summer(date, noise));
  const history = town({ days: DAYS, leads: 14, sites: [summer, summer, opened(15, site)] });
  const answer = young(history, 14, 2);
  expect(answer).toEqual(young(history, 14, 2));
  for (let i = 0; i < 14; i++) {
    const row = [...answer.quantiles.subarray(i * 3, i * 3 + 3)];
    expect(row).toEqual([...row].sort((a, b) => a - b));
    expect(answer.closed[i]).toBe(weekday(dateAt(history, i)) === 1 ? 1 : 0);
    expect((row[2] ?? 0) > 0).toBe(answer.closed[i] === 0);
  }
});

test("nothing from the origin on is read", () => {
  const whole = town({ days: DAYS + 30, leads: 1, sites: [summer, summer, opened(10, summer)] });
  const known = { ...whole, set: cutAt(whole.set, DAYS), origin: DAYS };
  const mutated = {
    ...known,
    set: {
      axis: whole.set.axis,
      series: whole.set.series.map(({ id, values }) => ({
        id,
        values: values.map((v, i) => (i < DAYS ? v : 9 * v)),
      })),
    },
  };
  expect(young(mutated, 30, 2)).toEqual(young(known, 30, 2));
});

test("hours are forecast too: quiet at night, busy by day", () => {
  const made = steps({
    days: 120,
    leads: 48,
    step: "PT1H",
    value: (date, hour, noise) => (hour < 8 || hour > 20 ? 0 : 50 * weekend(date) + 20 * noise),
  });
  const [old] = made.set.series;
  const values = (old?.values ?? new Float64Array()).map((v, i) =>
    i < made.origin - 12 * 24 ? Number.NaN : v / 2,
  );
  const set = { axis: made.set.axis, series: [...made.set.series, { id: "b", values }] };
  const [calendar] = made.calendars;
  if (!calendar) throw new Error("no calendar");
  const answer = young({ ...made, set, calendars: [calendar, calendar] }, 48, 1);
  expect(median(answer, 4)).toBeLessThan(1);
  const noon = median(answer, 13);
  const truth = (50 * weekend(dateAt(made, 0)) + 10) / 2;
  expect(Math.abs(noon / truth - 1)).toBeLessThan(0.25);
});

test("refused below a week, when long silent, when no site is older, and when old enough for others", () => {
  const reason = (sites: Parameters<typeof town>[0]["sites"], at: number) => {
    const answer = answersOf(town({ days: DAYS, leads: 7, sites }), 7)[at];
    return answer?.kind === "refused" ? answer.reason : "";
  };
  expect(reason([summer, opened(6, summer)], 1)).toBe("history too short: 6 days observed (7 are needed)");
  const broken = opened(50, (date, noise, day) => (day < DAYS - 30 ? summer(date, noise) : Number.NaN));
  expect(reason([summer, broken], 1)).toBe("nothing observed for 30 days");
  expect(reason([opened(20, summer), opened(20, summer)], 1)).toBe("no older site was seen on the same days");
  expect(reason([summer, opened(20, summer)], 0)).toBe("history long enough for other models");
});

const averaged = combine("combined", [{ model: robustBase, prior: 1, share: 1 }], {
  forecast: forecastYoung,
  explain: reasonsOf,
});

test("the combined model falls back on it, and says so by no other name", () => {
  const history = town({
    days: DAYS,
    leads: 7,
    sites: [summer, summer, opened(10, summer), opened(3, summer)],
  });
  const answers = answersOf(history, 7, averaged);
  const [answer, alone] = [answers[2], young(history, 7, 2)];
  if (answer?.kind !== "forecast") throw new Error("refused");
  expect(answer.model).toBe("combined");
  for (let lead = 1; lead <= 7; lead++) expect(median(answer, lead) / median(alone, lead)).toBeCloseTo(1, 0);
  expect(answers[3]).toEqual({
    kind: "refused",
    id: "site 3",
    reason: "history too short: 3 days (8 weeks are needed)",
  });
});

test("the drivers of a young site's day add up to its median, and name its own days", () => {
  const history = town({ days: DAYS, leads: 7, sites: [summer, summer, opened(10, summer)] });
  for (const model of [likeSites, averaged]) {
    const fitted = model.fit(history, { leads: 7 });
    const answer = fitted.forecast(history, { leads: 7, levels: [0.5] })[2];
    const reasons = fitted.explain?.(history, 2, 7) ?? [];
    expect(reasons).toHaveLength(7);
    for (const [i, { median: people, drivers, days }] of reasons.entries()) {
      expect(people).toBe(answer?.kind === "forecast" ? answer.quantiles[i] : Number.NaN);
      expect(drivers.reduce((sum, driver) => sum + driver.people, 0)).toBeCloseTo(people, 9);
      expect(days.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(days.every(({ value }) => value > 0)).toBe(true);
    }
  }
});
