/** No hidden cell follows from what is shown: checked by solving the equations, not by the rule that hid them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Suppressed, suppress } from "../../src/domain/suppress.ts";

const LEAST = 11;

/** Whether a hidden cell is the same in every solution of the totals: its unit vector lies in the span of the lines. */
function determined({ cells, rowTotals, columnTotals, total }: Suppressed): string[] {
  const grid = [...cells.map((row, i) => [...row, rowTotals[i] ?? null]), [...columnTotals, total]];
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  const unknown = grid.flatMap((row, i) => row.flatMap((value, j) => (value === null ? [`${i} ${j}`] : [])));
  const line = (own: (i: number, j: number) => boolean, last: (i: number, j: number) => boolean) =>
    unknown.map((name): number => {
      const [i = 0, j = 0] = name.split(" ").map(Number);
      return own(i, j) ? (last(i, j) ? -1 : 1) : 0;
    });
  const equations = [
    ...Array.from({ length: rows }, (_, r) =>
      line(
        (i) => i === r,
        (_i, j) => j === columns - 1,
      ),
    ),
    ...Array.from({ length: columns }, (_, c) =>
      line(
        (_i, j) => j === c,
        (i) => i === rows - 1,
      ),
    ),
  ];
  // Gauss–Jordan; entries of incidence matrices stay 0, 1 and −1 up to rounding that never comes.
  let rank = 0;
  for (let column = 0; column < unknown.length; column++) {
    const pivot = equations.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot] ?? [], equations[rank] ?? []];
    const own = equations[rank] ?? [];
    const by = own[column] ?? 1;
    for (let k = 0; k < own.length; k++) own[k] = (own[k] ?? 0) / by;
    for (const [i, row] of equations.entries()) {
      const factor = i === rank ? 0 : (row[column] ?? 0);
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (own[k] ?? 0);
    }
    rank++;
  }
  return equations
    .slice(0, rank)
    .map((row) => row.flatMap((value, k) => (Math.abs(value) > 1e-9 ? [unknown[k] ?? ""] : [])))
    .flatMap((names) => (names.length === 1 ? names : []));
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) => {
    const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 11, max: 300 }));
    const row = fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

test("the check itself sees what a lone hidden cell gives away", () => {
  const lone = {
    cells: [
      [null, 40],
      [30, 20],
    ],
    rowTotals: [44, 50],
    columnTotals: [34, 60],
    total: 94,
  };
  expect(determined(lone)).toEqual(["0 0"]);
});

test("no hidden cell or total can be worked out from what is shown", () => {
  fc.assert(
    fc.property(tables, (table) => {
      expect(determined(suppress(table, LEAST))).toEqual([]);
    }),
    {
      numRuns: 2000,
    },
  );
});

test("nothing under the limit is shown but zero, and what is shown is true", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { cells, rowTotals, columnTotals, total } = suppress(table, LEAST);
      for (const value of [...cells.flat(), ...rowTotals, ...columnTotals, total]) {
        if (value !== null && value > 0) expect(value).toBeGreaterThanOrEqual(LEAST);
      }
      for (const [i, row] of cells.entries())
        for (const [j, value] of row.entries()) if (value !== null) expect(value).toBe(table[i]?.[j]);
    }),
  );
});

test("what a line hides adds up to the limit or more, where its total is shown", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { cells, rowTotals } = suppress(table, LEAST);
      for (const [i, row] of cells.entries()) {
        if (rowTotals[i] === null) continue;
        const off = row.map((value, j) => (value === null ? (table[i]?.[j] ?? 0) : 0)).filter((n) => n > 0);
        if (off.length > 0) expect(off.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(LEAST);
      }
    }),
  );
});

test("two cycles of hidden cells joined by one cell do not give that cell away", () => {
  const table = [
    [3, 4, 50, 60, 90],
    [5, 6, 7, 80, 90],
    [70, 90, 8, 9, 90],
    [90, 70, 4, 3, 90],
  ];
  expect(determined(suppress(table, LEAST))).toEqual([]);
});

test("a table without small cells is shown whole", () => {
  expect(
    suppress(
      [
        [11, 0],
        [20, 30],
      ],
      LEAST,
    ),
  ).toEqual({
    cells: [
      [11, 0],
      [20, 30],
    ],
    rowTotals: [11, 50],
    columnTotals: [31, 30],
    total: 61,
  });
});
