import fc from "fast-check";
import { expect, test } from "vitest";
import { BINS, binRows, learnEdges } from "../../../src/forecast/boost/bins.ts";

const numbers = fc.array(fc.oneof(fc.constant(Number.NaN), fc.float({ min: -50, max: 50, noNaN: true })), {
  minLength: 1,
  maxLength: 300,
});

test("bins keep the order of numbers, and missing ones have the bin of their own", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const rows = { count: values.length, width: 1, values: Float32Array.from(values) };
      const bins = binRows(rows, learnEdges(rows));
      const known = values.map((v, i) => [v, bins[i] ?? 0] as const).filter(([v]) => !Number.isNaN(v));
      known.sort(([a], [b]) => a - b);
      for (const [i, [v, bin]] of known.entries()) {
        expect(bin).toBeGreaterThanOrEqual(1);
        expect(bin).toBeLessThan(BINS);
        if (i > 0) expect(bin).toBeGreaterThanOrEqual(known[i - 1]?.[1] ?? 0);
        if (i > 0 && v === known[i - 1]?.[0]) expect(bin).toBe(known[i - 1]?.[1]);
      }
      values.forEach((v, i) => {
        if (Number.isNaN(v)) expect(bins[i]).toBe(0);
      });
    }),
  );
});

test("few distinct numbers get a bin each, many get bins of equal share", () => {
  const few = { count: 6, width: 1, values: Float32Array.of(1, 2, 3, 3, 2, 9) };
  expect([...binRows(few, learnEdges(few))]).toEqual([1, 2, 3, 3, 2, 4]);
  const many = {
    count: 6300,
    width: 1,
    values: Float32Array.from({ length: 6300 }, (_, i) => (i * 37) % 6300),
  };
  const counts = new Map<number, number>();
  for (const bin of binRows(many, learnEdges(many))) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  expect(counts.size).toBe(BINS - 1);
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(110);
});
