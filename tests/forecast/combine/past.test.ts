/** Past origins at which components are judged: neither they nor the judge know what came after. */
import { expect, test } from "vitest";
import { judge } from "../../../src/forecast/combine/earned.ts";
import { pastAnswers } from "../../../src/forecast/combine/past.ts";
import type { History, Model } from "../../../src/forecast/model.ts";
import { calendarRidge } from "../../../src/forecast/models/calendar-ridge.ts";
import { robustBase } from "../../../src/forecast/models/robust-base.ts";
import { town } from "../ridge/support.ts";
import { uncut } from "../support.ts";

const noisy = (_: string, noise: number) => 200 * Math.exp(0.3 * noise);
const history = town({ days: 300, leads: 28, sites: [noisy, noisy] });

test("components learn before the first past origin, and are shown at each what was known there", () => {
  const learned: History[] = [];
  const asked: History[] = [];
  const spy: Model = {
    name: "spy",
    fit(given) {
      learned.push(given);
      return {
        forecast(at) {
          asked.push(at);
          return at.set.series.map(({ id }) => ({ kind: "refused", id, reason: "a spy" }));
        },
      };
    },
  };
  const options = { leads: 28, levels: [0.5], days: 56, share: 0.4, every: 12 };
  const past = pastAnswers([spy], uncut(history), options);
  expect(past.map(({ origin }) => origin)).toEqual([216, 228, 240, 252, 264, 276, 288]);
  expect(learned.map(({ origin }) => origin)).toEqual([216]);
  expect(asked.map(({ origin }) => origin)).toEqual(past.map(({ origin }) => origin));
  for (const { origin, set } of [...learned, ...asked])
    expect(set.series.map(({ values }) => values.length)).toEqual([origin, origin]);
});

test("weights and stretch are judged by days before the origin", () => {
  const components = [
    { model: robustBase, prior: 1, share: 1 },
    { model: calendarRidge, prior: 1, share: 1 },
  ];
  const [answer] = robustBase.fit(history, { leads: 28 }).forecast(history, { leads: 28, levels: [0.5] });
  if (answer?.kind !== "forecast") throw new Error("refused");
  const earned = (given: History) => {
    const { stretch, weights } = judge(components, given, { leads: 28 });
    return { stretch: stretch("site 0"), weights: [0, 10, 27].map(weights("site 0", [answer, answer])) };
  };
  const known = earned(history);
  expect(known.stretch).not.toEqual([1, 1, 1, 1]);
  expect(earned(uncut(history))).toEqual(known);
});
