/** The log of facts by time of creation. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TimedLog } from "../../../demo/stand-ins/timed-log.ts";

test("whatever the order of adding and reading, spans hold what was created in them, oldest first", () => {
  const times = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      times,
      times,
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 0, max: 50 }),
      (one, two, from, to) => {
        const log = new TimedLog<{ id: number; created: number }>();
        for (const created of one) log.add({ id: 0, created });
        log.all();
        for (const created of two) log.add({ id: 0, created });
        const inside = [...one, ...two].filter((at) => at >= from && at < to).sort((a, b) => a - b);
        expect(log.between(from, to).map((row) => row.created)).toEqual(inside);
        expect(new Set(log.all().map((row) => row.id)).size).toBe(one.length + two.length);
      },
    ),
  );
});
