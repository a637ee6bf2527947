import { expect, test } from "vitest";
import { compareRuns } from "../../../bench/forecast/compare.ts";
import type { Task } from "../../../bench/forecast/tasks.ts";
import { runModel } from "../../../bench/forecast/windows.ts";
import type { Model } from "../../../src/forecast/model.ts";
import { countsOf } from "./support.ts";

/** Says the same about every step; `fits` counts how often it learned. */
function says(name: string, [low, median, high]: readonly [number, number, number], refuses = -1) {
  const seen = { fits: 0 };
  const model: Model = {
    name,
    fit() {
      seen.fits++;
      return {
        forecast: ({ set, origin }, { leads, levels }) =>
          set.series.map(({ id }) => {
            if (origin === refuses) return { kind: "refused", id, reason: "asked to" } as const;
            const quantiles = Float64Array.from(
              { length: leads * 3 },
              (_, i) => [low, median, high][i % 3] ?? 0,
            );
            const [mean, closed] = [new Float64Array(leads).fill(median), new Uint8Array(leads)];
            return { kind: "forecast", id, model: name, levels, leads, quantiles, mean, closed } as const;
          }),
      };
    },
  };
  return { model, seen };
}

// 10 in even weeks, 14 in odd ones: a change of 4 from each week to the next. A day without a count is not scored.
const counts = countsOf(200, (day) => (day === 126 ? Number.NaN : Math.floor(day / 7) % 2 === 0 ? 10 : 14));
const task: Task = {
  name: "museums",
  counts,
  origins: [70, 84, 126].map((step) => ({ step, weeks: "ordinary" })),
  horizons: [7, 14],
  youngest: 56,
};

test("a window is scored against the change from week to week before its origin", () => {
  const { windows } = runModel(task, says("a", [9, 10, 12]).model);
  const [week, both] = windows;
  expect(week).toMatchObject({ upTo: 7, level: 10, mase: 0, coverage80: 1 });
  expect(both).toMatchObject({ upTo: 14, level: 12, mase: 0.5, coverage80: 0.5 });
  // Even week: (0.1 + 0 + 0.2) / 3; odd week: (0.5 + 2 + 1.8) / 3.
  expect(week?.pinball).toBeCloseTo(0.1, 9);
  expect(both?.pinball).toBeCloseTo((0.3 + 4.3) / 6, 9);
});

test("a model learns anew after eight weeks, not before", () => {
  const { model, seen } = says("a", [9, 10, 12]);
  runModel(task, model);
  expect(seen.fits).toBe(2);
});

test("a series too young at an origin is not scored there", () => {
  expect(runModel({ ...task, youngest: 100 }, says("a", [9, 10, 12]).model).windows).toHaveLength(2);
});

test("rows keep to the windows that all of ours answered, and tell what a peer left out", () => {
  const naive = runModel(task, says("naive", [10, 14, 14]).model);
  const ours = runModel(task, says("ours", [9, 10, 12], 84).model);
  const peer = runModel(task, says("peer", [9, 12, 12], 126).model);
  const [row] = compareRuns({ ...task, horizons: [14, 90] }, [naive, ours, peer], 1);
  expect(row?.windows).toBe(2);
  expect(row?.answered).toEqual([1, 1, 0.5]);
  expect(row?.figures[2]).toBeCloseTo(0.5, 9);
});
