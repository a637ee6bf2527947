/** Over many seeds a range that is said to hold 8 times in 10 holds the true effect at least as often. */
import { expect, test } from "vitest";
import { makeAxis } from "../../../src/domain/series.ts";
import { addDays, dayNumber } from "../../../src/domain/time.ts";
import type { Covariate } from "../../../src/forecast/inputs.ts";
import { plainDay } from "../support.ts";
import { type Effect, effectOf } from "./effect.ts";
import { FROM, normals, openTo, usual, weather, world } from "./support.ts";

const SEEDS = Array.from({ length: 50 }, (_, i) => 1000 + i);
const FEW = SEEDS.slice(0, 25);
const DAYS = 900;
const TARGET = addDays(FROM, DAYS + 12);

/** Share of seeds whose range holds the truth, and mean width of the range. */
function held(effect: (seed: number) => Effect, truth: (seed: number) => number, seeds = FEW) {
  let inside = 0;
  let width = 0;
  for (const seed of seeds) {
    const found = effect(seed);
    if (found.kind === "refused" || found.kind === "closed") throw new Error(JSON.stringify(found));
    if (found.low <= truth(seed) && truth(seed) <= found.high) inside++;
    width += found.high - found.low;
  }
  return { share: inside / seeds.length, width: width / seeds.length };
}

test("an event that adds the same each time", () => {
  const fairs = ["2023-06-10", "2023-06-11", "2024-06-08", "2024-06-09", "2025-05-31", "2025-06-01"];
  const { share, width } = held(
    (seed) =>
      effectOf(
        world({
          seed,
          days: DAYS,
          expected: (date) => usual(date) * (fairs.includes(date) ? Math.exp(0.5) : 1),
          facts: (date) => ({ ...plainDay(date), events: fairs.includes(date) ? ["fair"] : [] }),
        }),
        { kind: "event", day: TARGET, event: "fair" },
      ),
    () => 0.5,
    SEEDS,
  );
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(width).toBeLessThan(0.5);
});

test("an event that is not the same each time: the range is for the next one", () => {
  const starts = ["2023-04-15", "2023-09-16", "2024-03-23", "2024-09-14", "2025-03-22", "2025-06-14"];
  const own = (seed: number) => normals(seed * 7);
  const { share } = held(
    (seed) => {
      const draw = own(seed);
      const effects = new Map(starts.map((day) => [day, 0.4 + 0.1 * draw()]));
      return effectOf(
        world({
          seed,
          days: DAYS,
          expected: (date) => usual(date) * Math.exp(effects.get(date) ?? 0),
          facts: (date) => ({ ...plainDay(date), events: effects.has(date) ? ["fair"] : [] }),
        }),
        { kind: "event", day: TARGET, event: "fair" },
      );
    },
    (seed) => {
      const draw = own(seed);
      for (const _ of starts) draw();
      return 0.4 + 0.1 * draw();
    },
  );
  expect(share).toBeGreaterThanOrEqual(0.8);
});

test("rain, in showers of several days", () => {
  const axis = makeAxis("P1D", "Europe/Paris", { from: FROM, to: addDays(FROM, DAYS + 91) });
  const { share, width } = held(
    (seed) => {
      const draw = normals(seed * 3);
      let wet = 0;
      const rain = weather("rain", axis, () => {
        wet = 0.6 * wet + draw();
        return Math.max(0, 6 * (wet - 0.6));
      });
      const said = new Map(Array.from(rain.step, (step, i) => [step, rain.value[i] ?? 0]));
      const mm = (date: string) => said.get(dayNumber(date) - axis.firstDay) ?? 0;
      const history = world({
        seed,
        days: DAYS,
        expected: (date) => usual(date) * Math.exp(-0.15 * Math.log1p(mm(date))),
        covariates: [sunnyThen(rain)],
      });
      return effectOf(history, { kind: "rain", day: TARGET, value: 8 });
    },
    () => -0.15 * Math.log1p(8),
    SEEDS,
  );
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(width).toBeLessThan(0.25);
});

/** Nothing is said of days to come, but that the day asked about is dry. */
function sunnyThen({ name, issued, step, value }: Covariate): Covariate {
  const target = dayNumber(TARGET) - dayNumber(FROM);
  return {
    name,
    issued: issued.map((at, i) => (step[i] === target ? 0 : at)),
    step,
    value: value.map((mm, i) => (step[i] === target ? 0 : mm)),
  };
}

test("groups of which nine in ten come", () => {
  const { share, width } = held(
    (seed) => {
      const draw = normals(seed * 5);
      const visits = Array.from({ length: 60 }, (_, i) => Math.floor((i * DAYS) / 60) + (i % 5));
      const people = visits.map(() => Math.round(40 + 12 * draw() ** 2));
      const booked = new Map(visits.map((day, i) => [addDays(FROM, day), people[i] ?? 0]));
      const visit = Int32Array.from(visits, (day) => dayNumber(FROM) + day);
      return effectOf(
        world({
          seed,
          days: DAYS,
          expected: (date) => usual(date) + 0.9 * (booked.get(date) ?? 0),
          bookings: { visit, made: visit.map((day) => day - 20), quantity: Float64Array.from(people) },
        }),
        { kind: "group", day: TARGET, people: 50 },
      );
    },
    () => 45,
  );
  expect(share).toBeGreaterThanOrEqual(0.8);
  expect(width).toBeLessThan(45);
});

test("hours that have varied with the season", () => {
  const winter = (date: string) => date.slice(5) < "03-15" || date.slice(5) >= "10-20";
  const { share } = held(
    (seed) =>
      effectOf(
        world({
          seed,
          days: DAYS,
          expected: (date) => usual(date) * (winter(date) ? (7 / 9) ** 0.7 : 1),
          facts: (date) => openTo(date, winter(date) ? 17 : 19),
        }),
        { kind: "opening", day: TARGET, hours: [{ fromMinute: 600, toMinute: 1020 }] },
      ),
    () => 0.7 * Math.log(7 / 9),
  );
  // 0.80 over 150 seeds; of fifty it may be one in ten less.
  expect(share).toBeGreaterThanOrEqual(0.7);
});
