import { expect, test } from "vitest";
import { publicHolidays } from "../../src/domain/holidays.ts";
import { NO_NEIGHBOURS, neighboursOff } from "../../src/domain/neighbours.ts";
import { frenchBreaks } from "./support.ts";

const belgium = publicHolidays("BE", null);
const england = publicHolidays("GB", "ENG");

test("the share of neighbours that are off counts zones and countries alike", () => {
  const off = neighboursOff({ schoolZones: ["A", "C"], holidays: [belgium, england] }, frenchBreaks);
  // 21 July 2026: summer holidays in both zones, Belgium's national day, a Tuesday like another in England.
  expect(off("2026-07-21")).toBe(0.75);
  // 31 August 2026: still summer holidays, a bank holiday in England only.
  expect(off("2026-08-31")).toBe(0.75);
  expect(off("2026-11-24")).toBe(0);
});

test("without neighbours, and where none of them is known, the share is not known", () => {
  expect(neighboursOff(NO_NEIGHBOURS, frenchBreaks)("2026-07-21")).toBeNull();
  const zones = neighboursOff({ schoolZones: ["A"], holidays: [] }, frenchBreaks);
  expect(zones("1999-07-21")).toBeNull();
  // Zones that nobody knows yet are left out; the country counts alone.
  const both = neighboursOff({ schoolZones: ["A"], holidays: [belgium] }, frenchBreaks);
  expect(both("1999-07-21")).toBe(1);
});
