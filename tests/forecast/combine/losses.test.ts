import { expect, test } from "vitest";
import { groupOf, recordsOf } from "../../../src/forecast/combine/losses.ts";
import type { Forecast } from "../../../src/forecast/model.ts";
import { pinball } from "../../../src/forecast/score.ts";
import { town } from "../ridge/support.ts";

const levels = [0.1, 0.5, 0.9];

function made(rows: readonly (readonly number[])[], closed: readonly number[] = []): Forecast {
  return {
    kind: "forecast",
    id: "site 0",
    model: "made",
    levels,
    leads: rows.length,
    quantiles: Float64Array.from(rows.flat()),
    mean: Float64Array.from(rows, (row) => row[1] ?? 0),
    closed: Uint8Array.from(rows, (_, i) => closed[i] ?? 0),
  };
}

test("losses are pinball losses over the mean, on steps that were observed and not closed for both", () => {
  const seen = [10, Number.NaN, 0, 30];
  const history = town({
    days: 14,
    leads: 1,
    sites: [(_date, _noise, day) => (day < 10 ? 20 : (seen[day - 10] ?? 0))],
  });
  const a = made(
    [
      [5, 8, 12],
      [1, 2, 3],
      [0, 0, 0],
      [20, 22, 25],
    ],
    [0, 0, 1, 0],
  );
  const b = made(
    [
      [6, 9, 15],
      [1, 2, 3],
      [0, 0, 0],
      [25, 33, 40],
    ],
    [0, 0, 1, 0],
  );
  const [series] = recordsOf([{ origin: 10, leads: 4, answers: [[a], [b]] }], history, levels);
  const loss = (rows: readonly (readonly number[])[]) =>
    [10, 30].reduce(
      (sum, y, i) =>
        sum +
        levels.reduce(
          (s, level, k) => s + pinball(Float64Array.of(y), Float64Array.of(rows[i]?.[k] ?? 0), level),
          0,
        ),
      0,
    );
  const level = (10 * 20 + 10 + 0 + 30) / 13;
  const [near, far] = [series?.[0]?.[1], series?.[1]?.[1]];
  const sum = (key: "own" | "first") => ((near?.[key] ?? 0) + (far?.[key] ?? 0)) * level;
  expect(sum("own")).toBeCloseTo(
    loss([
      [6, 9, 15],
      [25, 33, 40],
    ]),
    9,
  );
  expect(sum("first")).toBeCloseTo(
    loss([
      [5, 8, 12],
      [20, 22, 25],
    ]),
    9,
  );
});

test("a component that refused has no record", () => {
  const history = town({ days: 14, leads: 1, sites: [() => 20] });
  const a = made([[5, 8, 12]]);
  const [series] = recordsOf([{ origin: 10, leads: 1, answers: [[a], [undefined]] }], history, levels);
  expect(series?.[0]?.[0]?.weeks).toBe(1);
  expect(series?.[0]?.[1]).toBeUndefined();
  expect(recordsOf([], history, levels)[0]?.[0]).toEqual([]);
});

test("lead groups go by days, whatever the step", () => {
  expect([1, 3, 4, 14, 15, 90].map((lead) => groupOf(lead, 1))).toEqual([0, 0, 1, 1, 2, 2]);
  expect([1, 72, 73, 336, 337].map((lead) => groupOf(lead, 24))).toEqual([0, 0, 1, 1, 2]);
});
