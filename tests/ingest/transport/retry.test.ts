/** Waiting times as pure functions. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { backOffMs, isRetriable, retryAfterMs } from "../../../ingest/transport/retry.ts";

test("back-off doubles, keeps between half and whole, and stops growing at 30 s", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, random) => {
        const whole = Math.min(30_000, 500 * 2 ** (attempt - 1));
        expect(backOffMs(attempt, random)).toBeGreaterThanOrEqual(whole / 2);
        expect(backOffMs(attempt, random)).toBeLessThanOrEqual(whole);
      },
    ),
  );
});

test.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["Tue, 14 Jul 2026 08:00:10 GMT", 10_000],
  ["Tue, 14 Jul 2026 07:00:00 GMT", 0],
  ["soon 5", undefined],
  ["-3", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After %j at 08:00:00 means %j ms", (header, ms) => {
  expect(retryAfterMs(header, Date.parse("2026-07-14T08:00:00Z"))).toBe(ms);
});

test("only what may pass by itself is retried", () => {
  expect([408, 425, 429, 500, 502, 503, 504].every(isRetriable)).toBe(true);
  expect([400, 401, 403, 404, 410, 422, 501].some(isRetriable)).toBe(false);
});
