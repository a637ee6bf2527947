import fc from "fast-check";
import { expect, test } from "vitest";
import "../../support/seed.ts";
import type { Opening } from "../../../src/domain/opening.ts";
import type { Site } from "../../../src/domain/site.ts";
import { atLocalTime, MINUTE } from "../../../src/domain/time.ts";
import { openSteps, peopleFor, q80Of, staffSteps } from "../../../src/views/staffing/need.ts";
import { minutesOf, staffTotals } from "../../../src/views/staffing/totals.ts";
import { siteOf, viewTerritory } from "../support/world.ts";

const tank = siteOf(viewTerritory(), "tank");
const SATURDAY = "2026-11-28";
const at = (time: string) => atLocalTime(SATURDAY, time, "Europe/Paris");
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** A site open from and to minutes after midnight of any day. */
function openFrom(fromMinute: number, toMinute: number): Site {
  const span = { from: at(clock(fromMinute)), to: at(clock(toMinute)) };
  const day = { kind: "open" as const, hours: [{ fromMinute, toMinute }], spans: [span] };
  const opening: Opening = { zone: "Europe/Paris", on: () => day };
  return { ...tank, opening };
}

test("opening is cut at the half-hours of the clock and nothing of it is lost", () => {
  expect(
    openSteps(openFrom(615, 705), SATURDAY).map(({ fromMinute, toMinute }) => [fromMinute, toMinute]),
  ).toEqual([
    [615, 630],
    [630, 660],
    [660, 690],
    [690, 705],
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 139 }), (from, length) => {
      const steps = openSteps(openFrom(from, from + length), SATURDAY);
      expect(steps.reduce((sum, step) => sum + (step.to - step.from) / MINUTE, 0)).toBe(length);
      for (const [i, step] of steps.entries()) {
        expect(step.to - step.from).toBeLessThanOrEqual(30 * MINUTE);
        if (i > 0) expect([step.fromMinute % 30, step.from]).toEqual([0, steps[i - 1]?.to]);
      }
    }),
  );
  expect(openSteps(tank, "2026-11-27")).toEqual([]);
});

test("one person is there while the doors are open; more as soon as one cannot receive all", () => {
  expect([0, 20, 20.001, 41].map((visits) => peopleFor(visits, 60, 20))).toEqual([1, 1, 2, 3]);
  // 15 visits in the last half-hour are 30 an hour.
  expect(peopleFor(15, 30, 20)).toBe(2);
});

test("8 times in 10 lies between 75 and 90 of 100, a third of the way", () => {
  expect(q80Of({ q75: 45, q90: 60 })).toBe(50);
  const level = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(level, level, (q75, more) => {
      const q80 = q80Of({ q75, q90: q75 + more });
      expect(q80).toBeGreaterThanOrEqual(q75);
      expect(q80).toBeLessThanOrEqual(q75 + more);
    }),
  );
});

const hours = [
  { start: at("14:00"), q50: 30, q75: 45, q90: 60 },
  { start: at("15:00"), q50: 20, q75: 20, q90: 20 },
  { start: at("17:00"), q50: 15, q75: 18, q90: 24 },
];
const entry = { day: SATURDAY, createdAt: 0 };

test("an hour without a forecast needs nobody knows how many, a half-hour without a plan is not one with nobody", () => {
  const plan = [
    { ...entry, fromMinute: 840, toMinute: 960, people: 2 },
    { ...entry, fromMinute: 900, toMinute: 930, people: 0 },
  ];
  const steps = staffSteps(SATURDAY, { site: tank, perPerson: 20, hours, plan });
  expect(steps.map(({ from, need50, need80, planned }) => [from, need50, need80, planned])).toEqual([
    ["14:00", 2, 3, 2],
    ["14:30", 2, 3, 2],
    ["15:00", 1, 1, 0],
    ["15:30", 1, 1, 2],
    ["16:00", null, null, null],
    ["16:30", null, null, null],
    ["17:00", 2, 2, null],
  ]);
  // 14-15: 3, 15-16: 1, 17-17:30: 2; planned 2 + half of 2; short 1 for an hour and for half an hour.
  expect(staffTotals([{ steps }])).toEqual({ need50: 4, need80: 5, planned: 3, short: 1.5 });
});

test("the newest entry holds wherever entries overlap", () => {
  const span = fc.tuple(fc.integer({ min: 28, max: 34 }), fc.integer({ min: 1, max: 7 }), fc.nat(9));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
      const plan = spans.map(([half, length, people]) => ({
        ...entry,
        fromMinute: half * 30,
        toMinute: (half + length) * 30,
        people,
      }));
      for (const step of staffSteps(SATURDAY, { site: tank, perPerson: 20, hours: [], plan })) {
        const minute = minutesOf(step.from);
        const over = plan.filter(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute);
        expect(step.planned).toBe(over.at(-1)?.people ?? null);
      }
    }),
  );
});

test("on a closed day only what is planned is told: the hour of a group is not known", () => {
  const plan = [
    { ...entry, day: "2026-11-27", fromMinute: 600, toMinute: 690, people: 1 },
    { ...entry, day: "2026-11-27", fromMinute: 660, toMinute: 690, people: 0 },
  ];
  const steps = staffSteps("2026-11-27", { site: tank, perPerson: 20, hours, plan });
  expect(steps).toEqual([
    { from: "10:00", to: "10:30", need50: null, need80: null, planned: 1 },
    { from: "10:30", to: "11:00", need50: null, need80: null, planned: 1 },
  ]);
  expect(staffTotals([{ steps }])).toEqual({ need50: 0, need80: 0, planned: null, short: 0 });
});

test("more visitors never need fewer people", () => {
  const visits = fc.double({ min: 0, max: 300, noNaN: true });
  fc.assert(
    fc.property(visits, visits, fc.integer({ min: 1, max: 60 }), (a, b, minutes) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      expect(peopleFor(few, minutes, 15)).toBeLessThanOrEqual(peopleFor(many, minutes, 15));
    }),
  );
});
