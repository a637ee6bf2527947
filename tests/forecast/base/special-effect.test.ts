import { expect, test } from "vitest";
import { shareEffects } from "../../../src/forecast/base/shared-effects.ts";
import { effectOf } from "../../../src/forecast/base/special-effect.ts";
import { dailyTuning, hourlyTuning } from "../../../src/forecast/base/tuning.ts";
import { seats } from "../features/support.ts";
import { week } from "../support.ts";

const HOLIDAY = "05-01";
const SEEN = 119; // 2023-05-01
const NEXT = 485; // 2024-05-01

/** Effect that the first site expects on a day from an origin day on; factor of the holiday by site, NaN = the site
 *  had not opened. */
function expected(factors: readonly number[], day = NEXT, origin = NEXT - 5, together = true): number {
  const made = seats({
    days: NEXT - 5,
    step: "P1D",
    sites: factors.length,
    holidays: [`2023-${HOLIDAY}`, `2024-${HOLIDAY}`],
    value: (date, _, noise, site) => {
      const factor = factors[site] ?? 1;
      if (Number.isNaN(factor) && date < "2023-07-01") return Number.NaN;
      return week(date) * (date.endsWith(HOLIDAY) ? factor : 1) * (0.97 + 0.06 * noise);
    },
  });
  const sites = made.seats.map(({ site }) => site);
  const alone = sites.map((site) => {
    const { shared: _, ...effects } = site.effects;
    return { ...site, effects };
  });
  const [site] = together ? shareEffects(alone) : alone;
  return site
    ? (effectOf(site, day, origin, Float64Array.of(100), dailyTuning)[0] ?? Number.NaN)
    : Number.NaN;
}

test("a site that has not seen a day expects of it what it did at the others", () => {
  expect(expected([Number.NaN, 9, 9, 9, 9], NEXT, NEXT - 5, false)).toBe(0);
  expect(expected([Number.NaN, 9, 9, 9, 9])).toBeGreaterThan(0.5); // 900, where a Sunday has 300
  expect(expected([Number.NaN, 0.1, 0.1, 0.1, 0.1])).toBeLessThan(-0.5);
});

test("where the others disagree it expects little", () => {
  expect(Math.abs(expected([Number.NaN, 9, 0.3, 9, 0.3]))).toBeLessThan(0.3);
});

test("what the site saw itself speaks louder than the others", () => {
  expect(expected([0.1, 4, 4, 4, 4])).toBeLessThan(-0.5);
  expect(expected([4, 0.1, 0.1, 0.1, 0.1])).toBeGreaterThan(0.1);
});

test("a site leaves itself out of the others", () => {
  expect(expected([4])).toBe(expected([4], NEXT, NEXT - 5, false));
  expect(expected([4, Number.NaN])).toBeCloseTo(expected([4]), 9);
});

test("a day counts at the others only once the weeks after it are known too", () => {
  expect(expected([Number.NaN, 4, 4, 4, 4], NEXT, SEEN + 28)).toBe(0);
  expect(expected([Number.NaN, 4, 4, 4, 4], NEXT, SEEN + 29)).not.toBe(0);
});

/** Effect at 2 in the night that a site expects which has not seen the feast, people then on other days; at the others
 *  it brings 200 people in the night, whose usual number goes from 2 to 60. */
function expectedAtNight(usual: number, feast: (usual: number) => number): number {
  const nights = [usual, 2, 4, 8, 15, 30, 60];
  const made = seats({
    days: NEXT - 5,
    step: "PT1H",
    sites: nights.length,
    holidays: [`2023-${HOLIDAY}`, `2024-${HOLIDAY}`],
    value: (date, slot, noise, site) => {
      if (site === 0 && date < "2023-07-01") return Number.NaN;
      const night = nights[site] ?? 0;
      const people = slot > 5 ? 100 : date.endsWith(HOLIDAY) ? feast(night) : night;
      return people * (0.97 + 0.06 * noise);
    },
  });
  const [site] = made.seats.map((seat) => seat.site);
  const people = Float64Array.from({ length: 24 }, (_, slot) => (slot > 5 ? 100 : usual));
  return site ? (effectOf(site, NEXT, NEXT - 5, people, hourlyTuning)[2] ?? Number.NaN) : Number.NaN;
}

test("people who come anyway lift a quiet night more than a lively one", () => {
  const crowd = (usual: number) => usual + 200;
  const [quiet, lively] = [expectedAtNight(3, crowd), expectedAtNight(50, crowd)];
  expect(quiet - lively).toBeGreaterThan(1); // as it was at the others: log(203 / 3) − log(250 / 50) = 2.6
  expect(lively).toBeGreaterThan(0.5);
});

test("where nights were lifted alike, quiet ones are expected to be lifted as lively ones", () => {
  const double = (usual: number) => 4 * usual;
  expect(Math.abs(expectedAtNight(3, double) - expectedAtNight(50, double))).toBeLessThan(0.35);
});

/** People at midnight that a site expects on a feast which it has seen once, when 500 came at midnight instead of 10; other
 *  midnights have as many people as said by now. */
function midnight(now: number): number {
  const [seat] = seats({
    days: NEXT - 5,
    step: "PT1H",
    holidays: [`2023-${HOLIDAY}`, `2024-${HOLIDAY}`],
    value: (date, slot, noise) => {
      const night = date.endsWith(HOLIDAY) ? 500 : date < "2023-09-01" ? 10 : now;
      return (slot > 0 ? 100 : night) * (0.97 + 0.06 * noise);
    },
  }).seats;
  if (!seat) throw new Error("no seat");
  const people = Float64Array.from({ length: 24 }, (_, slot) => (slot > 0 ? 100 : now));
  const [log = Number.NaN] = effectOf(seat.site, NEXT, NEXT - 5, people, hourlyTuning);
  return (now + 1) * Math.exp(log) - 1;
}

test("fireworks draw as many people as last time, whatever other nights are like by now", () => {
  expect(midnight(10)).toBeGreaterThan(200);
  expect(midnight(40) / midnight(10)).toBeLessThan(1.4); // four times as many on other nights
});
