import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlacedSpread, rangePaths, spreadOf } from "../../../dashboards/charts/ranges.tsx";

const LEVELS = { q10: 10, q25: 15, q50: 20, q75: 25, q90: 30 };
const down = (value: number) => 100 - value;

test("a band reaches from the low end to the high one, with an edge at each, the inner one and the middle inside", () => {
  const paths = rangePaths([{ spread: spreadOf(LEVELS), left: 1, right: 2 }], down);
  expect(paths).toEqual({
    band: "M1 70H2V90H1Z",
    inner: "M1 75H2V85H1Z",
    edges: "M1 90H2M1 70H2",
    middle: "M1 80H2",
  });
});

test("what is not known of a range is not drawn, and nothing is drawn of nothing", () => {
  const spread = { low: 10, high: 30, inner: null, middle: null };
  const { inner, middle } = rangePaths([{ spread, left: 0, right: 1 }], down);
  expect([inner, middle]).toEqual(["", ""]);
  expect(Object.values(rangePaths([], down)).join("")).toBe("");
});

test("ranges are drawn each by itself: the paths of many are those of each in a row", () => {
  const placed = fc.record({
    spread: fc.constant(spreadOf(LEVELS)),
    left: fc.integer({ min: 0, max: 40 }),
    right: fc.integer({ min: 41, max: 80 }),
  });
  fc.assert(
    fc.property(fc.array(placed), (all: PlacedSpread[]) => {
      expect(rangePaths(all, down).edges).toBe(all.map((one) => rangePaths([one], down).edges).join(""));
    }),
  );
});
