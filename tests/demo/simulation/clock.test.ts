import { expect, test } from "vitest";
import { startedAt } from "../../../demo/clock.ts";

test("a hurried clock starts where it is told and runs so many times faster", () => {
  let real = 5_000;
  const clock = startedAt(1_000_000, 60, () => real);
  expect(clock()).toBe(1_000_000);
  real += 1_000;
  expect(clock()).toBe(1_060_000);
});

test("a clock that stands still or runs backwards is refused", () => {
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => startedAt(0, speed)).toThrow("invalid clock speed");
  }
});
