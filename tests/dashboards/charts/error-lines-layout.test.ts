import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedShare } from "../../../dashboards/charts/coverage-dot.tsx";
import { differenceScale } from "../../../dashboards/charts/difference-bar.tsx";
import { layoutErrors } from "../../../dashboards/charts/error-lines-layout.ts";

test("each figure stands on the outer side of its line", () => {
  const { figures, ruleFigures } = layoutErrors(
    [
      { error: 10, rule: 20 },
      { error: 30, rule: 20 },
    ],
    40,
    272,
  );
  expect(figures.map(({ under }) => under)).toEqual([true, false]);
  expect(ruleFigures.map(({ under }) => under)).toEqual([false, true]);
});

test("the rule breaks where it knew too few days", () => {
  const { rule, ruleFigures, line } = layoutErrors(
    [
      { error: 10, rule: 20 },
      { error: 12, rule: null },
      { error: 14, rule: 22 },
    ],
    40,
    272,
  );
  expect(ruleFigures).toHaveLength(2);
  expect(rule.match(/L/g)).toBeNull();
  expect(line.match(/L/g)).toHaveLength(2);
});

test("names at the ends of the lines keep apart, in the order of the lines", () => {
  const error = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(error, error, (ours, rule) => {
      const { ends } = layoutErrors([{ error: ours, rule }], 40, 272);
      const [a, b] = [ends.line ?? 0, ends.rule ?? 0];
      expect(Math.abs(a - b)).toBeGreaterThanOrEqual(20 - 1e-9);
      if (ours > rule + 40) expect(a).toBeLessThan(b);
    }),
  );
});

test("without a point there is an empty scale and no name", () => {
  const { line, ends, scale } = layoutErrors([], 40, 272);
  expect([line, ends.line, ends.rule]).toEqual(["", null, null]);
  expect(scale.y(0)).toBe(272);
});

test("chance leaves more room for fewer days, always around 8 in 10", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (days) => {
      const [few, more] = [expectedShare(days), expectedShare(days + 1)];
      expect(few.low).toBeLessThanOrEqual(more.low);
      expect(few.high).toBeGreaterThanOrEqual(more.high);
      expect(more.low).toBeLessThan(0.8);
      expect(more.high).toBeGreaterThan(0.8);
      expect(few.high).toBeLessThanOrEqual(1);
    }),
  );
  // 0.8 ± 1.2816 × √(0.16 / 100)
  expect(expectedShare(100).low).toBeCloseTo(0.7487, 4);
});

test("the ruler of a difference holds zero and the whole range", () => {
  const value = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const { from, to } = differenceScale({ low, middle: (low + high) / 2, high });
      expect(from).toBeLessThan(Math.min(0, low));
      expect(to).toBeGreaterThan(Math.max(0, high));
    }),
  );
});
