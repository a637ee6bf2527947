import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTE } from "../../src/domain/time.ts";
import { cutBefore, minutesBefore, minutesWithin, without } from "../../src/visits/open-time.ts";

const span = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 90 })).map(([from, length]) => ({
  from: from * MINUTE,
  to: (from + length) * MINUTE,
}));
/** Spans apart from each other, as opening hours are. */
const apart = fc.array(span, { maxLength: 5 }).map((spans) => {
  const kept: { from: number; to: number }[] = [];
  for (const next of spans) {
    if (kept.every((other) => other.to <= next.from || next.to <= other.from)) kept.push(next);
  }
  return kept;
});

test("what is taken away and what is left make up the whole", () => {
  fc.assert(
    fc.property(apart, fc.array(span, { maxLength: 6 }), (open, taken) => {
      const left = without(open, taken);
      const overlap = without(open, left);
      const total = (spans: typeof left) => minutesBefore(spans, Number.POSITIVE_INFINITY);
      expect(total(left) + total(overlap)).toBe(total(open));
      for (const hole of taken) expect(minutesWithin(left, hole)).toBe(0);
    }),
  );
});

test("time before and after an instant make up the whole", () => {
  fc.assert(
    fc.property(apart, fc.nat(600), (open, minute) => {
      const at = minute * MINUTE;
      const whole = minutesBefore(open, Number.POSITIVE_INFINITY);
      expect(minutesBefore(cutBefore(open, at), Number.POSITIVE_INFINITY)).toBe(minutesBefore(open, at));
      expect(minutesBefore(open, at) + minutesWithin(open, { from: at, to: 1e12 })).toBe(whole);
    }),
  );
});
