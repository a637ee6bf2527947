import { expect, test } from "vitest";
import type { History } from "../../src/forecast/model.ts";
import { hashInputs } from "../../src/jobs/inputs-hash.ts";
import { history, plainDay, uncut, week } from "../forecast/support.ts";

const make = (value = week): History => history({ days: 30, leads: 5, value });
const one = make();
const covariate = (at: number, value: number) => ({
  ...one,
  covariates: [
    [
      {
        name: "rain",
        issued: Float64Array.of(0, at),
        step: Int32Array.of(3, 31),
        value: Float64Array.of(1, value),
      },
    ],
  ],
});

test("the same inputs have the same hash, wherever they lie in memory", () => {
  expect(hashInputs(make(), 0)).toBe(hashInputs(one, 0));
  const wide = Float64Array.from([...(one.set.series[0]?.values ?? []), 1, 2, 3]);
  const view: History = { ...one, set: { ...one.set, series: [{ id: "a", values: wide.subarray(0, 30) }] } };
  expect(hashInputs(view, 0)).toBe(hashInputs(one, 0));
  expect(hashInputs(one, 0)).toMatch(/^[0-9a-f]{16}$/);
});

test("another value, holiday, opening or covariate known at the origin is another hash", () => {
  const others = [
    make((date) => week(date) + (date === "2023-01-20" ? 1 : 0)),
    history({
      days: 30,
      leads: 5,
      value: week,
      facts: (d) => ({ ...plainDay(d), ...(d === "2023-02-02" ? { holiday: "x" } : {}) }),
    }),
    history({
      days: 30,
      leads: 5,
      value: week,
      facts: (d) => ({ ...plainDay(d), open: d === "2023-02-02" ? [] : [{ fromMinute: 0, toMinute: 60 }] }),
    }),
    covariate(1, 5),
    covariate(1, 6),
  ];
  expect(new Set([one, ...others].map((h) => hashInputs(h, 0))).size).toBe(6);
  expect(hashInputs(one, 0, "more")).not.toBe(hashInputs(one, 0));
});

test("a value or a covariate from after the origin changes nothing", () => {
  expect(hashInputs(uncut(one), 0)).toBe(hashInputs(one, 0));
  const after = (one.set.axis.start[one.origin] ?? 0) + 1;
  expect(hashInputs(covariate(after, 5), 0)).toBe(hashInputs(covariate(after, 6), 0));
});
