import fc from "fast-check";
import { expect, test } from "vitest";
import { bowedArrow } from "../../../dashboards/charts/bowed-arrow.ts";

const coordinate = fc.integer({ min: 0, max: 480 });
const MARK = 14;

test("an arrow starts at its first mark, ends at the second and touches neither", () => {
  fc.assert(
    fc.property(fc.tuple(coordinate, coordinate), fc.tuple(coordinate, coordinate), (from, to) => {
      fc.pre(Math.hypot(to[0] - from[0], to[1] - from[1]) > 60);
      const { along } = bowedArrow(from, to, MARK);
      const distance = ([x, y]: readonly [number, number], at: readonly [number, number]) =>
        Math.hypot(x - at[0], y - at[1]);
      const [first = [0, 0], last = [0, 0]] = [along[0], along.at(-1)] as const;
      expect(distance(first, from)).toBeCloseTo(MARK + 6, 6);
      expect(distance(last, to)).toBeCloseTo(MARK + 4, 6);
      for (const point of along)
        for (const end of [from, to]) expect(distance(point, end)).toBeGreaterThan(MARK);
    }),
  );
});

test("its label stands beside the shaft of an upright arrow and under that of a level one", () => {
  expect(bowedArrow([100, 300], [100, 100], MARK).label).toMatchObject({ anchor: "start" });
  const level = bowedArrow([100, 200], [300, 200], MARK);
  expect(level.label.anchor).toBe("middle");
  expect(level.label.y).toBeGreaterThan(Math.max(...level.along.map(([, y]) => y)) + 8);
});
