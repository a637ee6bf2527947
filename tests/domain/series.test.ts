import fc from "fast-check";
import { expect, test } from "vitest";
import { cutAt, dateOf, makeAxis, stepAt, stepOf, weekdays } from "../../src/domain/series.ts";
import { addDays, dayNumber, HOUR } from "../../src/domain/time.ts";

const spring = makeAxis("PT1H", "Europe/Paris", { from: "2026-03-28", to: "2026-03-31" });
const autumn = makeAxis("PT1H", "Europe/Paris", { from: "2026-10-24", to: "2026-10-27" });

test("a day of spring has 23 hours and lacks the third", () => {
  expect(spring.count).toBe(71);
  expect(stepOf(spring, dayNumber("2026-03-29"), 2)).toBe(-1);
  expect(stepOf(spring, dayNumber("2026-03-29"), 3)).toBe(26);
});

test("a day of autumn has 25 hours, the doubled one twice", () => {
  expect(autumn.count).toBe(73);
  const first = stepOf(autumn, dayNumber("2026-10-25"), 2, 0);
  expect(stepOf(autumn, dayNumber("2026-10-25"), 2, 1)).toBe(first + 1);
  expect(stepOf(autumn, dayNumber("2026-10-25"), 3, 1)).toBe(-1);
  expect((autumn.start[first + 1] ?? 0) - (autumn.start[first] ?? 0)).toBe(HOUR);
});

test("hours follow each other without gap in any zone, and begin with the local day", () => {
  const zones = ["Europe/Paris", "Australia/Melbourne", "Asia/Kathmandu", "America/St_Johns", "UTC"];
  const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays("2005-01-01", n));
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, fc.integer({ min: 1, max: 9 }), (zone, from, days) => {
      const axis = makeAxis("PT1H", zone, { from, to: addDays(from, days) });
      for (let i = 1; i < axis.count; i++) expect((axis.start[i] ?? 0) - (axis.start[i - 1] ?? 0)).toBe(HOUR);
      expect(axis.slot[0]).toBe(0);
      expect(axis.dayFrom[days]).toBe(axis.count);
    }),
    { numRuns: 60 },
  );
});

test("stepAt() finds the first step that begins at or after an instant", () => {
  const start = spring.start[5] ?? 0;
  expect(stepAt(spring, start)).toBe(5);
  expect(stepAt(spring, start + 1)).toBe(6);
  expect(stepAt(spring, Number.MAX_SAFE_INTEGER)).toBe(spring.count);
});

test("cutAt() leaves nothing from the origin on", () => {
  const set = { axis: spring, series: [{ id: "a", values: new Float64Array(71).fill(4) }] };
  expect(cutAt(set, 30).series[0]?.values).toHaveLength(30);
});

test("days have one step each, dates and weekdays", () => {
  const axis = makeAxis("P1D", "Europe/Paris", { from: "2026-03-28", to: "2026-03-31" });
  expect(axis.count).toBe(3);
  expect(dateOf(axis, 1)).toBe("2026-03-29");
  expect([...weekdays(axis.firstDay, 3)]).toEqual([5, 6, 0]);
});

test("a span without days is refused", () => {
  expect(() => makeAxis("P1D", "UTC", { from: "2026-03-28", to: "2026-03-28" })).toThrow("invalid days");
});
