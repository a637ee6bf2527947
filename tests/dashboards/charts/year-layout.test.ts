import fc from "fast-check";
import { expect, test } from "vitest";
import { classesOf } from "../../../dashboards/charts/classes.ts";
import { lettersOf } from "../../../dashboards/charts/figure-text.ts";
import { placeOf } from "../../../dashboards/charts/year-grid.ts";
import { mergeCells } from "../../../dashboards/charts/year-heads.ts";
import { layoutYear } from "../../../dashboards/charts/year-layout.ts";
import type { YearDay, YearFrame } from "../../../dashboards/charts/year-model.ts";
import { addDays, weekday } from "../../../src/domain/time.ts";

const FRAME: YearFrame = { weeks: 26, width: 648, usual: 1096, row: 26 };
const STATES = ["measured", "estimated", "closed", "missing", "coming"] as const;

const day = fc.record({ state: fc.constantFrom(...STATES), n: fc.nat(999) });
const year = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.array(day, { minLength: 1, maxLength: 372 }))
  .map(([shift, days]) =>
    days.map(({ state, n }, i): YearDay => {
      const known = state === "measured" || state === "estimated";
      const date = addDays("2025-12-01", shift + i);
      const visits = known ? n : null;
      return { day: date, visits, state, expected: null, figure: String(n), marked: false };
    }),
  );

const layout = (days: readonly YearDay[], frame = FRAME) =>
  layoutYear(
    days,
    [],
    classesOf(
      days.flatMap(({ visits }) => visits ?? []),
      1,
    ),
    -1,
    frame,
  );

test("every day has a cell of its own, in the row of its weekday, left to right, top to bottom", () => {
  fc.assert(
    fc.property(year, (days) => {
      const { grid, strips, height } = layout(days);
      const seen = new Set<string>();
      days.forEach(({ day: date }, i) => {
        const { column, strip, top } = placeOf(grid, i);
        seen.add(`${column} ${top}`);
        expect(column).toBeLessThan(grid.weeks);
        expect(strip).toBeLessThan(strips);
        expect(top + grid.row).toBeLessThanOrEqual(height);
        expect((grid.offset + i) % 7).toBe(weekday(date) - 1);
      });
      expect(seen.size).toBe(days.length);
    }),
    { numRuns: 30 },
  );
});

test("merged cells cover the days of their state and no other", () => {
  fc.assert(
    fc.property(year, (days) => {
      const { grid, closed } = layout(days);
      const inside = (i: number) => {
        const { column, top } = placeOf(grid, i);
        return closed.filter(
          (cells) =>
            cells.columns.from <= column &&
            column < cells.columns.to &&
            cells.top <= top + 2 &&
            top + 2 < cells.bottom,
        ).length;
      };
      days.forEach(({ state }, i) => {
        expect(inside(i)).toBe(state === "closed" ? 1 : 0);
      });
    }),
    { numRuns: 20 },
  );
});

test("a closed weekday is one rectangle a strip, a closed week is one too", () => {
  const { grid } = layout(
    Array.from({ length: 364 }, (_, i) => ({
      day: addDays("2025-12-01", i),
      visits: 1,
      state: "measured",
      expected: null,
      figure: "1",
      marked: false,
    })),
  );
  const mondays = Array.from({ length: 52 }, (_, i) => i * 7);
  expect(mergeCells(grid, mondays)).toHaveLength(2);
  expect(mergeCells(grid, [14, 15, 16, 17, 18, 19, 20])).toHaveLength(1);
});

test("zero, closed, missing, estimated and coming days are each drawn in their own way", () => {
  const base = { expected: null, marked: false };
  const days: YearDay[] = [
    { ...base, day: "2026-11-23", visits: null, state: "closed", figure: "" },
    { ...base, day: "2026-11-24", visits: 0, state: "measured", figure: "0" },
    { ...base, day: "2026-11-25", visits: null, state: "missing", figure: "" },
    { ...base, day: "2026-11-26", visits: 80, state: "estimated", figure: "≈80" },
    { ...base, day: "2026-11-27", visits: null, state: "coming", figure: "", expected: 60 },
  ];
  const { closed, zeros, missing, estimated, coming, expected, figures } = layout(days);
  expect([closed, zeros, missing, estimated].map((list) => list.length)).toEqual([1, 1, 1, 1]);
  expect(coming.match(/M/g)).toHaveLength(1);
  expect(expected.join("").match(/M/g)).toHaveLength(1);
  expect(figures.map(({ letters }) => letters.text)).toEqual(["≈80"]);
});

test("months are named where they begin, in their strip, and one that has no room is left out", () => {
  const of = (from: string, count: number, weeks: number) =>
    layout(
      Array.from({ length: count }, (_, i) => ({
        day: addDays(from, i),
        visits: null,
        state: "closed" as const,
        expected: null,
        figure: "",
        marked: false,
      })),
      { ...FRAME, weeks },
    ).months.map(({ day: date, x, y }) => `${date} ${x} ${y > 100 ? 1 : 0}`);
  expect(of("2025-12-01", 91, 26)).toEqual(["2025-12-01 0 0", "2026-01-01 5 0", "2026-02-01 9 0"]);
  // Two days of November beside December.
  expect(of("2025-11-29", 30, 26)).toEqual(["2025-12-01 1 0"]);
});

test("a figure that is wider than its day is not printed", () => {
  const days: YearDay[] = [
    { day: "2026-11-20", visits: 1214, state: "measured", figure: "1 214", expected: null, marked: true },
  ];
  expect(layout(days).figures).toHaveLength(1);
  expect(layout(days, { weeks: 12, width: 288, usual: 288, row: 26 }).figures).toHaveLength(0);
});

test("a letter each has its place, and a gap is no letter", () => {
  const letters = lettersOf(
    [
      { text: "1\u202f214", x: 10, y: 5 },
      { text: "7", x: 40, y: 9 },
    ],
    (x, offset) => (x + offset).toFixed(1),
  );
  expect(letters.text).toBe("12147");
  expect(letters.x.split(" ")).toHaveLength(5);
  expect(letters.y).toBe("5 5 5 5 9");
  const xs = letters.x.split(" ").map(Number);
  expect(xs.slice(0, 4)).toEqual(xs.slice(0, 4).toSorted((a, b) => a - b));
  // Centred on its place.
  expect(((xs[0] ?? 0) + (xs[3] ?? 0)) / 2).toBeCloseTo(10, 0);
});
