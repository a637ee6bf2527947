import fc from "fast-check";
import { expect, test } from "vitest";
import { type HourInput, layoutHours } from "../../../dashboards/charts/hour-bars.tsx";

const hour = (people: number | null, due = true): HourInput => ({ people, name: "", note: "", due });

test("an hour is counted, counted as nobody, not counted, or still to come", () => {
  const { values, zeros, missing, bars } = layoutHours(
    [hour(31), hour(0), hour(null), hour(null), hour(null, false)],
    240,
  );
  expect(values.map(({ people }) => people)).toEqual([31]);
  expect(zeros).toEqual([1.5]);
  expect(missing).toEqual([{ from: 2, to: 4 }]);
  expect(bars).toMatch(/^M0\.2 /);
});

test("law: each hour is one of the four, bars stand on the axis and the tallest is the largest", () => {
  const hours = fc.array(
    fc.record({
      people: fc.option(fc.nat({ max: 500 }), { nil: null }),
      name: fc.constant(""),
      note: fc.constant(""),
      due: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(hours, (input) => {
      const { scale, values, zeros, missing } = layoutHours(input, 200);
      const gaps = missing.reduce((sum, { from, to }) => sum + to - from, 0);
      const ahead = input.filter(({ people, due }) => people === null && !due).length;
      expect(values.length + zeros.length + gaps + ahead).toBe(input.length);
      for (const { y } of values) {
        expect(y).toBeGreaterThanOrEqual(scale.top);
        expect(y).toBeLessThan(scale.bottom);
      }
      const heights = [...values].sort((a, b) => a.people - b.people).map(({ y }) => y);
      expect(heights).toEqual([...heights].sort((a, b) => b - a));
    }),
  );
});
