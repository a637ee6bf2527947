import { expect, test } from "vitest";
import { easterSunday } from "../../src/domain/easter.ts";
import { hasHolidays, publicHolidays } from "../../src/domain/holidays.ts";

test("France has the eleven public holidays of its labour code, in three languages", () => {
  const holidays = publicHolidays("FR", null)(2026);
  expect(holidays.map(({ date, name }) => `${date} ${name.fr}`)).toEqual([
    "2026-01-01 Jour de l’an",
    "2026-04-06 Lundi de Pâques",
    "2026-05-01 Fête du travail",
    "2026-05-08 Victoire 1945",
    "2026-05-14 Ascension",
    "2026-05-25 Lundi de Pentecôte",
    "2026-07-14 Fête nationale",
    "2026-08-15 Assomption",
    "2026-11-01 Toussaint",
    "2026-11-11 Armistice 1918",
    "2026-12-25 Noël",
  ]);
  expect(holidays.every(({ name }) => name.en !== name.fr || name.fr === "Ascension")).toBe(true);
  expect(holidays.find(({ key }) => key === "armistice-day")?.name.nl).toBe("Wapenstilstand 1918");
});

test("Easter falls on its known dates", () => {
  const years = [1818, 1943, 2000, 2008, 2024, 2025, 2026, 2027, 2038];
  expect(years.map(easterSunday)).toEqual([
    "1818-03-22",
    "1943-04-25",
    "2000-04-23",
    "2008-03-23",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
  ]);
});

test("a region has its own holidays: Melbourne Cup in Victoria, a substitute day in England", () => {
  const keys = (country: string, region: string, year: number) =>
    publicHolidays(country, region)(year).map(({ date, key }) => `${date} ${key}`);
  expect(keys("AU", "VIC", 2013)).toContain("2013-11-05 melbourne-cup");
  expect(keys("AU", "AU-VIC", 2013)).toEqual(keys("AU", "VIC", 2013));
  expect(keys("GB", "ENG", 2026)).toContain("2026-12-28 boxing-day-substitute");
});

test("holidays stand on the same day wherever the machine is", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("Pacific/Auckland");
  expect(publicHolidays("FR", null)(2027).map(({ date }) => date)).toContain("2027-05-06");
});

test("unknown countries and regions are recognised as such", () => {
  expect([hasHolidays("FR", null), hasHolidays("AU", "VIC"), hasHolidays("GB", "GB-ENG")]).toEqual([
    true,
    true,
    true,
  ]);
  expect([hasHolidays("ZZ", null), hasHolidays("AU", "XYZ"), hasHolidays("FR", "VIC")]).toEqual([
    false,
    false,
    false,
  ]);
});
