import { expect, test } from "vitest";
import { layoutStripes } from "../../../dashboards/charts/stripes-layout.ts";
import { FeedDayState } from "../../../src/contract/quality.ts";

const one = (state: FeedDayState, observed: number | null = 1) =>
  layoutStripes([[{ slot: 0, state, observed }]], 0);

test("each state has a shape of its own", () => {
  const shapes = FeedDayState.options.map((state) => {
    const { lanes: _lanes, bottom: _bottom, ...paths } = one(state, 0.5);
    return JSON.stringify(paths);
  });
  expect(new Set(shapes).size).toBe(FeedDayState.options.length);
});

test("nothing due leaves nothing, missing is an outline and no bar", () => {
  const { solid, missing, suspect, late, due } = one("rest", null);
  expect([solid, missing, suspect, late, due].join("")).toBe("");
  expect(one("missing", 0).solid).toBe("");
  expect(one("missing", 0).missing).not.toBe("");
});

test("the bar of a partial day is as high as its share, and never looks whole or empty", () => {
  const height = (observed: number) => {
    const [, top = "0"] = /^M[\d.]+ ([\d.]+)/.exec(one("partial", observed).solid) ?? [];
    return 38 - Number(top);
  };
  expect(height(0.5)).toBeCloseTo(8, 1);
  expect(height(0.01)).toBeGreaterThan(2);
  expect(height(0.899)).toBeLessThan(14);
});

test("stripes stand below each other", () => {
  const { lanes, bottom } = layoutStripes([[], [], []], 8);
  expect(lanes.map(({ top }) => top)).toEqual([8, 60, 112]);
  expect(bottom).toBe(164);
});
