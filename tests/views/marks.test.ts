import { describe, expect, test } from "vitest";
import { atLocalTime } from "../../src/domain/time.ts";
import { periodOf } from "../../src/views/attendance.ts";
import { comingDay } from "../../src/views/coming.ts";
import { breaksOf, marksOf } from "../../src/views/marks.ts";
import { openingOfAll } from "../../src/views/opening.ts";
import { selectedDay } from "../../src/views/outlook.ts";
import { reasonsFor } from "../../src/views/reasons.ts";
import { site, territory } from "../visits/support/context.ts";

const { calendar, sites } = territory;
const autumn = { from: "2026-09-15", to: "2026-11-25" };

describe("marks", () => {
  const days = (chosen: typeof sites, visits: (day: string) => number | null) =>
    marksOf(autumn, calendar, chosen, visits).map(({ day, kind, name }) => `${day} ${kind} ${name.fr}`);
  test("name holidays and the events of the chosen sites", () => {
    const all = days(sites, () => 10);
    expect(all).toContain("2026-11-11 holiday Armistice 1918");
    expect(all).toContain("2026-11-20 event Bataille");
    expect(days([site("labo")], () => 10)).not.toContain("2026-11-20 event Bataille");
  });
  test("put an event of some days on its best day", () => {
    const heritage = "event Journées européennes du patrimoine";
    expect(days(sites, (day) => (day === "2026-09-20" ? 50 : 10))).toContain(`2026-09-20 ${heritage}`);
    expect(days(sites, () => null)).toContain(`2026-09-19 ${heritage}`);
  });
});

test("a school break is told with its own days, even where the period cuts it", () => {
  const toussaint = { from: "2026-10-17", to: "2026-11-02", zone: "B" };
  expect(breaksOf(autumn, territory)).toMatchObject([toussaint]);
  expect(breaksOf({ from: "2026-10-25", to: "2026-10-26" }, territory)).toMatchObject([toussaint]);
  expect(breaksOf({ from: "2026-11-02", to: "2026-11-20" }, territory)).toEqual([]);
  expect(breaksOf(autumn, { ...territory, schoolZone: null })).toEqual([]);
});

test("all sites together are open when one is", () => {
  const open = (day: string) => openingOfAll(sites, day);
  expect(open("2026-11-28")).toEqual({ kind: "open", hours: [{ from: "10:00", to: "18:00" }] });
  expect(open("2026-11-29")).toEqual({ kind: "open", hours: [{ from: "14:00", to: "17:30" }] });
  expect(open("2026-11-30")).toEqual({ kind: "closed", reason: null });
});

describe("a coming day", () => {
  const quantiles = { q10: 20, q25: 30, q50: 41, q75: 50, q90: 61 };
  const tank = site("tank");
  const at = (hour: string) => atLocalTime("2026-11-28", hour, "Europe/Paris");
  // 14:00-15:00: 70 visits are enough for 8 hours in 10; one person receives 20.
  const hours = [
    { start: at("14:00"), q50: 41, q75: 65, q90: 80 },
    { start: at("15:00"), q50: 1, q75: 2, q90: 3 },
  ];
  test("needs enough people at the desk for its busiest half-hour, one at least", () => {
    expect(comingDay(tank, "2026-11-28", quantiles, null, hours)).toMatchObject({
      desk: 4,
      booked: null,
      group_only: false,
    });
    expect(comingDay(tank, "2026-11-28", quantiles, null, hours.slice(1)).desk).toBe(1);
    expect(comingDay(tank, "2026-11-29", quantiles, null, hours).desk).toBeNull();
    expect(comingDay(site("labo"), "2026-11-28", quantiles, null, hours).desk).toBeNull();
  });
  test("closed but booked is a group's day, with people at the desk and no forecast", () => {
    expect(comingDay(tank, "2026-11-27", quantiles, { all: 52, groups: 52 })).toMatchObject({
      forecast: null,
      group_only: true,
      booked: 52,
      desk: 1,
    });
    expect(comingDay(tank, "2026-11-27", null, { all: 0, groups: 0 })).toMatchObject({
      group_only: false,
      desk: null,
    });
  });
  test("explained is the asked one, else the fullest of the week", () => {
    const coming = [
      ["2026-11-28", 41],
      ["2026-11-29", 70],
      ["2026-12-12", 90],
    ] as const;
    const days = coming.map(([day, q50]) => comingDay(tank, day, { ...quantiles, q50 }, null));
    expect(selectedDay(days, undefined, "2026-11-25")).toBe("2026-11-29");
    expect(selectedDay(days, "2026-12-12", "2026-11-25")).toBe("2026-12-12");
    expect(selectedDay(days, "2020-01-01", "2026-11-25")).toBe("2026-11-29");
    expect(selectedDay([], undefined, "2026-11-25")).toBeNull();
  });
});

describe("reasons of a forecast", () => {
  const document = (kind: string, label?: string) =>
    JSON.stringify([
      {
        date: "2026-11-20",
        median: 60,
        drivers: [
          { kind: "ordinary", people: 50 },
          { kind, label, people: 10 },
        ],
        days: [
          { date: "2026-11-13", weight: 0.4, value: 48 },
          { date: "2025-11-20", weight: 0.6, value: null },
        ],
      },
    ]);
  const second = (kind: string, label?: string) =>
    reasonsFor(document(kind, label), { day: "2026-11-20", territory, booked: false }).drivers[1];
  test("are named after the event or the holiday that they stand for", () => {
    expect(second("special", "event bataille")).toMatchObject({ kind: "event", name: { fr: "Bataille" } });
    expect(second("special", "holiday x + event bataille")).toMatchObject({ kind: "event" });
    expect(second("season")).toEqual({ kind: "season", name: null, people: 10 });
    expect(second("something new")).toEqual({ kind: "rest", name: null, people: 10 });
  });
  test("that the day or the site does not have are told together as the rest", () => {
    const rest = { kind: "rest", name: null, people: 10 };
    // No school is off, no special day is named, and the site takes no bookings.
    for (const kind of ["school", "special", "bookings"]) expect(second(kind)).toEqual(rest);
    const kept = document("bookings");
    const booked = reasonsFor(kept, { day: "2026-11-20", territory, booked: true });
    expect(booked.drivers[1]).toEqual({ kind: "bookings", name: null, people: 10 });
    const twice = kept.replace(
      '{"kind":"bookings","people":10}',
      '{"kind":"bookings","people":10},{"kind":"new","people":-4}',
    );
    expect(reasonsFor(twice, { day: "2026-11-20", territory, booked: false }).drivers).toEqual([
      { kind: "ordinary", name: null, people: 50 },
      { ...rest, people: 6 },
    ]);
  });
  test("leave out past days whose visits were not known", () => {
    expect(reasonsFor(document("level"), { day: "2026-11-20", territory, booked: false }).similar).toEqual([
      { day: "2026-11-13", visits: 48, weight: 0.4 },
    ]);
  });
  test("are none for a day that the document lacks, and for a document of another form", () => {
    for (const kept of [undefined, "not json", "{}", document("level")]) {
      expect(reasonsFor(kept, { day: "2026-11-21", territory, booked: false })).toEqual({
        drivers: [],
        similar: [],
      });
    }
  });
});

describe("the period of attendance", () => {
  const TODAY = "2026-11-25";
  test("is the last eight full weeks and the days of this one that are over", () => {
    expect(periodOf({}, TODAY)).toEqual({ from: "2026-09-28", to: TODAY });
    expect(periodOf({}, "2026-11-23")).toEqual({ from: "2026-09-28", to: "2026-11-23" });
  });
  test("takes the last day as the page sends it", () => {
    expect(periodOf({ from: "2026-11-01", last: "2026-11-25" }, TODAY)).toEqual({
      from: "2026-11-01",
      to: "2026-11-26",
    });
    expect(periodOf({ from: "2026-11-25" }, TODAY)).toEqual({ from: "2026-11-25", to: "2026-11-26" });
  });
  test("is refused when it ends before it begins, or never seems to end", () => {
    expect(() => periodOf({ from: "2026-11-25", to: "2026-11-25" }, TODAY)).toThrow("invalid to: 2026-11-25");
    expect(() => periodOf({ from: "1900-01-01" }, TODAY)).toThrow("invalid from: 1900-01-01");
  });
});
