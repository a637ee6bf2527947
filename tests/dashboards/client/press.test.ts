import fc from "fast-check";
import { expect, test } from "vitest";
import { localClock } from "../../../dashboards/client/local-clock.ts";
import { minutesAhead } from "../../../dashboards/client/tally/clock.ts";
import {
  countedSince,
  hourAt,
  newest,
  type Press,
  peopleIn,
  quartersSince,
  takenBack,
} from "../../../dashboards/client/tally/press.ts";

const MINUTE = 60_000;
const at = (clock: string) => Date.parse(`2026-11-29T${clock}:00Z`);
const slots = [
  { from: at("13:30"), to: at("14:30") },
  { from: at("14:30"), to: at("15:30") },
];
let ids = 0;
const press = (clock: string, changes: Partial<Press> = {}): Press => ({
  id: String(ids++),
  site: "esnes",
  at: at(clock),
  tariff: "",
  count: 1,
  withdrawn: false,
  state: "new",
  ...changes,
});

test("the hour is that of the opening; outside of it, that of the clock", () => {
  expect(hourAt(at("14:40"), slots, 40)).toEqual(slots[1]);
  expect(hourAt(at("16:20"), slots, 20)).toEqual({ from: at("16:00"), to: at("17:00") });
  // In Kathmandu the hour turns at a quarter past, by the clock of the world.
  expect(hourAt(at("16:20"), [], 5)).toEqual({ from: at("16:15"), to: at("17:15") });
});

test("people are summed by hour and class; what was taken back is not among them", () => {
  const presses = [
    press("14:31"),
    press("14:32", { tariff: "child", count: 2 }),
    press("14:33", { withdrawn: true }),
    press("14:29"),
    press("15:30"),
  ];
  const hour = slots[1] ?? { from: 0, to: 0 };
  expect(peopleIn(presses, hour)).toBe(3);
  expect(peopleIn(presses, hour, "child")).toBe(2);
});

test("undo takes back the newest press that stands, never a confirmation; −1 that of its class and hour", () => {
  const child = press("14:32", { tariff: "child" });
  const last = press("14:50");
  const presses = [press("14:31"), child, last, press("14:55", { count: 0 })];
  const all = { from: 0, to: Number.POSITIVE_INFINITY };
  expect(newest(presses, all)).toBe(last);
  expect(newest([...presses, { ...last, withdrawn: true }].slice(0, 2), all)).toBe(child);
  expect(newest(presses, { from: at("14:30"), to: at("15:30") }, "child")).toBe(child);
  expect(newest(presses, { from: at("13:30"), to: at("14:30") })).toBeUndefined();
});

test("a press that never left is forgotten; any other is sent as taken back, for it may have arrived", () => {
  expect(takenBack(press("14:31"))).toBeNull();
  for (const state of ["tried", "stored"] as const)
    expect(takenBack(press("14:31", { state }))).toMatchObject({ withdrawn: true, state: "new" });
});

test("counted speaks since the last confirmation, else since the hour of the first press", () => {
  const hour = hourAt(at("15:10"), slots, 10);
  expect(countedSince([], hour, slots, at("15:10"))).toBe(at("14:30"));
  const before = [press("13:50"), press("14:40")];
  expect(countedSince(before, hour, slots, at("15:10"))).toBe(at("13:30"));
  const confirmed = [...before, press("14:15", { count: 0 })];
  expect(countedSince(confirmed, hour, slots, at("15:10"))).toBe(at("14:15"));
  expect(countedSince([press("09:00")], hour, slots, at("15:10"))).toBe(at("14:30"));
});

test("law: the quarters of a confirmation follow one another up to the running one", () => {
  fc.assert(
    fc.property(fc.nat({ max: 600 }), fc.nat({ max: 240 }), (start, length) => {
      const from = at("08:00") + start * MINUTE;
      const now = from + length * MINUTE;
      const quarters = quartersSince(from, now);
      expect(quarters[0]).toBeLessThanOrEqual(from);
      expect(quarters.at(-1)).toBeGreaterThan(now - 15 * MINUTE);
      expect(quarters.at(-1)).toBeLessThanOrEqual(now);
      for (const [i, quarter] of quarters.entries())
        expect(quarter).toBe((quarters[0] ?? 0) + i * 15 * MINUTE);
    }),
  );
});

test("a clock is wrong from two minutes on, either way; without a date nothing is said", () => {
  const date = "Sun, 29 Nov 2026 14:00:00 GMT";
  const off = (ms: number) => minutesAhead(date, at("14:00") + ms - 500, at("14:00") + ms + 500);
  expect([off(0), off(119_000), off(-120_000)]).toEqual([0, 0, 0]);
  expect([off(181_000), off(-5 * MINUTE)]).toEqual([3, -5]);
  expect(minutesAhead(null, 0, 0)).toBe(0);
});

test("times are written as the language has them, on the clock of the site", () => {
  const words = (lang: string, clock: string) => localClock(lang, "Europe/Paris").words(at(clock));
  expect([words("fr", "14:40"), words("fr", "14:00")]).toEqual(["15\u00a0h\u00a040", "15\u00a0h"]);
  expect([words("en", "08:05"), words("nl", "08:05"), words("nl", "08:00")]).toEqual([
    "09:05",
    "9.05\u00a0uur",
    "9\u00a0uur",
  ]);
});
