import { expect, test } from "vitest";
import type { Fitted, Model } from "../../src/forecast/model.ts";
import { alwaysFit, rememberFits } from "../../src/jobs/fits.ts";
import { forecastSeries } from "../../src/jobs/forecast-series.ts";
import { history, week } from "../forecast/support.ts";

const made = (): Fitted => ({ forecast: () => [] });

test("a model learns once a day for each of its names", () => {
  const fits = rememberFits();
  const first = fits("robust-base visits P1D", "2026-11-24", made);
  expect(fits("robust-base visits P1D", "2026-11-24", made)).toBe(first);
  expect(fits("robust-base visits PT1H", "2026-11-24", made)).not.toBe(first);
  expect(fits("robust-base visits P1D", "2026-11-25", made)).not.toBe(first);
  expect(alwaysFit("a", "2026-11-24", made)).not.toBe(alwaysFit("a", "2026-11-24", made));
});

test("what was learned in the morning answers for the history of the evening", () => {
  const morning = history({ days: 200, leads: 14, value: week });
  const evening = history({
    days: 201,
    leads: 14,
    value: (date) => week(date) * (date > "2023-07-06" ? 1.3 : 1),
  });
  const request = {
    models: ["robust-base"],
    otherwise: "robust-base",
    leads: 14,
    levels: [0.1, 0.5, 0.9],
    explained: 0,
  };
  const fitted = (model: Model) => model.fit(morning, { leads: 14 });
  const [old] = forecastSeries(morning, { ...request, fitted });
  const [fresh] = forecastSeries(evening, { ...request, fitted });
  const total = (solved: typeof old) =>
    solved?.answer.kind === "forecast" ? solved.answer.mean.reduce((a, b) => a + b) : 0;
  expect(total(fresh)).toBeGreaterThan(total(old) * 1.05);
});

test("each series is answered by the model named for it, and a name that nobody knows is refused", () => {
  const one = history({ days: 200, leads: 14, value: week });
  const [series] = one.set.series;
  const [calendar] = one.calendars;
  if (!series || !calendar) throw new Error("no series was made");
  const two = {
    ...one,
    set: { ...one.set, series: [series, { ...series, id: "b" }] },
    calendars: [calendar, calendar],
  };
  const request = {
    otherwise: "robust-base",
    leads: 14,
    levels: [0.5],
    explained: 2,
    fitted: (model: Model) => model.fit(two, { leads: 14 }),
  };
  const solved = forecastSeries(two, { ...request, models: ["robust-base", "seasonal-naive"] });
  expect(solved.map(({ answer }) => answer.kind === "forecast" && `${answer.id} ${answer.model}`)).toEqual([
    "a robust-base",
    "b seasonal-naive",
  ]);
  expect(solved.map(({ explanations }) => explanations.length)).toEqual([2, 0]);
  expect(() => forecastSeries(two, { ...request, models: ["robust-base", "gone"] })).toThrow(
    "invalid model: gone",
  );
});

test("where the chosen model refuses, the usual one speaks; where both do, the chosen one says why", () => {
  const young = history({ days: 200, leads: 14, value: week });
  const fitted = (model: Model) => model.fit(young, { leads: 14 });
  const request = { leads: 14, levels: [0.5], explained: 0, fitted };
  const [spoken] = forecastSeries(young, {
    ...request,
    models: ["seasonal-naive-year"],
    otherwise: "robust-base",
  });
  expect(spoken?.answer).toMatchObject({ kind: "forecast", model: "robust-base" });
  const [silent] = forecastSeries(young, {
    ...request,
    models: ["seasonal-naive-year"],
    otherwise: "seasonal-naive-year",
  });
  expect(silent?.answer).toMatchObject({ kind: "refused" });
});
