/** A changed history is the history that would have been made from changed facts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayNumber, daysIn } from "../../../src/domain/time.ts";
import { compileCalendar } from "../../../src/forecast/calendar.ts";
import type { DayFacts } from "../../../src/forecast/calendar-facts.ts";
import { withChanges } from "../../../src/forecast/what-if/apply.ts";
import { openTo, weather, world } from "./support.ts";

const DAYS = 60;
const from = "2023-01-02";
const ahead = 10;
const day = addDays(from, DAYS + ahead);

const facts = fc.record({
  holiday: fc.boolean(),
  eve: fc.boolean(),
  events: fc.subarray(["market", "fair"]),
  to: fc.integer({ min: 0, max: 24 }),
});

test("a patched calendar is the one compiled from changed facts", () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }), (own, a, b) => {
      const at = (date: string): DayFacts => ({
        ...openTo(date, date === day ? own.to : 18),
        ...((date === day && own.holiday) || (date === addDays(day, 1) && own.eve) ? { holiday: "h" } : {}),
        events: date === day ? own.events : [],
      });
      const hours = a === b ? [] : [{ fromMinute: Math.min(a, b), toMinute: Math.max(a, b) }];
      const changed = withChanges(world({ seed: 1, days: DAYS, facts: at }), 0, [
        { kind: "event", day, event: "circus" },
        { kind: "opening", day, hours },
      ]);
      const all = daysIn({ from, to: addDays(from, DAYS + 91) }).map((date) =>
        date === day ? { ...at(date), events: [...own.events, "circus"], open: hours } : at(date),
      );
      expect(changed.calendars[0]).toEqual(compileCalendar(all, dayNumber(from), all.length));
    }),
    { numRuns: 60 },
  );
});

test("a booking is made on the last known day, weather is said just before the origin, and the original is left alone", () => {
  const axis = world({ seed: 1, days: DAYS }).set.axis;
  const rain = weather("rain", axis, (d) => d % 5);
  const visit = Int32Array.of(dayNumber(day) - 3);
  const history = world({
    seed: 1,
    days: DAYS,
    bookings: { visit, made: Int32Array.of(dayNumber(from)), quantity: Float64Array.of(12) },
    covariates: [rain],
  });
  const before = structuredClone(history);
  const changed = withChanges(history, 0, [
    { kind: "group", day, people: 50 },
    { kind: "rain", day, value: 7 },
    { kind: "temperature", day, value: 30 },
  ]);
  expect(history).toEqual(before);
  const curve = changed.bookings?.[0];
  expect([curve?.visit.at(-1), curve?.made.at(-1), curve?.quantity.at(-1)]).toEqual([
    dayNumber(day),
    dayNumber(from) + DAYS - 1,
    50,
  ]);
  const issued = changed.covariates?.[0]?.[0];
  const row = issued?.issued.indexOf((axis.start[DAYS] ?? 0) - 1) ?? -1;
  expect([issued?.step[row], issued?.value[row]]).toEqual([DAYS + ahead, 7]);
  expect([...(issued?.issued ?? [])]).toEqual([...(issued?.issued ?? [])].sort((a, b) => a - b));
  // Nobody ever spoke of temperature here: it stays absent.
  expect(changed.covariates?.[0]).toHaveLength(1);
});
