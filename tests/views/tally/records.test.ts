import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR, MINUTE, QUARTER } from "../../../src/domain/time.ts";
import { hourRecords, pressRecord, refusalOf } from "../../../src/views/tally/records.ts";
import { quartersIn, slotsOf } from "../../../src/views/tally/slots.ts";
import { siteOf, viewTerritory } from "../support/world.ts";

const NOW = Date.parse("2026-11-29T14:07:40Z");
const press = { id: "a", at: NOW, count: 1, withdrawn: false } as const;

test("a press is kept to its quarter of an hour, under its own id", () => {
  expect(pressRecord("esnes", { ...press, tariff: "child" }, NOW + HOUR)).toEqual({
    site: "esnes",
    measure: "manual",
    key: "a",
    at: Date.parse("2026-11-29T14:00:00Z"),
    minutes: 15,
    value: 1,
    tariff: "child",
    version: NOW,
    deleted: false,
    knownAt: NOW + HOUR,
  });
});

test("a withdrawal lies where its press lies and outranks it", () => {
  const [made, back] = [false, true].map((withdrawn) => pressRecord("esnes", { ...press, withdrawn }, NOW));
  expect(back).toMatchObject({ at: made?.at, key: made?.key, deleted: true });
  expect(back?.version).toBeGreaterThan(made?.version ?? 0);
});

test("what is yet to come is refused, but for two minutes of a clock that is ahead; so is last month", () => {
  expect(refusalOf({ at: NOW + 2 * MINUTE }, NOW)).toBeNull();
  expect(refusalOf({ at: NOW + 2 * MINUTE + 1 }, NOW)).toBe("future");
  expect(refusalOf({ at: NOW - 31 * 24 * HOUR }, NOW)).toBeNull();
  expect(refusalOf({ at: NOW - 31 * 24 * HOUR - 1 }, NOW)).toBe("too_old");
});

test("hours begin at the opening; the last one is as long as it is", () => {
  const esnes = siteOf(viewTerritory(), "esnes");
  const tank = siteOf(viewTerritory(), "tank");
  expect(slotsOf(esnes, "2026-11-29")).toHaveLength(3);
  expect(slotsOf(esnes, "2026-11-28")).toEqual([]);
  expect(slotsOf(tank, "2026-11-28").map(({ from, to }) => (to - from) / MINUTE)).toEqual([60, 60, 60, 30]);
});

test("law: an hour's quarters hold all of its people, as evenly as can be, and the same keys each time", () => {
  const from = Date.parse("2026-11-29T13:00:00Z");
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.constantFrom(15, 30, 50, 60), (people, minutes) => {
      const slot = { from, to: from + minutes * MINUTE };
      const records = hourRecords("esnes", slot, undefined, people, NOW);
      const values = records.map(({ value }) => value);
      expect(values.reduce((sum, value) => sum + value, 0)).toBe(people);
      expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1);
      expect(records.map(({ at }) => at)).toEqual(quartersIn(slot));
      expect(records.every(({ at }) => at % QUARTER === 0)).toBe(true);
      const again = hourRecords("esnes", slot, undefined, 0, NOW + 1);
      expect(again.map(({ key }) => key)).toEqual(records.map(({ key }) => key));
    }),
  );
});
