import { expect, test } from "vitest";
import { slopeOf } from "../../../src/forecast/what-if/slope.ts";
import { spreadOf, spreadOfKin, studentTenth } from "../../../src/forecast/what-if/spread.ts";

test("Student's t as in the tables", () => {
  // SOURCE: Abramowitz & Stegun 1964, table 26.10, upper tail 0.1.
  const table: [number, number][] = [
    [3, 1.638],
    [4, 1.533],
    [5, 1.476],
    [10, 1.372],
    [30, 1.31],
    [120, 1.289],
  ];
  for (const [freedom, value] of table) expect(studentTenth(freedom)).toBeCloseTo(value, 2);
});

test("more occurrences that agree make a range narrower, occurrences that differ make it wider", () => {
  const width = (effects: number[]) => {
    const { low, high } = spreadOf(effects, 0.02);
    return high - low;
  };
  expect(width([0.4, 0.4, 0.4, 0.4])).toBeLessThan(width([0.4, 0.4]));
  expect(width([0.1, 0.7, 0.4, 0.4])).toBeGreaterThan(width([0.4, 0.4, 0.4, 0.4]));
  expect(spreadOf([0.2, 0.4], 0.02).middle).toBeCloseTo(0.3, 12);
});

test("what only kin know is wider than what was seen, and without kin it is centred on no difference", () => {
  const [own, kin] = [spreadOf([0.4, 0.5, 0.3], 0.02), spreadOfKin([0.4, 0.5, 0.3], 0.09)];
  expect(kin.high - kin.low).toBeGreaterThan(own.high - own.low);
  const none = spreadOfKin([], 0.09);
  expect(none).toMatchObject({ middle: 0, seen: 0 });
  expect(none.high).toBeGreaterThan(0.4);
});

test("a slope is exact without noise, and days of one week count as one", () => {
  const days = Array.from({ length: 80 }, (_, i) => ({
    by: (i % 5) - 2,
    off: 3 * ((i % 5) - 2),
    cluster: i,
  }));
  expect(slopeOf(days)).toEqual({ slope: 3, half: 0, days: 80 });
  const noisy = days.map((day, i) => ({ ...day, off: day.off + day.by * (Math.floor(i / 10) % 2 ? 1 : -1) }));
  const apart = slopeOf(noisy)?.half ?? 0;
  const together = slopeOf(noisy.map((day, i) => ({ ...day, cluster: Math.floor(i / 10) })))?.half ?? 0;
  expect(together).toBeGreaterThan(2 * apart);
  expect(slopeOf(days.map((day) => ({ ...day, by: 0 })))).toBeUndefined();
  expect(slopeOf(days.map((day) => ({ ...day, cluster: 1 })))).toBeUndefined();
});
