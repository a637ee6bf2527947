import { expect, test } from "vitest";
import type { Forecast } from "../../../src/forecast/model.ts";
import { hoursOfDays } from "../../../src/forecast/pickup/hours.ts";
import { history } from "../support.ts";

const levels = [0.1, 0.5, 0.9];

/** The range of one hour of 4 people (3 to 5), in a day that is expected to bring a share of what its hours say. */
function rangeOf(share: number, people: number): number[] {
  const asked = history({ days: 60, leads: 24, step: "PT1H", value: () => people });
  const hours: Forecast = {
    kind: "forecast",
    id: "a",
    model: "",
    levels,
    leads: 24,
    quantiles: Float64Array.from({ length: 72 }, (_, at) => [3, 4, 5][at % 3] ?? 0),
    mean: new Float64Array(24).fill(4),
    closed: new Uint8Array(24),
  };
  const day = Float64Array.of(24 * 4 * share);
  const days = { mean: day, quantiles: day, closed: Uint8Array.of(0) };
  return [...hoursOfDays(asked, hours, days, "").quantiles.subarray(0, 3)];
}

test("hours move with their day, ranges and all, where no whole people are counted", () => {
  expect(rangeOf(0.5, 3.5)).toEqual([1.5, 2, 2.5]);
});

test("the range of few people is no narrower than they vary by themselves", () => {
  expect(rangeOf(0.5, 4)).toEqual([0, 2, 4]); // Poisson of mean 2: 0 to 4 eight times in ten
});

test("of more than a few the range is left as the day makes it", () => {
  expect(rangeOf(5, 4)).toEqual([15, 20, 25]);
});
