import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  atLocalTime,
  dayNumber,
  daySpan,
  daysIn,
  fromDayNumber,
  HOUR,
  isLocalDate,
  isoWeek,
  localDate,
  minuteOfDay,
  offsetMinutes,
  parseInstant,
  startOfDay,
  toIso,
  weekday,
} from "../../src/domain/time.ts";

const zones = [
  "Europe/Paris",
  "Australia/Melbourne",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kathmandu",
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc.integer({ min: dayNumber("2000-01-01"), max: dayNumber("2040-01-01") }).map(fromDayNumber);
const anyInstant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });

test("a day that does not exist is no local date", () => {
  expect(["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "26-01-01", ""].filter(isLocalDate)).toEqual(
    [],
  );
  expect(["2024-02-29", "2026-12-31"].every(isLocalDate)).toBe(true);
});

test("days of the clock change last 23 and 25 hours in Paris", () => {
  const hours = (date: string) => {
    const { from, to } = daySpan(date, "Europe/Paris");
    return (to - from) / HOUR;
  };
  expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-07-14")]).toEqual([23, 25, 24]);
});

test("a wall-clock time that exists twice is its first pass, one that does not exist moves forward", () => {
  expect(toIso(atLocalTime("2026-10-25", "02:30", "Europe/Paris"))).toBe("2026-10-25T00:30:00Z");
  expect(toIso(atLocalTime("2026-03-29", "02:30", "Europe/Paris"))).toBe("2026-03-29T01:30:00Z");
  expect(atLocalTime("2026-10-25", "24:00", "Europe/Paris")).toBe(startOfDay("2026-10-26", "Europe/Paris"));
});

test("2020 and 2026 have 53 ISO weeks, and the first days of a year may belong to the year before", () => {
  expect(isoWeek("2026-12-31")).toEqual({ year: 2026, week: 53 });
  expect(isoWeek("2027-01-03")).toEqual({ year: 2026, week: 53 });
  expect(isoWeek("2027-01-04")).toEqual({ year: 2027, week: 1 });
  expect(isoWeek("2020-12-31")).toEqual({ year: 2020, week: 53 });
  expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 });
});

test("weekdays run from 1 on Monday to 7 on Sunday, also before 1970", () => {
  expect(["2026-11-23", "2026-11-29", "1969-12-28", "1900-01-01"].map(weekday)).toEqual([1, 7, 7, 1]);
});

test("an instant without offset is refused", () => {
  expect(() => parseInstant("2026-10-25T02:30:00")).toThrow(/invalid instant: 2026-10-25T02:30:00/);
  expect(parseInstant("2026-10-25T02:30:00+01:00")).toBe(Date.UTC(2026, 9, 25, 1, 30));
});

test("days tile the time line: each ends where the next begins", () => {
  fc.assert(
    fc.property(anyDay, anyZone, (date, zone) => {
      expect(daySpan(date, zone).to).toBe(daySpan(addDays(date, 1), zone).from);
    }),
  );
});

test("an instant lies in the span of its local day, at its minute of the wall clock", () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      const { from, to } = daySpan(localDate(at, zone), zone);
      expect(from <= at && at < to).toBe(true);
      const wall = new Date(at + offsetMinutes(at, zone) * 60_000);
      expect(minuteOfDay(at, zone)).toBe(wall.getUTCHours() * 60 + wall.getUTCMinutes());
    }),
  );
});

test("the platform's own calendar agrees on the local day", () => {
  const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat("sv-SE", { timeZone: zone })]));
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      expect(localDate(at, zone)).toBe(formats.get(zone)?.format(at));
    }),
  );
});

test("a span of days has as many days as its ends are apart, 366 in a leap year", () => {
  expect(daysIn({ from: "2024-01-01", to: "2025-01-01" })).toHaveLength(366);
  expect(daysIn({ from: "2024-02-28", to: "2024-03-02" })).toEqual([
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
  ]);
  expect(daysIn({ from: "2024-03-02", to: "2024-03-01" })).toEqual([]);
});
