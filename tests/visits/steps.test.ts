import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, atLocalTime, daySpan, daysIn, HOUR, minuteOfDay, QUARTER } from "../../src/domain/time.ts";
import { coarseSteps, stepEnd, stepStart } from "../../src/visits/coarse-steps.ts";
import { combine } from "../../src/visits/combine.ts";
import { type DayVisits, judgeDay } from "../../src/visits/daily.ts";
import { againstOpening, type QuarterRow } from "../../src/visits/evidence.ts";
import { fineSteps, stepsOf } from "../../src/visits/fine-steps.ts";
import { contextWith, quarters, site } from "./support/context.ts";

const ZONE = "Europe/Paris";
const tank = site("tank");
const labo = site("labo");
const SATURDAY = "2026-11-21";
const at = (clock: string) => atLocalTime(SATURDAY, clock, ZONE);

describe("steps partition a day", () => {
  test.each([
    ["2026-10-25", 25],
    ["2026-03-29", 23],
    ["2026-11-21", 24],
  ])("%s has %i hours and four times as many quarters", (day, hours) => {
    const whole = daySpan(day, ZONE);
    for (const [width, count] of [
      [HOUR, hours],
      [QUARTER, 4 * hours],
    ] as const) {
      const steps = stepsOf(day, ZONE, width);
      expect(steps).toHaveLength(count);
      expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([whole.from, whole.to]);
      expect(
        steps.every(({ from, to }, i) => to - from === width && (i === 0 || steps[i - 1]?.to === from)),
      ).toBe(true);
    }
  });
  test("an hour begins with the wall clock where zones or clock changes are off by half an hour", () => {
    for (const [day, zone] of [
      ["2026-01-10", "Asia/Kathmandu"],
      ["2026-04-05", "Australia/Lord_Howe"],
    ] as const) {
      const steps = stepsOf(day, zone, HOUR);
      expect(steps).toHaveLength(24);
      expect(steps.every(({ from }) => minuteOfDay(from, zone) % 60 === 0)).toBe(true);
      expect(steps.at(-1)?.to).toBe(daySpan(day, zone).to);
    }
  });
});

test("a quarter is closed, a measured zero or a count as the clock and the till say", () => {
  const rows = quarters("till", "admissions", at("15:00"), at("15:15"), 3, 0);
  const steps = fineSteps(tank, SATURDAY, "PT15M", rows, contextWith());
  const on = (clock: string) => steps.find(({ start }) => start === at(clock));
  expect(on("13:45")).toMatchObject({ visits: null, state: "closed", coverage: null });
  expect(on("14:00")).toMatchObject({ visits: 0, state: "measured", coverage: 1 });
  expect(on("15:00")).toMatchObject({ visits: 3, state: "measured" });
});

test("hourly readings are hours, but no quarters", () => {
  const rows = quarters("labo-door", "entries", at("10:00"), at("18:00"), 20, 60);
  const open = (step: "PT15M" | "PT1H") =>
    fineSteps(labo, SATURDAY, step, rows, contextWith()).filter(({ state }) => state !== "closed");
  expect(open("PT1H").map(({ visits }) => visits)).toEqual(Array(8).fill(18));
  expect(new Set(open("PT15M").map(({ state }) => state))).toEqual(new Set(["missing"]));
});

test("the steps of a measured day add up to the day, whatever the calibration rounds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 32, maxLength: 32 }),
      fc.constantFrom("PT15M", "PT1H"),
      (people, step) => {
        const rows: QuarterRow[] = people.map((value, i) => {
          return {
            feed: "labo-door",
            measure: "entries",
            start: at("10:00") + i * QUARTER,
            value,
            minutes: 15,
          };
        });
        const opening = labo.opening.on(SATURDAY);
        const spans = opening.kind === "open" ? opening.spans : [];
        const day = judgeDay(
          labo,
          SATURDAY,
          rows.map((row) => againstOpening(row, spans)),
          contextWith(),
        );
        const steps = fineSteps(labo, SATURDAY, step as "PT15M" | "PT1H", rows, contextWith());
        expect(combine(steps).visits).toBe(day.visits);
        expect(combine(steps).dueMinutes).toBe(day.dueMinutes);
      },
    ),
  );
});

const STATES = ["measured", "estimated", "closed", "missing"] as const;
const anyDay = fc.record({
  state: fc.constantFrom(...STATES),
  people: fc.nat(500),
  share: fc.double({ min: 0, max: 0.97, noNaN: true }),
});

function dayOf(
  day: string,
  { state, people, share }: { state: (typeof STATES)[number]; people: number; share: number },
): DayVisits {
  const dueMinutes = state === "closed" ? 0 : 480;
  const coverage = state === "closed" ? null : state === "measured" ? 1 : state === "missing" ? 0 : share;
  const visits = state === "closed" || state === "missing" ? null : people;
  const estimated = state === "estimated" ? Math.round(people * (1 - share)) : 0;
  return {
    site: "labo",
    day,
    openMinutes: dueMinutes,
    dueMinutes,
    pending: false,
    provisional: false,
    state,
    visits,
    coverage,
    estimated,
  };
}

test("weeks, months and years of any days add up to the days, with the same coverage", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.array(anyDay, { minLength: 1, maxLength: 500 }),
      fc.constantFrom("P1W", "P1M", "P1Y"),
      (offset, kinds, step) => {
        const first = addDays("2020-01-01", offset);
        const days = kinds.map((kind, i) => dayOf(addDays(first, i), kind));
        const steps = coarseSteps("labo", days, step as "P1W", "2099-01-01");
        const [whole, parts] = [combine(days), combine(steps)];
        expect(parts.visits).toBe(whole.visits);
        expect(parts.estimated).toBe(whole.estimated);
        expect(parts.dueMinutes).toBe(whole.dueMinutes);
        if (whole.coverage === null) expect(parts.coverage).toBeNull();
        else expect(parts.coverage).toBeCloseTo(whole.coverage, 9);
      },
    ),
    { numRuns: 50 },
  );
});

test("steps follow each other without gap or overlap", () => {
  for (const step of ["P1W", "P1M", "P1Y"] as const) {
    for (const day of daysIn({ from: "2019-12-20", to: "2021-01-10" })) {
      const [start, end] = [stepStart(day, step), stepEnd(day, step)];
      expect(start <= day && day < end).toBe(true);
      expect(stepStart(end, step)).toBe(end);
      expect(stepStart(addDays(end, -1), step)).toBe(start);
    }
  }
});

test("a missing day makes its week a lower bound, all missing makes it missing, all closed closed", () => {
  const kind = (state: (typeof STATES)[number]) => ({ state, people: 10, share: 0.5 });
  const week = (...states: (typeof STATES)[number][]) =>
    combine(states.map((state, i) => dayOf(addDays("2026-11-16", i), kind(state))));
  expect(week("measured", "missing", "closed")).toMatchObject({
    visits: 10,
    state: "measured",
    coverage: 0.5,
    complete: false,
  });
  expect(week("missing", "closed")).toMatchObject({ visits: null, state: "missing", coverage: 0 });
  expect(week("closed", "closed")).toMatchObject({
    visits: null,
    state: "closed",
    coverage: null,
    complete: true,
  });
  expect(week("measured", "estimated")).toMatchObject({
    visits: 20,
    state: "estimated",
    estimatedMinutes: 240,
  });
});
