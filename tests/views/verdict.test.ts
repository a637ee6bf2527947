import { expect, test } from "vitest";
import type { RowParts } from "../../src/views/board-rows.ts";
import { verdictOf } from "../../src/views/verdict.ts";

/** A site whose usual day is 100, and so far 56–75. */
function part(visits: number | null, { day = 100, coverage = 1, open = 480, told = true } = {}): RowParts {
  const state = open === 0 ? "closed" : visits === null ? "missing" : "measured";
  return {
    visits: { visits, state, coverage, openMinutes: open, estimated: 0 },
    usual: { now: told ? { low: 56, middle: 65, high: 75 } : null, day },
    holes: coverage < 1 ? [{ from: 0, to: 1 }] : [],
  } as unknown as RowParts;
}

test.each([
  ["weak", part(27)],
  ["ordinary", part(60)],
  ["strong", part(80)],
  ["closed", part(null, { open: 0 })],
] as const)("one site alone makes the day %s", (verdict, site) => {
  expect(verdictOf([site])).toBe(verdict);
});

test("a hole takes its share off what is usual, and what is left counts", () => {
  expect(verdictOf([part(27, { coverage: 0.8 })])).toBe("weak");
  expect(verdictOf([part(50, { coverage: 0.8 })])).toBe("ordinary");
});

test("silent sites that usually make more than 15 % of the visits leave the day unknown", () => {
  expect(verdictOf([part(80), part(null, { day: 17 })])).toBe("strong");
  expect(verdictOf([part(80), part(null, { day: 18 })])).toBe("unknown");
  expect(verdictOf([part(80), part(null, { open: 0 })])).toBe("strong");
});

test("a site that tells whole days only is not compared by the hour", () => {
  expect(verdictOf([part(0, { told: false })])).toBe("unknown");
  expect(verdictOf([part(80), part(0, { told: false })])).toBe("strong");
});
