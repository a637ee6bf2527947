import { expect, test } from "vitest";
import { layoutBullet } from "../../../dashboards/charts/bullet.tsx";

const full = {
  visits: 31,
  estimated: 0,
  usual: { low: 18, high: 34 },
  expected: { low: 44, high: 66 },
  gap: "none" as const,
  max: 150,
};

test("a counted bar runs from zero to the count, over the usual band, with a bracket for closing time", () => {
  const layout = layoutBullet(full);
  expect(layout.bar).toBe("M0 7H31V17H0Z");
  expect(layout.band).toBe("M18 0H34V24H18Z");
  expect(layout.bracket).toContain("M44 12H66");
  expect(layout.unknown).toBeNull();
});

test("estimated visits are the hatched end of the bar, not part of the sure one", () => {
  const layout = layoutBullet({ ...full, visits: 22, estimated: 9 });
  expect(layout.bar).toBe("M0 7H13V17H0Z");
  expect(layout.hatched).toEqual({ low: 13, high: 22 });
});

test("a late feed leaves a dotted outline beyond the last count", () => {
  const layout = layoutBullet({ ...full, visits: 64, gap: "late", usual: { low: 46, high: 70 } });
  expect(layout.unknown).toEqual({ low: 64, high: 77.5 });
});

test("a missing count draws no bar at all, only an outline from zero", () => {
  const layout = layoutBullet({ ...full, visits: null, gap: "missing" });
  expect(layout.bar).toBe("");
  expect(layout.unknown?.low).toBe(0);
});

test("a measured zero draws no bar and no outline", () => {
  const layout = layoutBullet({ ...full, visits: 0 });
  expect(layout.bar).toBe("");
  expect(layout.unknown).toBeNull();
});

test("a count beyond the scale ends at its edge", () => {
  expect(layoutBullet({ ...full, visits: 900 }).bar).toBe("M0 7H150V17H0Z");
});
