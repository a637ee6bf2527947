import { expect, test } from "vitest";
import { hourlyOrigins, quietOrigins, steadyOrigins } from "../../../bench/forecast/origins.ts";
import { countsOf } from "./support.ts";

const span = { from: "2024-01-20", to: "2024-12-01" };
const holidays = [
  "2024-01-01",
  "2024-04-01",
  "2024-05-01",
  "2024-05-08",
  "2024-05-09",
  "2024-08-15",
  "2024-11-01",
];
const counts = countsOf(400, () => 1, holidays);
// All of them lie in 2024, of which the axis begins with the first day.
const at = holidays.map((date) => (Date.parse(date) - Date.parse("2024-01-01")) / 86_400_000);

test("half of the weeks hold a holiday on one of their first three days, the others are far from any", () => {
  const origins = hourlyOrigins(counts, span, 4);
  const of = (kind: string) => origins.filter(({ weeks }) => weeks === kind).map(({ step }) => step);
  expect(of("holiday")).toHaveLength(4);
  expect(of("ordinary")).toHaveLength(4);
  for (const step of of("holiday")) expect(at.some((day) => day >= step && day < step + 3)).toBe(true);
  for (const step of of("ordinary")) expect(at.some((day) => day >= step - 7 && day < step + 7)).toBe(false);
  expect(origins.map(({ step }) => step)).toEqual(origins.map(({ step }) => step).sort((a, b) => a - b));
});

test("without a number each run of holidays is met from all three distances", () => {
  const origins = hourlyOrigins(counts, span).filter(({ weeks }) => weeks === "holiday");
  // 8 and 9 May are one run; New Year's Day lies outside.
  expect(origins).toHaveLength(5 * 3);
});

test("quiet origins are far from holidays and fall on every weekday", () => {
  const steps = quietOrigins(counts, span, 13).map(({ step }) => step);
  for (const step of steps) expect(at.some((day) => day >= step - 7 && day < step + 7)).toBe(false);
  expect(new Set(quietOrigins(counts, span, 3).map(({ step }) => step % 7)).size).toBe(7);
});

test("steady origins keep their distance, whatever day it is", () => {
  const steps = steadyOrigins(counts, span, 17).map(({ step }) => step);
  expect(steps[0]).toBe(19);
  expect(steps.every((step, n) => n === 0 || step - (steps[n - 1] ?? 0) === 17)).toBe(true);
});
