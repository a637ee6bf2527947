import fc from "fast-check";
import { expect, test } from "vitest";
import { type Evidence, judge } from "../../src/visits/judge.ts";
import type { ResolvedSource } from "../../src/visits/source.ts";

const till: ResolvedSource = { feeds: ["till"], measure: "admissions", calibration: 1, kind: "events" };
const door: ResolvedSource = { feeds: ["door"], measure: "entries", calibration: 0.5, kind: "spans" };
const says = (source: ResolvedSource, value: number, observedMinutes: number): Evidence => {
  return { source, value, observedMinutes };
};

test("an open span without anybody is a measured zero", () => {
  expect(judge([says(till, 0, 210)], 210, true)).toEqual({
    visits: 0,
    state: "measured",
    coverage: 1,
    estimated: 0,
  });
});

test("a closed span has no visits, and a counter that ticks in it counts nothing", () => {
  const closed = { visits: null, state: "closed", coverage: null, estimated: 0 };
  expect(judge([says(till, 0, 0)], 0, true)).toEqual(closed);
  expect(judge([says(door, 12, 0)], 0, true)).toEqual(closed);
});

test("a group with tickets on a closed day is counted", () => {
  expect(judge([says(till, 52, 0)], 0, true)).toMatchObject({
    visits: 52,
    state: "measured",
    coverage: null,
  });
});

test("a span that nobody saw is missing, never zero", () => {
  expect(judge([says(door, 0, 0)], 210, true)).toMatchObject({ visits: null, state: "missing", coverage: 0 });
  expect(judge([], 210, true)).toMatchObject({ visits: null, state: "missing" });
});

test("the stand-in fills what the source of truth lacks, with its calibration, and only that counts as estimated", () => {
  const judged = judge([says(till, 10, 105), says(door, 80, 210)], 210, true);
  expect(judged).toEqual({ visits: 40, state: "estimated", coverage: 0.5, estimated: 30, by: "source" });
});

test("a stand-in that did not see the whole span does not speak", () => {
  expect(judge([says(till, 10, 0), says(door, 80, 100)], 210, true).state).toBe("missing");
});

test("half a day seen is scaled up once the day is over, and not before", () => {
  expect(judge([says(till, 30, 120)], 200, true)).toEqual({
    visits: 50,
    state: "estimated",
    coverage: 0.6,
    estimated: 20,
    by: "share",
  });
  expect(judge([says(till, 30, 120)], 200, false)).toEqual({
    visits: 30,
    state: "measured",
    coverage: 0.6,
    estimated: 0,
  });
  expect(judge([says(till, 30, 80)], 200, true)).toMatchObject({
    visits: null,
    state: "missing",
    coverage: 0.4,
  });
});

test("a clock that runs a minute late leaves no gap", () => {
  expect(judge([says(till, 30, 209)], 210, true)).toMatchObject({ state: "measured", coverage: 1 });
});

test("whatever is said, the four states keep apart and estimates never exceed visits", () => {
  const minutes = fc.integer({ min: 0, max: 600 });
  const value = fc.integer({ min: -5, max: 5000 });
  fc.assert(
    fc.property(value, minutes, value, minutes, minutes, fc.boolean(), (a, seen, b, standIn, open, over) => {
      const judged = judge([says(till, a, seen), says(door, b, standIn)], open, over);
      const hasNumber = judged.state === "measured" || judged.state === "estimated";
      expect(judged.visits !== null).toBe(hasNumber);
      expect(judged.estimated === 0 || judged.state === "estimated").toBe(true);
      expect(judged.estimated).toBeLessThanOrEqual(judged.visits ?? 0);
      expect(judged.coverage === null).toBe(open === 0);
      if (open > 0) expect(judged.state).not.toBe("closed");
    }),
  );
});
