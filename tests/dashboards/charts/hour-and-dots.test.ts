import { expect, test } from "vitest";
import { classesOf } from "../../../dashboards/charts/classes.ts";
import { dotScale, layoutDots } from "../../../dashboards/charts/dot-row.tsx";
import { layoutWeekGrid } from "../../../dashboards/charts/week-grid.tsx";

const cell = (column: number, hour: number, visits: number | null) => ({
  column,
  hour,
  visits,
  figure: visits === null ? "" : String(visits),
});

test("the grid runs from the first open hour to the last; never open, never measured and zero differ", () => {
  const cells = [cell(1, 10, 4), cell(1, 11, 9), cell(1, 13, 0), cell(2, 10, 2), cell(2, 11, null)];
  const { hours, columns, framed } = layoutWeekGrid(cells, classesOf([4, 9, 2], 0.5), [
    { column: 1, hour: 11 },
  ]);
  expect(hours).toEqual([10, 11, 12, 13]);
  expect(columns[0]).toMatchObject({ closed: [{ from: 0, to: 4 }], missing: [], zeros: [] });
  expect(columns[1]).toMatchObject({ closed: [{ from: 2, to: 3 }], missing: [] });
  expect(columns[1]?.zeros).toHaveLength(1);
  expect(columns[2]).toMatchObject({
    closed: [{ from: 2, to: 4 }],
    missing: [{ from: 1, to: 2 }],
    zeros: [],
  });
  expect(columns[1]?.figures.map(({ letters }) => letters.text).join("")).toBe("49");
  expect(framed).toEqual([{ column: 1, row: 1 }]);
});

test("no hour at all is an empty grid, not one of infinite height", () => {
  const { hours, height } = layoutWeekGrid([], classesOf([], 0.5), []);
  expect(hours).toEqual([]);
  expect(height).toBeLessThan(100);
});

test("dots stand on one scale from zero; a site without a year before has no ring", () => {
  const scale = dotScale([25.8, 2.5]);
  const { now, before } = layoutDots(12.9, null, scale);
  expect(before).toBeNull();
  expect(layoutDots(25.8, 0, scale)).toMatchObject({ before: 0 });
  expect(layoutDots(25.8, 0, scale).now).toBeCloseTo(2 * now, 1);
  expect(scale.ticks[0]).toBe(0);
  expect(dotScale([]).max).toBe(10);
});
