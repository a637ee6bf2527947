import { expect, test } from "vitest";
import type { Axis } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
import { withoutEvent } from "../../../src/forecast/effect/calendar-without.ts";
import { effectOfDays } from "../../../src/forecast/effect/days.ts";
import { asObserved } from "../../../src/forecast/effect/observed-weather.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import type { History } from "../../../src/forecast/model.ts";
import { town } from "../ridge/support.ts";
import { plainDay } from "../support.ts";

const DAYS = 900;
const usual = (date: string) => (weekday(date) >= 6 ? 300 : 120);
const isFair = (date: string) => date.slice(5) >= "06-12" && date.slice(5) <= "06-15";
const fair = (date: string) => ({ ...plainDay(date), events: isFair(date) ? ["fair"] : [] });
/** A dry week, a wet one. */
const isWet = (day: number) => Math.floor(day / 7) % 3 === 0;

function found(history: History, tagged: Uint8Array, series = 0) {
  const answer = effectOfDays(history, { series, tagged });
  if (answer.kind !== "effect") throw new Error(answer.reason);
  return answer;
}

test("an event's effect lies within its range at eight sites in ten, from a calendar that does not tell of it", () => {
  const site = (date: string, noise: number) =>
    usual(date) * (isFair(date) ? 1.8 : 1) * Math.exp(0.12 * noise);
  const sites = Array.from({ length: 20 }, () => site);
  const history = town({ days: DAYS, leads: 1, facts: fair, sites });
  const [own] = history.calendars.map((calendar) => withoutEvent(calendar, "fair"));
  if (!own) throw new Error("no calendar");
  expect(own.calendar.special.size).toBe(0);
  const calendars = sites.map(() => own.calendar);
  let inside = 0;
  for (const series of sites.keys()) {
    const { share, byDay, chance } = found({ ...history, calendars }, own.tagged, series);
    expect(byDay.length).toBeGreaterThanOrEqual(8);
    expect(byDay.every(({ date }) => isFair(date))).toBe(true);
    expect(share.low).toBeGreaterThan(0.4);
    expect(chance).toBeLessThan(0.1);
    if (share.low <= 0.8 && share.high >= 0.8) inside++;
  }
  expect(inside).toBeGreaterThanOrEqual(14);
});

test("days that come often are judged by how months differ", () => {
  const history = town({
    days: DAYS,
    leads: 1,
    sites: [(date, noise, day) => usual(date) * (isWet(day) ? 0.85 : 1) * Math.exp(0.12 * noise)],
  });
  const tagged = Uint8Array.from({ length: history.set.axis.count }, (_, day) => (isWet(day) ? 1 : 0));
  const { share } = found(history, tagged);
  expect(share.low).toBeLessThan(-0.15);
  expect(share.high).toBeGreaterThan(-0.15);
  expect(share.high - share.low).toBeLessThan(0.1);
});

test("a day on a weekday that is closed otherwise is not compared with anything", () => {
  const history = town({
    days: DAYS,
    leads: 1,
    facts: fair,
    sites: [(date, noise) => (weekday(date) === 6 && !isFair(date) ? Number.NaN : usual(date) + noise)],
  });
  const [own] = history.calendars.map((calendar) => withoutEvent(calendar, "fair"));
  if (!own) throw new Error("no calendar");
  const { byDay } = found({ ...history, calendars: [own.calendar] }, own.tagged);
  expect(byDay.length).toBeGreaterThan(0);
  expect(byDay.map(({ date }) => weekday(date))).not.toContain(6);
});

test("refuses without such a day and with too little history", () => {
  const short = town({ days: 100, leads: 1, sites: [(date, noise) => usual(date) + noise] });
  expect(effectOfDays(short, { series: 0, tagged: new Uint8Array(101).fill(1, 90, 92) }).kind).toBe(
    "refused",
  );
  const long = town({ days: 400, leads: 1, sites: [(date, noise) => usual(date) + noise] });
  expect(effectOfDays(long, { series: 0, tagged: new Uint8Array(401) })).toMatchObject({ kind: "refused" });
});

test("weather is taken as it came: the last that was said of a day, as if always known", () => {
  const rain: Covariate = {
    name: "rain",
    issued: Float64Array.of(0, 5, 9),
    step: Int32Array.of(3, 2, 3),
    value: Float64Array.of(1, 2, 7),
  };
  const { step, value, issued } = asObserved(rain);
  expect([...step]).toEqual([2, 3]);
  expect([...value]).toEqual([2, 7]);
  expect(issued.every((at) => at < 0)).toBe(true);
});

test("changed forecasts of the weather change nothing, changed weather does", () => {
  const effectWith = (forecast: number, came: number) => {
    const covariates = (axis: Axis): Covariate[][] => {
      const steps = Int32Array.from({ length: axis.count }, (_, day) => day);
      const issue = (name: string, late: number, mm: number) => ({
        issued: axis.start.map((at) => at + late),
        step: steps,
        value: Float64Array.from(steps, (day) => (day % 5 === 0 ? mm : 20)),
        name,
      });
      const [before, after] = [issue("temperature", -1, forecast), issue("temperature", 90_000_000, came)];
      const join = (of: (c: Covariate) => ArrayLike<number>) => [
        ...Array.from(of(before)),
        ...Array.from(of(after)),
      ];
      return [
        [
          {
            name: "temperature",
            issued: Float64Array.from(join((c) => c.issued)),
            step: Int32Array.from(join((c) => c.step)),
            value: Float64Array.from(join((c) => c.value)),
          },
        ],
      ];
    };
    const history = town({
      days: 500,
      leads: 1,
      covariates,
      sites: [(date, noise, day) => usual(date) * (day % 5 === 0 ? 1.3 : 1) * Math.exp(0.1 * noise)],
    });
    const tagged = Uint8Array.from({ length: 501 }, (_, day) => (day % 11 === 0 ? 1 : 0));
    return found(history, tagged).share.value;
  };
  expect(effectWith(5, 28)).toBe(effectWith(35, 28));
  expect(effectWith(5, 28)).not.toBe(effectWith(5, 20));
});
