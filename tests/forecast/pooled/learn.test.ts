import fc from "fast-check";
import { expect, test } from "vitest";
import { splitByTime } from "../../../src/forecast/pooled/learn.ts";

const rowsOf = fc.array(
  fc.record({ age: fc.integer({ min: 1, max: 900 }), lead: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 60 },
);

test("what the trees learn from had come before the first origin that is held out", () => {
  fc.assert(
    fc.property(rowsOf, fc.constantFrom(1, 24), (rows, slots) => {
      const made = {
        count: rows.length,
        age: Int32Array.from(rows, ({ age }) => age),
        lead: Int32Array.from(rows, ({ lead }) => lead),
      };
      const { learn, held } = splitByTime(made, slots);
      const firstHeld = Math.max(0, ...Array.from(held, (row) => made.age[row] ?? 0));
      for (const row of learn) {
        const seenBefore = (made.age[row] ?? 0) - (made.lead[row] ?? 0) / slots;
        expect(seenBefore).toBeGreaterThanOrEqual(firstHeld);
      }
    }),
  );
});
