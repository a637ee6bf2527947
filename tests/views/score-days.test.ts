import { describe, expect, test } from "vitest";
import {
  lastMiss,
  type PromisedDay,
  scaled,
  scoreDays,
  servedOrNot,
  weeklyChange,
} from "../../src/views/score-days.ts";

const day = (visits: number, change: Partial<PromisedDay> = {}): PromisedDay => {
  return {
    day: "2026-11-01",
    visits,
    q10: 80,
    q50: 100,
    q90: 120,
    naive: 90,
    retrospective: false,
    ...change,
  };
};

test("scores are those of their definitions, worked out by hand", () => {
  expect(scoreDays([day(110), day(130)])).toEqual({
    days: 2,
    mae: 20,
    naive_mae: 30,
    wape: Math.round((40 / 240) * 10_000) / 10_000,
    bias: Math.round((-40 / 240) * 10_000) / 10_000,
    // Levels 0.1, 0.5, 0.9 of 110: 3, 5, 1; of 130: 5, 15, 9.
    pinball: Math.round((38 / 6) * 1000) / 1000,
    inside: 1,
    // 20 against 30.
    skill: Math.round((1 / 3) * 10_000) / 10_000,
    retrospective_days: 0,
  });
});

test("no day has no score, and days without visits no relative error", () => {
  expect(scoreDays([])).toBeNull();
  expect(scoreDays([day(0)])).toMatchObject({ mae: 100, wape: null, bias: null });
});

test("the simple rule is scored only where it knows at least half of the days", () => {
  expect(scoreDays([day(110, { naive: null }), day(110)])?.naive_mae).toBe(20);
  expect(scoreDays([day(110, { naive: null }), day(110, { naive: null }), day(110)])?.naive_mae).toBeNull();
});

describe("days issued in retrospect", () => {
  const served = (n: number) => Array.from({ length: n }, () => day(100));
  const late = day(100, { retrospective: true });
  test("do not count beside enough served ones", () => {
    expect(servedOrNot([...served(14), late])).toMatchObject({ source: "vintages", days: { length: 14 } });
  });
  test("count, and are named, where too few were served", () => {
    expect(servedOrNot([...served(3), late])).toMatchObject({ source: "backtest", days: { length: 4 } });
  });
  test("nothing in retrospect is nothing to name", () => {
    expect(servedOrNot(served(3)).source).toBe("vintages");
  });
});

test("the last miss is the newest day outside of its range", () => {
  const days = [
    day(130, { day: "2026-11-01" }),
    day(70, { day: "2026-11-05" }),
    day(120, { day: "2026-11-09" }),
  ];
  expect(lastMiss(days)?.day).toBe("2026-11-05");
  expect(lastMiss([day(80)])).toBeUndefined();
});

test("skill is on the days that the rule knew: the others would count for one side alone", () => {
  const scores = scoreDays([day(110), day(110), day(500, { naive: null })]);
  expect(scores?.skill).toBe(0.5);
  expect(scoreDays([day(90)])?.skill).toBeNull();
});

test("days made up afterwards are counted", () => {
  expect(scoreDays([day(110), day(110, { retrospective: true })])?.retrospective_days).toBe(1);
});

test("MASE divides by the mean change from one week to the next", () => {
  const days = [
    day(100, { day: "2026-11-01" }),
    day(130, { day: "2026-11-08" }),
    day(120, { day: "2026-11-15" }),
    day(999, { day: "2026-11-17" }),
  ];
  expect(weeklyChange(days)).toBe(20);
  expect(scaled(10, weeklyChange(days))).toBe(0.5);
  expect(weeklyChange(days.slice(3))).toBeNull();
  expect(scaled(10, null)).toBeNull();
});
