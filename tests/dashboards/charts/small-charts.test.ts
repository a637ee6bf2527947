import { expect, test } from "vitest";
import { layoutSteps } from "../../../dashboards/charts/driver-steps.tsx";
import { rulerPosition, rulerScale } from "../../../dashboards/charts/growth-ruler.tsx";
import { layoutSevenDays } from "../../../dashboards/charts/seven-days.tsx";
import { layoutWeeks } from "../../../dashboards/charts/week-timetable.tsx";
import { roundUp } from "../../../dashboards/pages/board-scale.ts";

test("steps are chained: each begins where the one before ended, and the last ends at their sum", () => {
  const { steps } = layoutSteps(
    [62, 45, 9, 6, -7].map((people) => ({ kind: "counted" as const, label: "", people })),
    142,
  );
  expect(steps.map(({ from }) => from)).toEqual([0, 62, 107, 116, 122]);
  expect(steps.at(-1)?.to).toBe(115);
});

test("a ruler always holds zero and every change", () => {
  const scale = rulerScale([0.008, 0.075, -0.02, null]);
  for (const change of [0, 0.008, 0.075, -0.02]) {
    const at = Number.parseFloat(rulerPosition(scale, change));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(100);
  }
  expect(scale.ticks).toContain(0);
});

test("seven days put the higher band higher and merge neighbouring closed days", () => {
  const forecast = { q10: 20, q25: 25, q50: 30, q75: 36, q90: 44 };
  const open = { forecast, booked: 0, closed: false, weekend: false };
  const shut = { forecast: null, booked: 0, closed: true, weekend: false };
  const layout = layoutSevenDays([open, shut, shut], 150, 60, 52);
  expect(layout.closed).toEqual([{ from: 1, to: 3 }]);
  expect(layout.band).toBe("M0.19 44.75H0.81V53.07H0.19Z");
});

const week = (slot: number, total: string) => ({
  slot,
  head: "S40 · 28 sept.",
  shortHead: "S40",
  total,
  note: "",
  difference: "+34",
  roomy: null,
});

test("a week that is cut off keeps its number, a whole week its three lines", () => {
  const placed = layoutWeeks([week(0, "1 299"), week(7, "19")], 9, 11.2);
  expect(placed.map(({ detail }) => detail)).toEqual(["roomy", "short"]);
});

test("on a year of weeks the dates keep their distance", () => {
  const weeks = Array.from({ length: 52 }, (_, i) => week(7 * i, "900"));
  const heads = layoutWeeks(weeks, 364, 648 / 364).filter(({ detail }) => detail === "head");
  expect(heads.length).toBeLessThan(8);
  expect(heads.length).toBeGreaterThan(3);
});

test.each([
  [0, 10],
  [128, 150],
  [150, 150],
  [151, 200],
  [1237, 1500],
  [36_000, 40_000],
])("a scale for %d visits ends at %d", (largest, end) => expect(roundUp(largest)).toBe(end));
