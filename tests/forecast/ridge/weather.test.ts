import { expect, test } from "vitest";
import type { Axis } from "../../../src/domain/series.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import type { Forecast, History } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { seeded } from "../support.ts";
import { town } from "./support.ts";

const DAY = 86_400_000;
const days = 500;
const leads = 5;

const random = seeded(3);
const rain = Array.from({ length: days + leads }, () => (random() < 0.3 ? 10 * random() + 2 : 0));
rain.splice(days, leads, 0, 12, 0, 12, 12);

/** Rain takes 40 % off. */
const site = (_: string, noise: number, day: number) =>
  200 * ((rain[day] ?? 0) > 0 ? 0.6 : 1) * Math.exp(noise * 0.1);

/** Forecasts of the rain issued at the start of the origin's day for the days ahead, else at that of the day; and
 *  more rows to put after them. */
function issues(axis: Axis, more: readonly { step: number; late: number; value: number }[] = []): Covariate {
  const rows = [
    ...rain.map((value, step) => ({ step, issued: axis.start[Math.min(step, days)] ?? 0, value })),
    ...more.map(({ step, late, value }) => ({ step, issued: (axis.start[days] ?? 0) + late, value })),
  ].sort((a, b) => a.issued - b.issued);
  return {
    name: "rain",
    issued: Float64Array.from(rows, ({ issued }) => issued),
    step: Int32Array.from(rows, ({ step }) => step),
    value: Float64Array.from(rows, ({ value }) => value),
  };
}

function medians(history: History): number[] {
  const answers = calendarRidge.fit(history, { leads }).forecast(history, { leads, levels: [0.5] });
  return [...(answers[0] as Forecast).quantiles];
}

test("rain announced for a day takes off what rain has taken off before", () => {
  const dry = 200;
  const got = medians(town({ days, leads, sites: [site], covariates: (axis) => [[issues(axis)]] }));
  for (const [i, truth] of [dry, 0.6 * dry, dry, 0.6 * dry, 0.6 * dry].entries()) {
    expect(got[i] ?? 0).toBeGreaterThan(truth * 0.9);
    expect(got[i] ?? 0).toBeLessThan(truth * 1.1);
  }
});

test("weather issued after the origin changes nothing", () => {
  const late = [
    { step: days, late: 1, value: 30 },
    { step: days + 2, late: DAY, value: 30 },
    { step: days - 3, late: 1, value: 30 },
  ];
  const made = { days, leads, sites: [site] };
  const known = town({ ...made, covariates: (axis) => [[issues(axis)]] });
  const told = town({ ...made, covariates: (axis) => [[issues(axis, late)]] });
  expect(medians(told)).toEqual(medians(known));
  const reasons = (of: History) => calendarRidge.fit(of, { leads }).explain?.(of, 0, leads);
  expect(reasons(told)).toEqual(reasons(known));
});

test("weather corrected before the origin counts as corrected", () => {
  const made = { days, leads, sites: [site] };
  const drier = [{ step: days + 1, late: 0, value: 0 }];
  const [, rainy] = medians(town({ ...made, covariates: (axis) => [[issues(axis)]] }));
  const [, dry] = medians(town({ ...made, covariates: (axis) => [[issues(axis, drier)]] }));
  expect(dry ?? 0).toBeGreaterThan((rainy ?? 0) * 1.4);
});

test("a site without weather is not taken for a dry one", () => {
  const sites = [site, site];
  const history = town({ days, leads, sites, covariates: (axis) => [[issues(axis)], []] });
  const answers = calendarRidge.fit(history, { leads }).forecast(history, { leads, levels: [0.5] });
  const usual = (answers[1] as Forecast).quantiles[0] ?? 0;
  expect(usual).toBeGreaterThan(155);
  expect(usual).toBeLessThan(196);
});

test("weather has its own share in the explanation", () => {
  const history = town({ days, leads, sites: [site], covariates: (axis) => [[issues(axis)]] });
  const [dry, wet] = calendarRidge.fit(history, { leads }).explain?.(history, 0, leads) ?? [];
  const people = (day: typeof dry) => day?.drivers.find(({ kind }) => kind === "weather")?.people ?? 0;
  expect(people(dry)).toBeGreaterThan(5);
  expect(people(wet)).toBeLessThan(-40);
});
