import { expect, test } from "vitest";
import { daysIn } from "../../src/domain/time.ts";
import { bataille, event, withoutSchools, zoneB } from "./support.ts";

const calendar = zoneB([bataille]);

test("the Friday after Ascension is a bridge, and the pupils are off", () => {
  const friday = calendar.dayFacts("2026-05-15");
  expect(friday).toMatchObject({
    weekday: 5,
    holiday: null,
    after: true,
    eve: false,
    bridge: true,
    easterOffset: 40,
  });
  expect(friday.school).toMatchObject({ zones: ["A", "B", "C"], home: true, key: "ascension", index: 0 });
  expect(calendar.dayFacts("2026-05-14").holiday?.key).toBe("ascension-day");
  expect(calendar.dayFacts("2026-05-13")).toMatchObject({ eve: true, bridge: false });
});

test("a Monday before a holiday Tuesday is a bridge, a Wednesday before a holiday Thursday is not", () => {
  expect(calendar.dayFacts("2026-07-13")).toMatchObject({ weekday: 1, eve: true, bridge: true });
  expect(calendar.dayFacts("2027-05-05")).toMatchObject({ weekday: 3, eve: true, bridge: false });
});

test("a weekend or a holiday is never a bridge itself", () => {
  const days = daysIn({ from: "2024-01-01", to: "2028-01-01" }).map(calendar.dayFacts);
  const bridges = days.filter(({ bridge }) => bridge);
  expect(bridges.every(({ weekday, holiday }) => weekday <= 5 && holiday === null)).toBe(true);
  expect(bridges.filter(({ date }) => date.startsWith("2025")).map(({ date }) => date)).toEqual([
    "2025-05-02",
    "2025-05-09",
    "2025-05-30",
    "2025-11-10",
    "2025-12-26",
  ]);
});

test("other zones' holidays are told apart from one's own", () => {
  expect(calendar.dayFacts("2026-02-10").school).toMatchObject({
    zones: ["A"],
    home: false,
    key: "hiver",
    index: 3,
  });
  expect(calendar.dayFacts("2026-02-20").school).toMatchObject({ zones: ["A", "B"], home: true, index: 6 });
  expect(calendar.dayFacts("2026-02-21").school).toMatchObject({
    zones: ["A", "B", "C"],
    home: true,
    index: 7,
  });
  expect(calendar.dayFacts("2026-01-12").school).toBeNull();
});

test("days outside the calendar of school holidays are not known, and it says so", () => {
  expect(calendar.dayFacts("2022-07-20").school).toBeNull();
  expect(calendar.schoolSpan).toEqual({ from: "2023-07-08", to: "2027-09-01" });
  expect(withoutSchools().schoolSpan).toBeNull();
});

test("heritage days are the third Saturday of September and its Sunday, museum nights as announced", () => {
  const on = (id: string, year: number) =>
    daysIn({ from: `${year}-01-01`, to: `${year + 1}-01-01` }).filter((date) =>
      calendar.dayFacts(date).events.includes(id),
    );
  const years = [2019, 2023, 2024, 2025, 2026];
  expect(years.flatMap((year) => on("journees-du-patrimoine", year))).toEqual([
    ...["2019-09-21", "2019-09-22", "2023-09-16", "2023-09-17", "2024-09-21", "2024-09-22"],
    ...["2025-09-20", "2025-09-21", "2026-09-19", "2026-09-20"],
  ]);
  expect(on("nuit-des-musees", 2026)).toEqual(["2026-05-23"]);
});

test("an event touches its own sites, an event without sites touches all", () => {
  const fair = event("foire", { on: ["11-20"] });
  const both = zoneB([bataille, fair]);
  expect(both.eventsOn("2026-11-20", "tank").map(({ id }) => id)).toEqual(["bataille", "foire"]);
  expect(both.eventsOn("2026-11-20", "labo").map(({ id }) => id)).toEqual(["foire"]);
  expect(both.eventsOn("2026-11-20")).toHaveLength(2);
  expect(both.eventsOn("2026-11-21")).toEqual([]);
});

test("events may follow holidays", () => {
  const market = event("marche", { when: "school-holidays", days: [3] });
  expect(zoneB([market]).dayFacts("2026-10-21").events).toEqual(["marche"]);
  expect(zoneB([market]).dayFacts("2026-10-14").events).toEqual([]);
});

test("four years of days asked for again cost look-ups only", () => {
  const days = daysIn({ from: "2023-09-01", to: "2027-09-01" });
  const first = days.map(calendar.dayFacts);
  expect(days.every((date, i) => calendar.dayFacts(date) === first[i])).toBe(true);
});
