import { expect, test } from "vitest";
import { type ControlDay, largestOf, layoutControl } from "../../../dashboards/charts/control-chart.tsx";
import { namedWeeks } from "../../../dashboards/charts/week-axis.tsx";

const band = { low: 90, median: 105, high: 120 };
const day = (slot: number, value: number, told: Partial<ControlDay> = {}): ControlDay => ({
  slot,
  value,
  band,
  outside: false,
  text: "",
  ...told,
});

test("a band holds until the next day that has one, and days before the first have none", () => {
  const layout = layoutControl([day(0, 100, { band: null }), day(2, 104), day(5, 101)]);
  expect(layout.band.match(/M[\d.]+/g)).toEqual(["M2", "M5"]);
  expect(layout.band.match(/H[\d.]+V/g)).toEqual(["H5V", "H6V"]);
});

test("days outside are marks of their own, and the scale holds them", () => {
  const days = [day(0, 100), day(3, 190, { outside: true, text: "190" })];
  const { outside, inside, scale } = layoutControl(days);
  expect(outside).toMatchObject([{ slot: 3.5, text: "190" }]);
  expect(inside.match(/M/g)).toHaveLength(1);
  expect(scale.y(190)).toBeGreaterThanOrEqual(scale.top);
  expect(largestOf(days)).toBe(190);
});

test("names of weeks stand apart and inside", () => {
  const weeks = Array.from({ length: 9 }, (_, i) => ({ slot: 7 * i, text: "16 nov." }));
  expect(namedWeeks(weeks, 63, 20)).toHaveLength(9);
  expect(namedWeeks(weeks, 63, 328 / 63).map(({ slot }) => slot)).toEqual([0, 14, 28, 42]);
  // Names that stand on every screen stay on a wide one; the others find room beside them, or none.
  const narrow = weeks.filter((_, i) => i === 1 || i === 6);
  expect(namedWeeks(weeks, 63, 6, narrow).map(({ slot }) => slot)).toEqual([7, 21, 42]);
});
