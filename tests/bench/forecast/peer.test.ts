import { expect, test } from "vitest";
import { type Peer, peerModel } from "../../../bench/forecast/peers/peer.ts";
import { replicate } from "../../../bench/forecast/replicate.ts";
import type { History } from "../../../src/forecast/model.ts";
import { countsOf } from "./support.ts";

function historyOf(value: (day: number) => number): History {
  const { set, calendar } = countsOf(100, value);
  return { set, origin: 100, calendars: [calendar] };
}

function answerOf(ask: Peer["ask"], value: (day: number) => number, weeks = 13) {
  const history = historyOf(value);
  const model = peerModel({ name: "peer", weeks: { 24: weeks, 1: weeks }, ask });
  return model.fit(history, { leads: 2 }).forecast(history, { leads: 2, levels: [0.1, 0.5, 0.9] })[0];
}

test("a peer is given no gap: what is missing is what was there a week before, or 0", () => {
  let given: Float64Array = new Float64Array(0);
  answerOf(
    (y) => {
      given = y;
      return { point: [1, 1], lower: [1, 1], upper: [1, 1] };
    },
    (day) => (day < 5 || day % 7 === 6 || day === 50 ? Number.NaN : day),
  );
  expect(given).toHaveLength(91);
  // Day 9 comes first, as 91 are given; day 50 takes day 43, and the seventh days were never there.
  expect([given[0], given[50 - 9], given[13 - 9]]).toEqual([9, 43, 0]);
});

test("a peer that runs away is held within 0 and twice the largest count; one that throws is a refusal", () => {
  const ran = answerOf(
    () => ({ point: [-3, 1e9], lower: [-9, 5], upper: [4, Number.POSITIVE_INFINITY] }),
    () => 8,
  );
  expect(ran?.kind === "forecast" && [...ran.quantiles]).toEqual([0, 0, 4, 5, 16, 16]);
  const threw = answerOf(
    () => {
      throw new Error("no");
    },
    () => 8,
  );
  expect(threw).toMatchObject({ kind: "refused", reason: "Error: no" });
  expect(
    answerOf(
      () => ({ point: [Number.NaN, 1], lower: [], upper: [] }),
      () => 8,
    )?.kind,
  ).toBe("refused");
});

test("likenesses of a site keep its gaps, differ from it and from each other, and are the same in every run", () => {
  const { series } = historyOf((day) => (day % 10 === 0 ? Number.NaN : 1000 + day)).set;
  const made = replicate(series, 4);
  expect(new Set(made.map(({ id }) => id)).size).toBe(4);
  expect(made[0]?.values).toBe(series[0]?.values);
  expect(new Set(made.map(({ values }) => values[1])).size).toBe(4);
  for (const { values } of made) expect(values.findIndex(Number.isNaN)).toBe(0);
  expect(made.every(({ values }) => Number.isNaN(values[20]) && !Number.isNaN(values[21]))).toBe(true);
  expect(replicate(series, 4)).toEqual(made);
});
