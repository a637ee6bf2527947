import { expect, test } from "vitest";
import { makeAxis } from "../../src/domain/series.ts";
import { atLocalTime, dayNumber, daysIn } from "../../src/domain/time.ts";
import { compileCalendar } from "../../src/forecast/calendar.ts";
import { type MeasureHours, seriesOf } from "../../src/jobs/measure-series.ts";

// The clock goes back on Sunday 25 October.
const days = { from: "2026-10-23", to: "2026-10-29" };
const zone = "Europe/Paris";
const at = (day: string, time: string) => atLocalTime(day, time, zone);
const open = [{ fromMinute: 14 * 60, toMinute: 17 * 60 }];
const calendar = compileCalendar(
  daysIn(days).map((date) => ({
    date,
    schoolHoliday: false,
    events: [],
    open: date === "2026-10-26" ? [] : open,
  })),
  dayNumber(days.from),
  6,
);
const daily = makeAxis("P1D", zone, days);
const hourly = makeAxis("PT1H", zone, days);

function hours(change: Partial<MeasureHours> = {}): MeasureHours {
  const values = new Map([
    [at("2026-10-23", "14:00"), 5],
    [at("2026-10-23", "16:00"), 2],
    [at("2026-10-25", "15:00"), 9],
  ]);
  return { values, from: at("2026-10-23", "14:00"), until: at("2026-10-28", "00:00"), on: null, ...change };
}

test("an open day without a fact is a zero, a closed one is nothing, one not yet known to its end neither", () => {
  expect([...seriesOf(daily, calendar, hours(), 5)]).toEqual([7, 0, 9, Number.NaN, 0]);
  const until = at("2026-10-25", "16:00");
  expect([...seriesOf(daily, calendar, hours({ until }), 5)]).toEqual([
    7,
    0,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

test("facts on a closed day count", () => {
  const values = new Map([[at("2026-10-26", "10:00"), 3]]);
  expect(seriesOf(daily, calendar, hours({ values }), 5)[3]).toBe(3);
});

test("hours follow the wall clock across the end of summer time", () => {
  const series = seriesOf(hourly, calendar, hours(), hourly.count - 24);
  const seen = [...series].flatMap((value, i) => (Number.isNaN(value) ? [] : [[hourly.start[i], value]]));
  expect(seen).toEqual(
    ["2026-10-23", "2026-10-24", "2026-10-25", "2026-10-27"].flatMap((day) =>
      [14, 15, 16].map((hour) => {
        const start = at(day, `${hour}:00`);
        return [start, hours().values.get(start) ?? 0];
      }),
    ),
  );
});

test("a terminal that was off for most of a day says nothing about it", () => {
  const on = new Set(["14:00", "15:00", "16:00"].map((time) => at("2026-10-23", time)));
  on.add(at("2026-10-24", "14:00"));
  expect([...seriesOf(daily, calendar, hours({ on }), 2)]).toEqual([7, Number.NaN]);
  expect(
    seriesOf(hourly, calendar, hours({ on }), hourly.count)[hourly.start.indexOf(at("2026-10-24", "14:00"))],
  ).toBe(0);
});
