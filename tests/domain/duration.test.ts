import { expect, test } from "vitest";
import { durationMs } from "../../src/domain/duration.ts";

test("durations of fixed length are read to the millisecond", () => {
  expect(["PT15M", "PT1H", "P1D", "P1W", "P1DT12H", "PT90S"].map(durationMs)).toEqual([
    900_000, 3_600_000, 86_400_000, 604_800_000, 129_600_000, 90_000,
  ]);
});

test("months, years, fractions, signs and empty durations are refused", () => {
  const refused = ["P1M", "P1Y", "PT1.5H", "-PT1H", "P", "PT", "10 min", "pt10m", "PT10M "];
  expect(refused.map(durationMs).filter((ms) => ms !== undefined)).toEqual([]);
});
