import fc from "fast-check";
import { expect, test } from "vitest";
import { QUARTER } from "../../../src/domain/time.ts";
import { shapesOf } from "../../../src/views/quality/shape.ts";

const DAY = "2026-11-25";
const rowsOf = (counts: readonly number[], feed = "door", measure = "entries") =>
  counts.map((value, i) => ({ feed, measure, start: i * QUARTER, value, minutes: 15 }));

/** Every run of equal counts above zero, longhand. */
function runs(counts: readonly number[]): { from: number; steps: number; value: number }[] {
  const out: { from: number; steps: number; value: number }[] = [];
  for (let from = 0; from < counts.length; from++) {
    const value = counts[from] ?? 0;
    if (value <= 0 || counts[from - 1] === value) continue;
    let to = from;
    while (counts[to] === value) to++;
    out.push({ from: from * QUARTER, steps: to - from, value });
  }
  return out;
}

test("the longest run of one count above zero is told, the first of several", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 60 }), (counts) => {
      const longest = runs(counts).reduce<ReturnType<typeof runs>[number] | null>(
        (best, run) => (best && best.steps >= run.steps ? best : run),
        null,
      );
      const [shape] = shapesOf("labo", DAY, rowsOf(counts));
      const told = shape && [shape.run_from, shape.run_steps, shape.run_value];
      expect(told).toEqual(longest ? [longest.from, longest.steps, longest.value] : undefined);
    }),
  );
});

test("each counter has its own shape; tills and exits have none", () => {
  const rows = [...rowsOf([2, 2, 2]), ...rowsOf([0, 5], "gate"), ...rowsOf([9, 9], "till", "admissions")];
  expect(shapesOf("labo", DAY, rows).map(({ feed, run_steps }) => [feed, run_steps])).toEqual([
    ["door", 3],
    ["gate", 1],
  ]);
});
