import { expect, test } from "vitest";
import type { WhatIfAnswer } from "../../../src/jobs/what-if/answer.ts";
import { followedDays, spanOfPlan } from "../../../src/views/scenarios/followed.ts";
import type { DayVisits } from "../../../src/visits/daily.ts";

const quantiles = (middle: number, off: number) => ({
  q10: middle - off,
  q25: middle - off / 2,
  q50: middle,
  q75: middle + off / 2,
  q90: middle + off,
});
const answer = (day: string, middle: number, off = 10) => ({
  kind: "answered" as const,
  day,
  before: quantiles(50, 5),
  after: quantiles(middle, off),
  difference: { low: 1, middle: 2, high: 3 },
  basis: "model" as const,
  clear: true,
  because: [],
});
const came = (day: string, state: DayVisits["state"], visits: number | null, pending = false): DayVisits => ({
  site: "a",
  day,
  openMinutes: state === "closed" ? 0 : 480,
  dueMinutes: 480,
  pending,
  provisional: true,
  state,
  visits,
  estimated: state === "estimated" ? (visits ?? 0) : 0,
  coverage: state === "closed" ? null : 1,
});

const plan: WhatIfAnswer = {
  site: "a",
  model: "m",
  origin: 0,
  days: [
    { kind: "refused", day: "2026-11-30", reasons: ["because"] },
    answer("2026-12-01", 100),
    answer("2026-12-02", 100),
    answer("2026-12-03", 0, 0),
    answer("2026-12-04", 100),
    answer("2026-12-05", 100),
    answer("2026-12-06", 100),
    answer("2026-12-07", 100),
  ],
};

test("a day is inside or outside once it was measured whole; estimated, missing and closed days are neither", () => {
  const days = followedDays(plan, [
    came("2026-12-01", "measured", 110),
    came("2026-12-02", "measured", 111),
    came("2026-12-03", "closed", null),
    came("2026-12-04", "closed", null),
    came("2026-12-05", "estimated", 100),
    came("2026-12-06", "measured", 100, true),
  ]);
  expect(days.map(({ day, inside }) => [day.slice(-1), inside])).toEqual([
    ["1", true],
    ["2", false],
    ["3", true],
    ["4", null],
    ["5", null],
    ["6", null],
    ["7", null],
  ]);
  expect(days.at(-1)).toMatchObject({ visits: null, state: null, plan: { low: 90, high: 110 }, median: 100 });
});

test("only days with an answer are read", () => {
  expect(spanOfPlan(plan)).toEqual({ from: "2026-12-01", to: "2026-12-08" });
  expect(spanOfPlan({ ...plan, days: plan.days.slice(0, 1) })).toBeNull();
});
