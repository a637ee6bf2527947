import fc from "fast-check";
import { expect, test } from "vitest";
import { grow } from "../../../src/forecast/boost/grow.ts";
import { addPath, addTree, fillMeans, valueAt } from "../../../src/forecast/boost/tree.ts";

const rowOf = fc.record({
  bins: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
  pull: fc.double({ min: -1, max: 1, noNaN: true }),
  weight: fc.integer({ min: 1, max: 4 }),
});
type Row = { readonly bins: readonly [number, number]; readonly pull: number; readonly weight: number };

function growth(rows: readonly Row[], leaves: number, leastWeight = 1) {
  return {
    width: 2,
    bins: Uint8Array.from(rows.flatMap(({ bins }) => bins)),
    pull: Float64Array.from(rows, ({ pull }) => pull),
    weight: Float32Array.from(rows, ({ weight }) => weight),
    rows: Int32Array.from(rows, (_, i) => i),
    columns: Int32Array.of(0, 1),
    leaves,
    leastWeight,
  };
}

/** Gain of a split by the definition, from sums over rows. */
function gainOf(rows: readonly Row[], column: 0 | 1, cut: number): number {
  const score = (part: readonly Row[]) =>
    part.reduce((sum, { pull }) => sum + pull, 0) ** 2 /
    Math.max(
      1e-12,
      part.reduce((sum, { weight }) => sum + weight, 0),
    );
  const left = rows.filter(({ bins }) => bins[column] <= cut);
  const right = rows.filter(({ bins }) => bins[column] > cut);
  return left.length === 0 || right.length === 0 ? 0 : score(left) + score(right) - score(rows);
}

test("the first split gains as much as the best of all splits", () => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 2, maxLength: 40 }), (rows) => {
      const { tree } = grow(growth(rows, 2));
      const all = ([0, 1] as const).flatMap((c) => [0, 1, 2, 3, 4, 5].map((cut) => gainOf(rows, c, cut)));
      const best = Math.max(...all);
      const column = tree.column[0];
      const got = column === 0 || column === 1 ? gainOf(rows, column, tree.cut[0] ?? 0) : 0;
      expect(got).toBeCloseTo(best, 6);
    }),
  );
});

test("leaves share out the rows, keep their least weight, and hold the rows that the tree sends there", () => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 2, maxLength: 80 }), (rows) => {
      const asked = growth(rows, 8, 6);
      const { tree, leaves } = grow(asked);
      expect([...asked.rows].sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
      expect(leaves.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(rows.length);
      for (const { node } of leaves) tree.value[node] = node + 1;
      for (const { node, from, to } of leaves) {
        const own = [...asked.rows.subarray(from, to)];
        const weight = own.reduce((sum, row) => sum + (rows[row]?.weight ?? 0), 0);
        if (leaves.length > 1) expect(weight).toBeGreaterThanOrEqual(6);
        for (const row of own) expect(valueAt(tree, asked.bins, row * 2)).toBe(node + 1);
      }
    }),
  );
});

test("what the columns add along a path and the mean of the leaves make up what the tree says", () => {
  fc.assert(
    fc.property(fc.array(rowOf, { minLength: 4, maxLength: 60 }), (rows) => {
      const asked = growth(rows, 6);
      const { tree, leaves } = grow(asked);
      const weights = new Float64Array(tree.value.length);
      for (const { node, from, to } of leaves) {
        tree.value[node] = Math.sin(node);
        weights[node] = to - from;
      }
      fillMeans(tree, weights);
      const sums = new Float64Array(rows.length);
      addTree(tree, asked.bins, 2, sums);
      expect(sums.reduce((a, b) => a + b, 0) / rows.length).toBeCloseTo(tree.value[0] ?? 0, 9);
      rows.forEach((_, row) => {
        const shares = new Float64Array(2);
        const mean = addPath(tree, asked.bins, row * 2, shares);
        expect(mean + (shares[0] ?? 0) + (shares[1] ?? 0)).toBeCloseTo(sums[row] ?? 0, 9);
      });
    }),
  );
});
