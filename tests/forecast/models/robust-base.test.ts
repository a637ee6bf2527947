import fc from "fast-check";
import { expect, test } from "vitest";
import { cutAt, dateOf } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { history, markedDay, plainDay, seeded, uncut, week } from "../support.ts";

const levels = [0.1, 0.25, 0.5, 0.75, 0.9];

function run(asked: History, leads: number): Forecast {
  const [answer] = robustBase.fit(asked, { leads }).forecast(asked, { leads, levels });
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return answer;
}

const medians = ({ quantiles }: Forecast) => quantiles.filter((_, i) => i % levels.length === 2);
const dates = ({ set, origin }: History, leads: number) =>
  Array.from({ length: leads }, (_, i) => dateOf(set.axis, origin + i));

test("a steady week is forecast as it is", () => {
  const asked = history({ days: 200, leads: 14, value: week });
  const out = medians(run(asked, 14));
  dates(asked, 14).forEach((date, i) => {
    expect(out[i]).toBeCloseTo(week(date), 0);
  });
});

test("days that were not observed change nothing", () => {
  const holes = history({
    days: 200,
    leads: 7,
    value: (d, _, noise) => (noise < 0.3 ? Number.NaN : week(d)),
  });
  const out = medians(run(holes, 7));
  dates(holes, 7).forEach((date, i) => {
    expect(out[i]).toBeCloseTo(week(date), 0);
  });
});

test("the recent level counts", () => {
  const lift = (date: string) => week(date) * (date > "2023-07-06" ? 1.3 : 1); // the last two of 27 weeks
  const asked = history({ days: 198, leads: 7, value: lift });
  const sum = medians(run(asked, 7)).reduce((a, b) => a + b, 0);
  expect(sum).toBeGreaterThan(1100 * 1.1);
  expect(sum).toBeLessThan(1100 * 1.3);
});

test("a weekday that is always shut is forecast as closed, a shut day in between is not", () => {
  const value = (date: string) => (weekday(date) === 1 || date === "2023-07-12" ? 0 : week(date));
  const asked = history({ days: 200, leads: 14, value });
  const forecast = run(asked, 14);
  dates(asked, 14).forEach((date, i) => {
    expect(forecast.closed[i]).toBe(weekday(date) === 1 ? 1 : 0);
    expect(forecast.quantiles[i * 5 + 4] === 0).toBe(weekday(date) === 1);
  });
  expect(medians(forecast)[dates(asked, 14).findIndex((d) => weekday(d) === 3)]).toBeCloseTo(100, 0);
});

test("closed by the calendar is 0 at every level, and open days go on after a winter closure", () => {
  const winter = (date: string) => date.slice(5) >= "11-15" || date.slice(5) < "03-15";
  const facts = (date: string) => ({
    ...plainDay(date),
    open: winter(date) ? [] : [{ fromMinute: 600, toMinute: 1080 }],
  });
  const asked = history({ days: 780, leads: 60, facts, value: (d) => (winter(d) ? Number.NaN : week(d)) });
  const forecast = run(asked, 60); // from 20 February on
  dates(asked, 60).forEach((date, i) => {
    expect(forecast.closed[i]).toBe(winter(date) ? 1 : 0);
    if (winter(date)) expect(forecast.mean[i]).toBe(0);
    else expect(Math.abs((medians(forecast)[i] ?? 0) / week(date) - 1)).toBeLessThan(0.15);
  });
});

test("a holiday comes out as the site has seen such holidays", () => {
  const feast = (date: string) => date.endsWith("-05-01") || date.endsWith("-05-08");
  const facts = (date: string) =>
    feast(date) ? { ...plainDay(date), holiday: `on ${date.slice(5)}` } : plainDay(date);
  const value = (date: string, _: number, noise: number) =>
    (date.endsWith("-05-01") ? 20 : feast(date) ? 300 : week(date)) * (0.97 + 0.06 * noise);
  const asked = history({ days: 850, leads: 12, facts, value }); // 1 May 2025 is a Thursday
  const out = medians(run(asked, 12));
  const at = dates(asked, 12).map((date) => date.slice(5));
  expect(out[at.indexOf("05-01")]).toBeLessThan(80);
  expect(out[at.indexOf("05-08")]).toBeGreaterThan(200);
  expect(out[at.indexOf("05-07")]).toBeCloseTo(100, -1);
});

test("school holidays have their own level", () => {
  const off = (date: string) => Number(date.slice(8)) <= 10 && Number(date.slice(5, 7)) % 2 === 0;
  const facts = (date: string) => ({ ...plainDay(date), schoolHoliday: off(date) });
  const asked = history({ days: 360, leads: 45, facts, value: (d) => week(d) * (off(d) ? 1.8 : 1) });
  const out = medians(run(asked, 45));
  dates(asked, 45).forEach((date, i) => {
    expect(Math.abs((out[i] ?? 0) / (week(date) * (off(date) ? 1.8 : 1)) - 1)).toBeLessThan(0.15);
  });
});

test("the season of the year before is followed over 90 days", () => {
  const season = (date: string) => 1 + 0.6 * Math.cos(((Number(date.slice(5, 7)) - 8) / 6) * Math.PI);
  const asked = history({ days: 820, leads: 90, value: (d) => week(d) * season(d) }); // 1 April to 29 June
  const out = medians(run(asked, 90));
  const [april, june] = [out.subarray(0, 28), out.subarray(56, 84)].map((part) =>
    part.reduce((a, b) => a + b, 0),
  );
  expect((june ?? 0) / (april ?? 1)).toBeGreaterThan(1.3);
});

test("history under eight weeks is refused with its reason", () => {
  const asked = history({ days: 50, leads: 7, value: week });
  expect(robustBase.fit(asked, { leads: 7 }).forecast(asked, { leads: 7, levels })[0]).toEqual({
    kind: "refused",
    id: "a",
    reason: "history too short: 50 days (8 weeks are needed)",
  });
});

test("a site that has long been silent is refused", () => {
  const asked = history({
    days: 700,
    leads: 7,
    value: (date) => (date < "2024-01-01" ? week(date) : Number.NaN),
  });
  const [answer] = robustBase.fit(asked, { leads: 7 }).forecast(asked, { leads: 7, levels });
  expect(answer).toMatchObject({ kind: "refused", reason: "nothing observed for 336 days" });
});

test("hours sleep at night, and follow the wall clock over a clock change", () => {
  const value = (date: string, hour: number) => (hour >= 9 && hour < 19 ? week(date) * (hour - 8) : 0);
  const asked = history({ days: 299, leads: 168, step: "PT1H", value }); // the 25-hour day is the second
  const out = medians(run(asked, 168));
  const { axis } = asked.set;
  for (let i = 0; i < 168; i++) {
    const wanted = value(dateOf(axis, asked.origin + i), axis.slot[asked.origin + i] ?? 0);
    expect(Math.abs((out[i] ?? 0) - wanted)).toBeLessThan(1 + wanted * 0.02);
  }
});

test("quantiles are in order and not negative, the mean lies among them, whatever the series", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom(0.3, 4, 2000),
      fc.constantFrom("P1D", "PT1H"),
      (seed, size, step) => {
        const random = seeded(seed);
        const value = () => (random() < 0.1 ? Number.NaN : Math.round(-Math.log(1 - random()) * size));
        const forecast = run(
          history({ days: 100, leads: 10, step: step === "P1D" ? "P1D" : "PT1H", value }),
          10,
        );
        for (let i = 0; i < 10; i++) {
          const row = forecast.quantiles.subarray(i * 5, i * 5 + 5);
          expect([...row]).toEqual([...row].sort((a, b) => a - b));
          expect(row[0]).toBeGreaterThanOrEqual(0);
          expect(forecast.mean[i]).toBeGreaterThanOrEqual(row[0] ?? 0);
          expect(Number.isFinite(forecast.mean[i])).toBe(true);
        }
      },
    ),
    { numRuns: 12 },
  );
});

test.each([
  ["days", { days: 500, leads: 14 }, 0],
  ["hours of a day begun", { days: 120, leads: 72, step: "PT1H" }, 11],
] as const)("nothing at or after the origin is read: %s", (_, made, back) => {
  const value = (date: string, hour: number, noise: number) => week(date) * (1 + hour) * (0.8 + 0.4 * noise);
  const whole = history({ ...made, facts: markedDay, value });
  const asked = { ...whole, origin: whole.origin - back };
  const known = run({ ...asked, set: cutAt(asked.set, asked.origin) }, made.leads - back);
  expect(run(uncut(asked), made.leads - back)).toEqual(known);
});

test("the drivers of a day add up to its median, and the days behind it weigh 1", () => {
  const facts = (date: string) =>
    date.endsWith("-05-01") ? { ...plainDay(date), holiday: "mai" } : plainDay(date);
  const value = (d: string, _: number, noise: number) =>
    (d.endsWith("-05-01") ? 20 : week(d)) * (0.9 + 0.2 * noise);
  const asked = history({ days: 850, leads: 10, facts, value });
  const reasons = robustBase.fit(asked, { leads: 10 }).explain?.(asked, 0, 10) ?? [];
  const out = medians(run(asked, 10));
  expect(reasons.map(({ date }) => date)).toEqual(dates(asked, 10));
  reasons.forEach(({ drivers, days, median, date }, i) => {
    expect(median).toBeCloseTo(out[i] ?? 0, 9);
    expect(drivers.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(median, 9);
    expect(days.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(drivers.some(({ label }) => label === "holiday mai")).toBe(date.endsWith("-05-01"));
  });
});
