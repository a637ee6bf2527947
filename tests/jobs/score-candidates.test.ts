import { expect, test } from "vitest";
import type { History, Model } from "../../src/forecast/model.ts";
import { robustBase } from "../../src/forecast/models/robust-base.ts";
import { seasonalNaive } from "../../src/forecast/models/seasonal-naive.ts";
import { scoreCandidates } from "../../src/jobs/score-candidates.ts";
import { history, week } from "../forecast/support.ts";

const made = history({ days: 200, leads: 14, value: (date, _, noise) => week(date) * (0.8 + 0.4 * noise) });
const request = { origins: [150, 156, 162, 168], leads: 14 };

/** Always the same number; `when` = false refuses. */
const constant = (value: number, when: (origin: number) => boolean = () => true): Model => ({
  name: `always ${value}`,
  fit: () => ({
    forecast: ({ set, origin }, { leads, levels }) =>
      set.series.map(({ id }) =>
        when(origin)
          ? {
              kind: "forecast" as const,
              id,
              model: "m",
              levels,
              leads,
              quantiles: new Float64Array(leads * levels.length).fill(value),
              mean: new Float64Array(leads).fill(value),
              closed: new Uint8Array(leads),
            }
          : { kind: "refused" as const, id, reason: "not now" },
      ),
  }),
});

test("loss and error are those of their definitions", () => {
  const flat = history({ days: 200, leads: 14, value: () => 110 });
  // Of 110 against 100: levels 0.1, 0.5, 0.9 lose 1, 5 and 9 a step.
  expect(scoreCandidates([constant(100)], flat, request)).toEqual([
    { id: "a", model: "always 100", steps: 56, loss: 56 * 5, error: 56 * 10 },
  ]);
});

test("only origins at which all answered are scored; one that hardly ever answers is left out", () => {
  const sometimes = constant(100, (origin) => origin !== 156);
  const never = constant(90, () => false);
  const scores = scoreCandidates([robustBase, sometimes, never], made, request);
  expect(scores.map(({ steps }) => steps)).toEqual([42, 42, 0]);
});

test("what comes after an origin is not known to any model there", () => {
  const models = [robustBase, seasonalNaive(7)];
  const [whole] = made.set.series;
  const later: History = {
    ...made,
    set: {
      ...made.set,
      series: [
        { id: "a", values: (whole?.values ?? new Float64Array()).map((v, i) => (i >= 190 ? 5000 : v)) },
      ],
    },
  };
  expect(scoreCandidates(models, later, request)).toEqual(scoreCandidates(models, made, request));
});
