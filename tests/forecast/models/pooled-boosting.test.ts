import { beforeAll, describe, expect, test } from "vitest";
import { dateOf } from "../../../src/domain/series.ts";
import { weekday } from "../../../src/domain/time.ts";
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
  const asked = history({ days: 840, leads: 14, facts, value: noisy });
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
