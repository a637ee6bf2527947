import { expect, test } from "vitest";
import { type Choice, readChoice, tellChoice } from "../../src/jobs/choice.ts";
import { choose, chooseModels } from "../../src/jobs/choose-model.ts";
import type { CandidateScore } from "../../src/jobs/score-candidates.ts";
import { history, week } from "../forecast/support.ts";

const past = { today: "2026-11-24", weeks: 8 };
const score = (model: string, loss: number, steps = 100): CandidateScore => ({
  id: "a",
  model,
  steps,
  loss,
  error: 2 * loss,
});
const rule = score("seasonal-naive", 1000);

const pick = (scores: readonly CandidateScore[], serving?: string) => choose(scores, past, serving, 20);

test("the least loss serves, and says by how much it beats the simple rule", () => {
  const choice = pick([score("robust-base", 690), rule], "seasonal-naive");
  expect(choice).toMatchObject({ model: "robust-base", skill: 0.31, because: "best", weeks: 8, steps: 100 });
  expect(choice && tellChoice(choice)).toBe("beats the simple rule by 31 % over the last 8 weeks");
  expect(choice?.losses).toEqual({ "robust-base": 6.9, "seasonal-naive": 10 });
});

test("the simple rule serves where it wins, and says so", () => {
  const choice = pick([score("robust-base", 1200), rule], "robust-base");
  expect(choice).toMatchObject({ model: "seasonal-naive", skill: 0 });
  expect(choice && tellChoice(choice)).toBe(
    "the simple rule itself: no other did better over the last 8 weeks",
  );
});

test("a model that serves stays until another is clearly better: nights that differ by little change nothing", () => {
  let serving: string | undefined;
  const served = [690, 710, 695, 705, 700].map((loss, night) => {
    const choice = pick([score("robust-base", loss), score("other", 700), rule], serving);
    serving = choice?.model;
    return `${night} ${serving}`;
  });
  expect(new Set(served.map((line) => line.slice(2)))).toEqual(new Set(["robust-base"]));
  const kept = pick([score("robust-base", 710), score("other", 700), rule], "robust-base");
  expect(kept).toMatchObject({ model: "robust-base", because: "kept", skill: 0.29 });
  expect(pick([score("robust-base", 760), score("other", 700), rule], "robust-base")?.model).toBe("other");
});

test("the simple rule serves as soon as it wins, and is left only for what is clearly better", () => {
  expect(pick([score("robust-base", 1001), rule], "robust-base")?.model).toBe("seasonal-naive");
  expect(pick([score("robust-base", 980), rule], "seasonal-naive")?.model).toBe("seasonal-naive");
  expect(pick([score("robust-base", 960), rule], "seasonal-naive")?.model).toBe("robust-base");
});

test("what is beaten is the better of the simple rules", () => {
  const choice = pick([score("robust-base", 690), score("seasonal-naive-year", 750), rule]);
  expect(choice).toMatchObject({ model: "robust-base", against: "seasonal-naive-year", skill: 0.08 });
});

test("a model that refused some origins is not compared; too few steps say nothing", () => {
  expect(pick([score("robust-base", 100, 40), rule])?.model).toBe("seasonal-naive");
  expect(pick([score("robust-base", 100, 12), score("seasonal-naive", 200, 12)])).toBeUndefined();
});

test("a model that a later release no longer has does not stay", () => {
  expect(pick([score("gone", 690), score("robust-base", 695)], "gone")?.model).toBe("gone");
  expect(pick([score("robust-base", 695), rule], "gone")?.model).toBe("robust-base");
});

test("on a year with a trend and a season the model wins; on pure repetition nobody loses", () => {
  const rising = history({
    days: 500,
    leads: 90,
    value: (date, _, noise) => week(date) * (0.8 + 0.4 * noise),
  });
  const comparison = {
    measure: "visits",
    step: "P1D",
    history: rising,
    today: "2026-11-24",
    serving: new Map(),
  } as const;
  const choice = chooseModels(comparison).get("a P1D");
  expect(choice?.model).not.toMatch(/naive/);
  expect(choice?.skill).toBeGreaterThan(0.1);
  expect(choice?.weeks).toBe(8);
});

test("a young history is not compared", () => {
  const young = history({ days: 60, leads: 90, value: week });
  const comparison = {
    measure: "visits",
    step: "P1D",
    history: young,
    today: "2026-11-24",
    serving: new Map(),
  } as const;
  expect(chooseModels(comparison).size).toBe(0);
});

test("what is kept is read again; what another release wrote otherwise is not", () => {
  const choice = pick([score("robust-base", 690), rule]);
  expect(readChoice(JSON.stringify(choice))).toEqual(choice satisfies Choice | undefined);
  expect(readChoice('{"model":"robust-base"}')).toBeUndefined();
  expect(readChoice("{")).toBeUndefined();
  expect(readChoice("")).toBeUndefined();
});
