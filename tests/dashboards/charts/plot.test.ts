import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenLine, dots, percent } from "../../../dashboards/charts/plot.tsx";
import { runsOf } from "../../../dashboards/charts/runs.ts";

test("a line breaks at a day without a value and never joins across it", () => {
  expect(brokenLine([10, 20, Number.NaN, 30, 40], 0)).toBe("M0.5,10L1.5,20M3.5,30L4.5,40");
});

test("a lone day becomes a dash where the line has no dots, and nothing where it has", () => {
  expect(brokenLine([Number.NaN, 20, Number.NaN], 0.5)).toContain("M1.25 20H1.75");
  expect(brokenLine([Number.NaN, 20, Number.NaN], 0)).not.toContain("H");
});

test("all dots of a series are one path of zero-length strokes", () => {
  expect(
    dots([
      { slot: 0.5, y: 10 },
      { slot: 1.5, y: 20.123 },
    ]),
  ).toBe("M0.5 10h0M1.5 20.12h0");
});

test("runs hold every index that has the property, once, and no other", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (flags) => {
      const runs = runsOf(flags.length, (i) => flags[i] ?? false);
      const covered = runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
      expect(covered).toEqual(flags.flatMap((flag, i) => (flag ? [i] : [])));
      expect(runs.every((run, i) => i === 0 || run.from > (runs[i - 1]?.to ?? 0))).toBe(true);
    }),
  );
});

test("a position is a share of the plot", () => {
  expect(percent(29, 58)).toBe("50%");
  expect(percent(1, 3)).toBe("33.33%");
});
