import { expect, test } from "vitest";
import { makeAxis } from "../../src/domain/series.ts";
import { dayNumber } from "../../src/domain/time.ts";
import { backtest } from "../../src/forecast/backtest.ts";
import { compileCalendar } from "../../src/forecast/calendar.ts";
import type { Model } from "../../src/forecast/model.ts";
import { seasonalNaive } from "../../src/forecast/models/seasonal-naive.ts";

const axis = makeAxis("P1D", "UTC", { from: "2024-01-01", to: "2024-07-01" });
const values = Float64Array.from({ length: axis.count }, (_, i) => 100 + (i % 7) * 10 + Math.floor(i / 7));
const set = { axis, series: [{ id: "a", values }] };
const calendars = [compileCalendar([], dayNumber("2024-01-01"), axis.count)];

test("a rising week is one off for the simple rule, and two off in the second week", () => {
  const scores = backtest([seasonalNaive(7)], set, calendars, { origins: [140, 154], horizons: [7, 14] });
  expect(scores.map(({ origin, upTo }) => [origin, upTo])).toEqual([
    [140, 7],
    [140, 14],
    [154, 7],
    [154, 14],
  ]);
  expect(scores[0]?.mae).toBeCloseTo(1, 6);
  expect(scores[0]?.mase).toBeCloseTo(1, 6);
  expect(scores[1]?.mae).toBeCloseTo(1.5, 6);
  expect(scores[0]?.bias).toBeLessThan(0);
});

test("a model never gets to see what it is scored on", () => {
  const seen: number[] = [];
  const spy: Model = {
    name: "spy",
    fit: ({ set: { series } }) => {
      seen.push(series[0]?.values.length ?? -1);
      return { forecast: () => [{ kind: "refused", id: "a", reason: "spying" }] };
    },
  };
  expect(backtest([spy], set, calendars, { origins: [100, 120], horizons: [7] })).toEqual([]);
  expect(seen).toEqual([100, 120]);
});
