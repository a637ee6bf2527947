import { expect, test } from "vitest";
import { addDays } from "../../../src/domain/time.ts";
import type { PromisedDay } from "../../../src/views/score-days.ts";
import { judgedDays, leadTrust } from "../../../src/views/trust/leads.ts";
import { chosenOf } from "../../../src/views/trust/vintage.ts";

const promised = (i: number, visits: number, change: Partial<PromisedDay> = {}): PromisedDay => ({
  day: addDays("2026-10-01", i),
  visits,
  q10: 8,
  q50: 10,
  q90: 12,
  naive: 14,
  retrospective: false,
  ...change,
});

test("errors have no sign, the leaning has one, and the ends of a range lie inside it", () => {
  const days = [promised(0, 8), promised(1, 12), promised(2, 13), promised(3, 9)];
  expect(leadTrust(7, days)).toEqual({
    lead: 7,
    days: 4,
    mae: 2,
    naive_mae: 3.5,
    mean_error: -0.5,
    mean_visits: 10.5,
    inside: 3,
    retrospective_days: 0,
  });
  expect(leadTrust(7, [])).toBeNull();
});

test("one by one they are the newest, with the day on which each was forecast", () => {
  const days = Array.from({ length: 40 }, (_, i) => promised(i, i === 39 ? 20 : 10));
  const last = judgedDays(7, days, 30);
  expect(last).toHaveLength(30);
  expect(last[0]?.day).toBe("2026-10-11");
  expect(last.at(-1)).toEqual({
    day: "2026-11-09",
    origin: "2026-11-02",
    visits: 20,
    promised: { low: 8, high: 12 },
    median: 10,
    naive: 14,
    inside: false,
    retrospective: false,
  });
});

test("with enough served forecasts, those made up afterwards are neither counted nor shown", () => {
  const made = Array.from({ length: 10 }, (_, i) => promised(i, 10, { retrospective: true }));
  const served = Array.from({ length: 14 }, (_, i) => promised(10 + i, 10));
  expect(leadTrust(1, [...made, ...served])).toMatchObject({ days: 14, retrospective_days: 0 });
  expect(judgedDays(1, [...made, ...served], 30)).toHaveLength(14);
  const few = [...made, ...served.slice(0, 5)];
  expect(leadTrust(1, few)).toMatchObject({ days: 15, retrospective_days: 10 });
});

test("the past forecast shown is that of the asked day, else the last before it, else the first", () => {
  const issued = ["2026-10-01", "2026-10-05"].map((day) => ({
    day,
    origin: 0,
    issued_at: 0,
    model: "m",
    retrospective: 0,
  }));
  expect(chosenOf(issued, "2026-10-05")?.day).toBe("2026-10-05");
  expect(chosenOf(issued, "2026-10-04")?.day).toBe("2026-10-01");
  expect(chosenOf(issued, "2026-09-01")?.day).toBe("2026-10-01");
  expect(chosenOf([], "2026-10-05")).toBeUndefined();
});
