import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  calendarDate,
  parseSchoolHolidays,
  type SchoolBreak,
  schoolYear,
  writeSchoolHolidays,
} from "../../src/domain/school-holidays.ts";
import { updateBreaks } from "../../src/domain/school-update.ts";

const BUILT_IN = parseSchoolHolidays(
  readFileSync(resolve(import.meta.dirname, "../../territories/school-holidays-fr.csv"), "utf8"),
);

describe("a newer calendar", () => {
  const one = (zones: string[], key: string, from: string, to: string): SchoolBreak => ({
    ...{ zones, key, from, to, name: { fr: key, en: key, nl: key } },
  });

  test("moves what it tells and leaves other years and zones as they were", () => {
    const before = [
      one(["A", "B", "BE"], "noel", "2025-12-20", "2026-01-05"),
      one(["A", "B"], "noel", "2022-12-17", "2023-01-03"),
    ];
    const newer = [
      one(["A"], "noel", "2025-12-20", "2026-01-05"),
      one(["B"], "noel", "2025-12-19", "2026-01-05"),
    ];
    const { breaks, ...counts } = updateBreaks(before, newer);
    expect(counts).toEqual({ shared: 2, moved: 1, added: 0 });
    expect(breaks.map(({ zones, from }) => `${zones.join(" ")} ${from}`)).toEqual([
      ...["A B 2022-12-17", "B 2025-12-19", "A BE 2025-12-20"],
    ]);
  });

  test("that tells the same changes nothing", () => {
    const { breaks, moved, added } = updateBreaks(BUILT_IN, BUILT_IN);
    expect([moved, added]).toEqual([0, 0]);
    expect(breaks.map(({ from, to, key }) => `${key} ${from} ${to}`)).toEqual(
      BUILT_IN.map(({ from, to, key }) => `${key} ${from} ${to}`),
    );
  });

  test("is written as it is read, with its day", () => {
    const text = writeSchoolHolidays(BUILT_IN, ["Source: a test", "as of: 2026-11-27"]);
    expect(parseSchoolHolidays(text)).toEqual(BUILT_IN);
    expect(calendarDate(text)).toBe("2026-11-27");
    expect(calendarDate(text.replace("2026-11-27", "soon"))).toBeNull();
  });

  test("puts a summer into the year that it ends", () => {
    expect(["2026-07-04", "2026-08-01", "2026-12-19", "2027-02-06"].map(schoolYear)).toEqual([
      ...["2025-2026", "2026-2027", "2026-2027", "2026-2027"],
    ]);
  });
});
