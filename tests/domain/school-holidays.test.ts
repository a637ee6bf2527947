import { expect, test } from "vitest";
import { breakIndex, breakOn, parseSchoolHolidays, schoolSpan } from "../../src/domain/school-holidays.ts";
import { addDays, daysBetween, weekday } from "../../src/domain/time.ts";
import { frenchBreaks } from "./support.ts";

test("zone B was off from 14 February to 1 March 2026 and back at school on Monday the 2nd", () => {
  const hiver = breakOn(frenchBreaks, "2026-02-14", "B");
  expect(hiver?.key).toBe("hiver");
  expect(breakOn(frenchBreaks, "2026-03-01", "B")).toBe(hiver);
  expect(breakOn(frenchBreaks, "2026-03-02", "B")).toBeUndefined();
  expect(breakOn(frenchBreaks, "2026-02-13", "B")).toBeUndefined();
  expect(breakOn(frenchBreaks, "2026-02-13", "A")?.key).toBe("hiver");
  expect(hiver && breakIndex(hiver, "2026-02-18")).toBe(4);
});

test("every zone has the six breaks of each school year from 2023 to 2027, of the usual lengths", () => {
  for (const zone of ["A", "B", "C"]) {
    const own = frenchBreaks.filter(({ zones, from }) => zones.includes(zone) && from >= "2023-10-01");
    expect(own.map(({ key }) => key)).toEqual(
      Array.from({ length: 4 }, () => ["toussaint", "noel", "hiver", "printemps", "ascension", "ete"]).flat(),
    );
    for (const { key, from, to } of own) {
      const [least, most] = { ascension: [3, 3], ete: [57, 60] }[key] ?? [16, 17];
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(least ?? 0);
      expect(daysBetween(from, to)).toBeLessThanOrEqual(most ?? 0);
      expect(weekday(from)).toBe(key === "ascension" ? 5 : 6);
      expect(weekday(addDays(to, -1)) === 7 || key === "ete" || to === "2025-04-22").toBe(true);
    }
  }
});

test("breaks of one zone never overlap", () => {
  for (const zone of ["A", "B", "C"]) {
    const own = frenchBreaks.filter(({ zones }) => zones.includes(zone));
    for (const [i, next] of own.slice(1).entries()) expect((own[i]?.to ?? "") <= next.from).toBe(true);
  }
});

test("what is known reaches from the first break to the last one", () => {
  expect(schoolSpan(frenchBreaks)).toEqual({ from: "2023-07-08", to: "2027-09-01" });
  expect(schoolSpan([])).toBeNull();
});

test("a bad line is named with its number", () => {
  const head = "# comment\nzones,key,name,from,to\n";
  expect(() => parseSchoolHolidays(`${head}B,hiver,Hiver,2026-02-30,2026-03-02`)).toThrow(/line 3: B,hiver/);
  expect(() => parseSchoolHolidays(`${head}B,hiver,Hiver,2026-03-02,2026-02-14`)).toThrow(/line 3/);
  expect(() => parseSchoolHolidays("zone;nom")).toThrow(/zones,key,name,from,to is expected/);
  expect(parseSchoolHolidays(`${head}\r\nC B,hiver,Hiver,2026-02-14,2026-03-02\r\n`)).toHaveLength(1);
});
