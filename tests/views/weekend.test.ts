import { expect, test } from "vitest";
import { verdictOf } from "../../src/views/weekend.ts";

const SUMMER = [500, 520, 480, 510, 400, 350, 300, 280];

test.each([
  [150, 140, "ordinary"],
  [150, 124, "busy"],
  [150, 188, "quiet"],
  [150, 125, "ordinary"],
] as const)(
  "%i visits against %i a year before are %s, whatever the last weekends were",
  (now, before, verdict) => {
    expect(verdictOf(now, before, SUMMER)).toBe(verdict);
  },
);

test("without a comparable weekend the last eight are the measure, and fewer than four are none", () => {
  expect(verdictOf(150, null, SUMMER)).toBe("quiet");
  expect(verdictOf(600, 0, SUMMER)).toBe("busy");
  expect(verdictOf(420, null, SUMMER)).toBe("ordinary");
  expect(verdictOf(150, null, SUMMER.slice(0, 3))).toBe("ordinary");
});
