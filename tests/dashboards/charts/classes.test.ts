import fc from "fast-check";
import { expect, test } from "vitest";
import { classesOf, classOf, shadeOf } from "../../../dashboards/charts/classes.ts";

const people = fc.array(fc.nat(5000), { maxLength: 60 });

test("limits rise, lie below the largest value, and are five classes at most", () => {
  fc.assert(
    fc.property(people, (values) => {
      const { limits } = classesOf(values, 1);
      expect(limits.length).toBeLessThanOrEqual(4);
      limits.forEach((limit, i) => {
        expect(Number.isInteger(limit)).toBe(true);
        expect(limit).toBeGreaterThan(limits[i - 1] ?? 0);
        expect(limit).toBeLessThan(Math.max(...values));
      });
    }),
  );
});

test("more is never lighter, and the ends of the scale have the end shades", () => {
  fc.assert(
    fc.property(people, fc.nat(5000), fc.nat(5000), (values, a, b) => {
      const classes = classesOf(values, 1);
      const shade = (value: number) => shadeOf(classes, classOf(classes, value));
      expect(shade(Math.max(a, b))).toBeGreaterThanOrEqual(shade(Math.min(a, b)));
      if (classes.limits.length > 0) expect([shade(0), shade(1e6)]).toEqual([0, 4]);
    }),
  );
});

test("limits are round and near the fifths of the values; zeros are no part of them", () => {
  const values = Array.from({ length: 100 }, (_, i) => (i + 1) * 3);
  expect(classesOf([...values, 0, 0, 0], 1).limits).toEqual([60, 120, 180, 250]);
  expect(classesOf([0.4, 1.2, 3.7, 8.1, 12.3, 18.9], 0.5).limits).toEqual([1, 3.5, 8, 12]);
});

test("equal values make one class, of the middle shade; so does nothing at all", () => {
  for (const values of [[7, 7, 7, 7], []]) {
    const classes = classesOf(values, 1);
    expect(classes.limits).toEqual([]);
    expect(shadeOf(classes, classOf(classes, 7))).toBe(2);
  }
});
