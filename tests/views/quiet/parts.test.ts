import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, HOUR } from "../../../src/domain/time.ts";
import { levelOf, openParts, partOf, ratesOf, usualOf } from "../../../src/views/quiet/parts.ts";
import { siteOf, viewTerritory } from "../support/world.ts";

const territory = viewTerritory();
const labo = siteOf(territory, "labo");
const tank = siteOf(territory, "tank");

test("a day has three parts; of each its own open hours, none when closed", () => {
  expect(openParts(labo, "2026-11-25").map(({ part, minutes }) => [part, minutes])).toEqual([
    ["morning", 120],
    ["early_afternoon", 180],
    ["late_afternoon", 180],
  ]);
  expect(openParts(tank, "2026-11-25").map(({ minutes }) => minutes)).toEqual([0, 60, 150]);
  expect(openParts(labo, "2026-11-23").map(({ minutes }) => minutes)).toEqual([0, 0, 0]);
});

test("parts go by the wall clock of the site", () => {
  expect(partOf(Date.parse("2026-11-25T10:59:00Z"), "Europe/Paris")).toBe("morning");
  expect(partOf(Date.parse("2026-11-25T11:00:00Z"), "Europe/Paris")).toBe("early_afternoon");
  expect(partOf(Date.parse("2026-07-25T13:00:00Z"), "Europe/Paris")).toBe("late_afternoon");
});

test("a rate is visits per open hour, and only of parts that are known whole", () => {
  const at = (iso: string, visits: number) => ({ hour: Date.parse(iso), visits });
  const rates = ratesOf(tank, [
    at("2026-11-25T13:00:00Z", 20),
    at("2026-11-25T14:00:00Z", 30),
    at("2026-11-25T15:00:00Z", 40),
    at("2026-11-25T16:00:00Z", 5),
    at("2026-11-28T13:00:00Z", Number.NaN),
  ]);
  // 14:00 to 17:30: an hour before 15:00, two and a half after.
  expect([...rates]).toEqual([
    ["2026-11-25 early_afternoon", 20],
    ["2026-11-25 late_afternoon", 30],
  ]);
});

test("too short a past is no usual", () => {
  expect(usualOf(Array(59).fill(10))).toBeNull();
  expect(usualOf(Array(60).fill(10))).toEqual({ calm: 10, busy: 10 });
});

test("fuller is never a calmer word, and the words split the past as they say", () => {
  const rank = ["quiet", "moderate", "busy"];
  const past = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 60, maxLength: 400 });
  const rate = fc.double({ min: 0, max: 600, noNaN: true });
  fc.assert(
    fc.property(past, rate, rate, (rates, a, b) => {
      const usual = usualOf(rates);
      if (!usual) throw new Error("no usual");
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((one) => rank.indexOf(levelOf(one, usual)));
      expect(less).toBeLessThanOrEqual(more ?? -1);
      const words = rates.map((one) => levelOf(one, usual));
      expect(words.filter((word) => word === "quiet").length).toBeGreaterThanOrEqual(rates.length / 2);
      expect(words.filter((word) => word === "busy").length).toBeLessThanOrEqual(Math.ceil(rates.length / 5));
    }),
  );
});

test("on the day that the clock goes back nothing is counted twice", () => {
  const esnes = siteOf(territory, "esnes");
  const day = "2026-10-25";
  const hours = Array.from({ length: 25 }, (_, i) => ({
    hour: Date.parse(`${addDays(day, -1)}T22:00:00Z`) + i * HOUR,
    visits: 10,
  }));
  const inside = hours.filter(({ hour }) => {
    const clock = new Date(hour).getUTCHours();
    return clock >= 13 && clock < 16;
  });
  expect([...ratesOf(esnes, inside).values()]).toEqual([10, 10]);
});
