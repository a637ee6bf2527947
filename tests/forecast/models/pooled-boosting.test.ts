import { beforeAll, describe, expect, test } from "vitest";
import { cutAt, dateOf } from "../../../src/domain/series.ts";
import { dayNumber, HOUR, weekday } from "../../../src/domain/time.ts";
import type { BookingCurve, Covariate } from "../../../src/forecast/inputs.ts";
import type { Fitted, Forecast, History } from "../../../src/forecast/model.ts";
import { pooledBoosting } from "../../../src/forecast/models/pooled-boosting.ts";
import { history, plainDay, week } from "../support.ts";

const levels = [0.05, 0.1, 0.5, 0.9, 0.95];

function ask(fitted: Fitted, asked: History, leads: number): Forecast {
  const [answer] = fitted.forecast(asked, { leads, levels });
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return answer;
}

const run = (asked: History, leads: number) => ask(pooledBoosting.fit(asked, { leads }), asked, leads);
const medians = ({ quantiles }: Forecast) => quantiles.filter((_, i) => i % levels.length === 2);
const noisy = (d: string, _: number, noise: number) => week(d) * (0.8 + 0.4 * noise);

describe("a noisy site, closed on Mondays by its calendar", () => {
  const facts = (date: string) => ({
    ...plainDay(date),
    open: weekday(date) === 1 ? [] : [{ fromMinute: 600, toMinute: 1080 }],
    ...(date.endsWith("-05-01") ? { holiday: "mai" } : {}),
  });
  const asked = history({ days: 500, leads: 14, facts, value: noisy });
  let fitted: Fitted;
  beforeAll(() => {
    fitted = pooledBoosting.fit(asked, { leads: 14 });
  });

  test("quantiles are in order, the mean lies among them, closed days are 0", () => {
    const { quantiles, mean, closed } = ask(fitted, asked, 14);
    for (let i = 0; i < 14; i++) {
      const row = [...quantiles.subarray(i * 5, i * 5 + 5)];
      expect(row).toEqual([...row].sort((a, b) => a - b));
      const shut = weekday(dateOf(asked.set.axis, asked.origin + i)) === 1;
      expect(closed[i]).toBe(shut ? 1 : 0);
      if (shut) expect([...row, mean[i]]).toEqual([0, 0, 0, 0, 0, 0]);
      else {
        expect(mean[i]).toBeGreaterThan(row[1] ?? 0);
        expect(mean[i]).toBeLessThan(row[3] ?? 0);
      }
    }
  });

  test("the same history trains the same trees", () => {
    expect(run(asked, 14)).toEqual(ask(fitted, asked, 14));
  });

  test("nothing at or after the origin is read", () => {
    const longer = Float64Array.from({ length: asked.set.axis.count }, (_, i) =>
      i < asked.origin ? (asked.set.series[0]?.values[i] ?? 0) : 1e6 * (i % 5),
    );
    const uncut = { ...asked, set: { ...asked.set, series: [{ id: "a", values: longer }] } };
    expect(run(uncut, 14)).toEqual(ask(fitted, asked, 14));
  });

  test("the drivers of a day add up to its median", () => {
    const reasons = fitted.explain?.(asked, 0, 14) ?? [];
    const out = medians(ask(fitted, asked, 14));
    expect(reasons.length).toBe(14);
    reasons.forEach(({ drivers, median }, i) => {
      expect(median).toBeCloseTo(out[i] ?? 0, 9);
      expect(drivers.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(median, 6);
      expect(new Set(drivers.map(({ kind }) => kind)).size).toBe(drivers.length);
    });
  });

  test("the trees answer for a series that was not there when they were trained", () => {
    const [series] = asked.set.series;
    const other = {
      ...asked,
      set: {
        ...asked.set,
        series: [{ id: "new", values: series?.values.map((v) => v * 3) ?? new Float64Array() }],
      },
    };
    const own = medians(ask(fitted, asked, 14));
    medians(ask(fitted, other, 14)).forEach((v, i) => {
      expect(Math.abs(v - 3 * (own[i] ?? 0))).toBeLessThanOrEqual(0.35 * v);
    });
  });
});

test("history under eight weeks is refused with its reason", () => {
  const asked = history({ days: 50, leads: 7, value: week });
  expect(pooledBoosting.fit(asked, { leads: 7 }).forecast(asked, { leads: 7, levels })[0]).toEqual({
    kind: "refused",
    id: "a",
    reason: "history too short: 50 days (8 weeks are needed)",
  });
});

describe("a site whose visitors halve in rain and whose groups have booked", () => {
  const wet = (day: number) => (day * 7919) % 10 < 3;
  const grouped = (day: number) => (day * 104_729) % 11 < 3;
  const value = (date: string, _: number, noise: number) => {
    const day = dayNumber(date) - first;
    return 200 * (wet(day) ? 0.5 : 1) * (0.95 + 0.1 * noise) + (grouped(day) ? 120 : 0);
  };
  const first = dayNumber("2023-01-02");
  const plain = history({ days: 420, leads: 14, value });
  const { axis } = plain.set;
  const all = Array.from({ length: axis.count }, (_, day) => day);
  type Row = readonly [number, number, number];
  const rain = (rows: readonly Row[]): Covariate => ({
    name: "rain",
    issued: Float64Array.from(rows, ([issued]) => issued),
    step: Int32Array.from(rows, ([, step]) => step),
    value: Float64Array.from(rows, ([, , value]) => value),
  });
  const skies = all.map(
    (day): Row => [(axis.start[Math.max(0, day - 20)] ?? 0) - HOUR, day, wet(day) ? 8 : 0],
  );
  const visits = all.filter(grouped);
  const booked = (rows: readonly Row[]): BookingCurve => ({
    visit: Int32Array.from(rows, ([visit]) => visit + first),
    made: Int32Array.from(rows, ([, made]) => made + first),
    quantity: Float64Array.from(rows, ([, , quantity]) => quantity),
  });
  const groups = visits.map((visit) => [visit, visit - 30, 120] satisfies Row);
  const asked: History = {
    ...plain,
    bookings: [booked(groups)],
    covariates: [[rain(skies)]],
  };
  let fitted: Fitted;
  beforeAll(() => {
    fitted = pooledBoosting.fit(asked, { leads: 14 });
  });
  const ahead = (history: History) => medians(ask(fitted, history, 14));

  test("both effects are learned", () => {
    ahead(asked).forEach((people, lead) => {
      const day = asked.origin + lead;
      const wanted = 200 * (wet(day) ? 0.5 : 1) + (grouped(day) ? 120 : 0);
      expect(Math.abs(people / wanted - 1)).toBeLessThan(0.25);
    });
  });

  test("a group booked, or an issue of the weather, on the origin's day changes nothing; before it, it does", () => {
    const target = all.findIndex((day) => day >= asked.origin + 3 && !grouped(day) && !wet(day));
    const add = (made: number): History => ({
      ...asked,
      bookings: [booked([...groups, [target, made, 120]])],
    });
    expect(ahead(add(asked.origin))).toEqual(ahead(asked));
    expect(ahead(add(asked.origin - 1))[target - asked.origin]).toBeGreaterThan(240);
    const at = axis.start[asked.origin] ?? 0;
    const turn = (issued: number): History => ({
      ...asked,
      covariates: [[rain([...skies, [issued, target, 8]])]],
    });
    expect(ahead(turn(at))).toEqual(ahead(asked));
    expect(ahead(turn(at - 1))[target - asked.origin]).toBeLessThan(150);
  });

  test("drivers name bookings and weather", () => {
    const reasons = fitted.explain?.(asked, 0, 14) ?? [];
    const people = (day: number, kind: string) =>
      reasons[day - asked.origin]?.drivers.find((driver) => driver.kind === kind)?.people ?? 0;
    const ahead14 = all.slice(asked.origin, asked.origin + 14);
    const mean = (kind: string, days: readonly number[]) =>
      days.reduce((sum, day) => sum + people(day, kind), 0) / days.length;
    expect(mean("weather", ahead14.filter(wet))).toBeLessThan(-20);
    expect(mean("bookings", ahead14.filter(grouped))).toBeGreaterThan(20);
  });
});

test("trees fitted once answer a later history, at another hour, from its newer values", () => {
  const value = (date: string, hour: number, noise: number) =>
    week(date) * (1 + (hour % 12)) * (0.9 + 0.2 * noise);
  const whole = history({ days: 112, leads: 24, step: "PT1H", value });
  const upTo = (origin: number): History => ({
    ...whole,
    origin,
    set: cutAt(whole.set, origin),
  });
  const fitted = pooledBoosting.fit(upTo(110 * 24), { leads: 24 });
  const later = upTo(110 * 24 + 31);
  const out = medians(ask(fitted, later, 24));
  const { axis } = whole.set;
  out.forEach((people, i) => {
    const step = later.origin + i;
    const wanted = value(dateOf(axis, step), axis.slot[step] ?? 0, 0.5);
    expect(Math.abs(people / wanted - 1)).toBeLessThan(0.2);
  });
  const busier = {
    ...later,
    set: {
      axis,
      series: later.set.series.map(({ id, values }) => ({
        id,
        values: values.map((v, i) => (i < 110 * 24 ? v : v * 2)),
      })),
    },
  };
  const risen = medians(ask(fitted, busier, 24));
  expect(risen.reduce((a, b) => a + b, 0)).toBeGreaterThan(1.02 * out.reduce((a, b) => a + b, 0));
});
