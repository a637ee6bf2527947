import { expect, test } from "vitest";
import { dayNumber, fromDayNumber } from "../../src/domain/time.ts";
import { compileCalendar } from "../../src/forecast/calendar.ts";
import { holidayKeys, movedHolidays } from "../../src/forecast/holiday-key.ts";
import { plainDay } from "./support.ts";

const first = dayNumber("2026-05-11"); // a Monday; Ascension is Thursday the 14th

test("a holiday brings its eve, its bridge and nothing else", () => {
  const calendar = compileCalendar([{ ...plainDay("2026-05-14"), holiday: "Ascension" }], first, 14);
  expect([...calendar.special]).toEqual([
    [2, { kind: "eve", labels: ["eve Ascension"] }],
    [3, { kind: "holiday", labels: ["holiday Ascension"] }],
    [4, { kind: "bridge", labels: ["after Ascension"] }],
  ]);
});

test("an event on a holiday is looked for as both together first", () => {
  const facts = [{ ...plainDay("2026-05-14"), holiday: "Ascension", events: ["fair"] }];
  expect(compileCalendar(facts, first, 7).special.get(3)?.labels).toEqual([
    "holiday Ascension + event fair",
    "holiday Ascension",
    "event fair",
  ]);
});

test("the days from Christmas to the weekend after New Year are a time of their own", () => {
  const monday = dayNumber("2025-12-22");
  const facts = ["2025-12-25", "2026-01-01"].map((date) => ({ ...plainDay(date), holiday: date.slice(5) }));
  const { special } = compileCalendar(facts, monday, 21);
  const label = (date: string) => special.get(dayNumber(date) - monday)?.labels[0];
  expect(label("2025-12-27")).toBe("between 12-25 weekend");
  expect(label("2025-12-30")).toBe("between 12-25 workday");
  expect(label("2025-12-31")).toBe("eve 01-01");
  expect(label("2026-01-05")).toBeUndefined();
});

test("an event of more than two weeks is no special day, one of two weeks is", () => {
  const facts = Array.from({ length: 14 }, (_, i) => ({
    ...plainDay(fromDayNumber(first + i)),
    events: ["long", "short"],
  }));
  const more = { ...plainDay(fromDayNumber(first + 14)), events: ["long"] };
  const { special } = compileCalendar([...facts, more], first, 30);
  expect(special.get(5)?.labels).toEqual(["event short"]);
  expect(special.has(14)).toBe(false);
});

test("opening hours become minutes per hour; days without facts stay unknown", () => {
  const open = [
    { fromMinute: 570, toMinute: 720 },
    { fromMinute: 840, toMinute: 1050 },
  ];
  const { open: hours } = compileCalendar([{ ...plainDay("2026-05-12"), open }], first, 3);
  expect([...(hours?.subarray(24 + 8, 24 + 19) ?? [])]).toEqual([0, 30, 60, 60, 0, 0, 60, 60, 60, 30, 0]);
  expect(hours?.[0]).toBeNaN();
  expect(compileCalendar([plainDay("2026-05-12")], first, 3).open).toBeNull();
});

test("holidays without names are recognised from year to year", () => {
  const dates = ["2013-03-29", "2013-11-05", "2013-12-25", "2014-04-18", "2014-11-04", "2014-12-25"];
  const keys = holidayKeys(dates.map(dayNumber), []);
  expect(keys.slice(0, 3)).toEqual(keys.slice(3)); // Good Friday, first Tuesday of November, Christmas
  expect(new Set(keys).size).toBe(3);
});

test("a second Monday of June is itself also in the year in which it falls on Whit Monday", () => {
  const june = ["2013-06-10", "2014-06-09", "2015-06-08"]; // Easter + 50 in 2014
  const [one, two, three] = holidayKeys(june.map(dayNumber), []);
  expect(two).toBe(one);
  expect(three).toBe(one);
  const whit = holidayKeys(["2013-05-20", "2014-06-09", "2015-05-25"].map(dayNumber), []);
  expect(new Set(whit)).toEqual(new Set(["easter+50"]));
});

test("a holiday whose day off was moved past the weekend is kept on its own date too", () => {
  const moved = (dates: readonly string[], names: readonly string[] = []) =>
    movedHolidays(dates.map(dayNumber), names).map(({ day, key }) => [fromDayNumber(day), key]);
  const january = ["2012-01-26", "2013-01-28", "2014-01-27", "2015-01-26"]; // a Saturday in 2013, a Sunday in 2014
  expect(moved(january)).toEqual([
    ["2013-01-26", "01-26"],
    ["2014-01-26", "01-26"],
  ]);
  // Known from one other year only, off itself as well, or named by rules that name both days: nothing is moved.
  expect(moved(january.slice(0, 3))).toEqual([]);
  expect(moved([...january, "2013-01-26", "2014-01-26"])).toEqual([]);
  expect(moved(january, ["a", "b", "c", "d"])).toEqual([]);
});

test("a moved holiday has the name of its date, but is no day off and has no eve", () => {
  const facts = ["2012-01-26", "2014-01-27", "2015-01-26"].map((date) => ({
    ...plainDay(date),
    holiday: "",
  }));
  const start = dayNumber("2014-01-20"); // a Monday
  const { special, holiday } = compileCalendar(facts, start, 14);
  expect(special.has(5)).toBe(false);
  expect(special.get(6)).toEqual({ kind: "holiday", labels: ["holiday 01-26", "eve 01-w4-0"] });
  expect(special.get(7)?.labels).toEqual(["holiday 01-w4-0"]);
  expect([holiday[6], holiday[7]]).toEqual([0, 1]);
});
