import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutPromises, type PromiseDay } from "../../../dashboards/charts/promises-layout.ts";

const FRAME = { width: 648, top: 40, bottom: 296, ticks: 5 };
const RANGE = { low: 10, high: 30, inner: null, middle: 20 };
const day = (change: Partial<PromiseDay> = {}): PromiseDay => ({
  range: RANGE,
  visits: 20,
  state: "measured",
  weekend: false,
  retrospective: false,
  ...change,
});
const layout = (days: readonly PromiseDay[]) => layoutPromises(days, String, [], FRAME);
const moves = (path: string) => path.match(/M/g)?.length ?? 0;

test("a day inside its range has a dot, one outside also a stem and its figure", () => {
  const drawn = layout([day(), day({ visits: 40 }), day({ visits: 5 })]);
  expect(moves(drawn.dots)).toBe(3);
  expect(moves(drawn.stems)).toBe(2);
  expect(drawn.misses.map(({ value }) => value)).toEqual([40, 5]);
});

test("the ends of a range belong to it", () => {
  expect(layout([day({ visits: 10 }), day({ visits: 30 })]).stems).toBe("");
});

test("zero, closed, missing, estimated and still to come are five different things", () => {
  const drawn = layout([
    day({ visits: 0 }),
    day({ range: null, visits: null, state: "closed" }),
    day({ visits: null, state: "missing" }),
    day({ visits: 40, state: "estimated" }),
    day({ visits: null, state: "coming" }),
  ]);
  expect(drawn.zeros.map(({ slot, y }) => [slot, y])).toEqual([[0.5, FRAME.bottom]]);
  expect(drawn.closed).toEqual([{ from: 1, to: 2 }]);
  expect(drawn.missing).toEqual([{ from: 2, to: 3 }]);
  expect(drawn.estimated.map(({ slot }) => slot)).toEqual([3.5]);
  expect(drawn.dots).toBe("");
  // Neither the estimated day nor the missing one is a miss: only the zero is.
  expect(drawn.misses.map(({ value }) => value)).toEqual([0]);
  expect(moves(drawn.ranges.band)).toBe(4);
});

test("forecasts made up afterwards are one run, without inner bands nothing of them is drawn", () => {
  const drawn = layout([day({ retrospective: true }), day({ retrospective: true }), day()]);
  expect(drawn.retrospective).toEqual([{ from: 0, to: 2 }]);
  expect(drawn.ranges.inner).toBe("");
  expect(moves(layout([day({ range: { ...RANGE, inner: { low: 15, high: 25 } } })]).ranges.inner)).toBe(1);
});

test("dates on the axis and figures of misses never touch", () => {
  const count = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(
      count,
      fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 60, maxLength: 60 }),
      (n, came) => {
        const days = Array.from({ length: n }, (_, i) => day({ visits: came[i] ?? 0 }));
        const dates = days.map((_, slot) => ({ slot, text: "28 oct." }));
        const drawn = layoutPromises(days, String, dates, FRAME);
        const step = FRAME.width / n;
        const gaps = drawn.labels.slice(1).map(({ slot }, i) => (slot - (drawn.labels[i]?.slot ?? 0)) * step);
        expect(Math.min(99, ...gaps)).toBeGreaterThan(36);
        for (const [i, one] of drawn.misses.entries())
          for (const other of drawn.misses.slice(i + 1)) {
            const apart = Math.abs(one.slot - other.slot) * step;
            expect(apart > 6 || Math.abs(one.y - other.y) >= 14).toBe(true);
          }
      },
    ),
  );
});
