import { expect, test } from "vitest";
import { addDays, dayNumber, weekday } from "../../../src/domain/time.ts";
import { type Action, effectOfAction } from "../../../src/forecast/effect/action.ts";
import type { History } from "../../../src/forecast/model.ts";
import { town } from "../ridge/support.ts";
import { seeded } from "../support.ts";

const DAYS = 800;
const FROM = 730;
const usual = (date: string) => (weekday(date) >= 6 ? 300 : 120);

/** One site acted upon, and one left alone. Both have good and bad months, the same ones. */
function acted(factor: number, over: Partial<{ days: number; month: number }> = {}): History {
  const { days = DAYS, month = 0 } = over;
  const random = seeded(5);
  const months = Array.from({ length: 40 }, () => Math.exp(month * (2 * random() - 1)));
  const people = (date: string, noise: number, day: number) =>
    Math.round(usual(date) * (months[Math.floor(day / 28)] ?? 1) * Math.exp(0.12 * noise));
  return town({
    days,
    leads: 1,
    sites: [
      (date, noise, day) => people(date, noise, day) * (day >= FROM ? factor : 1),
      (date, noise, day) => people(date, noise, day),
    ],
  });
}

const action: Action = { series: 0, from: FROM, to: DAYS, controls: [] };

function found(history: History, over: Partial<Action> = {}) {
  const answer = effectOfAction(history, { ...action, ...over });
  if (answer.kind !== "effect") throw new Error(answer.reason);
  return answer;
}

test("finds what was done within its range, and that chance does not do it", () => {
  const { share, people, perDay, byDay, measured, counterfactual, chance } = found(acted(1.25));
  expect(share.low).toBeLessThan(0.25);
  expect(share.high).toBeGreaterThan(0.25);
  expect(share.low).toBeGreaterThan(0.1);
  expect(chance).toBeLessThan(0.1);
  expect(byDay).toHaveLength(DAYS - FROM);
  expect(people.value).toBeCloseTo(measured - counterfactual.value, 6);
  expect(perDay.value * byDay.length).toBeCloseTo(people.value, 6);
  expect(byDay.reduce((sum, day) => sum + day.without, 0)).toBeCloseTo(counterfactual.value, 6);
});

test("finds nothing where nothing was done", () => {
  const { share, chance } = found(acted(1));
  expect(share.low).toBeLessThan(0);
  expect(share.high).toBeGreaterThan(0);
  expect(chance).toBeGreaterThan(0.1);
});

test("what came after the action does not change what would have come without", () => {
  const without = (factor: number) => found(acted(factor)).counterfactual.value;
  expect(without(3)).toBeCloseTo(without(0.5), 6);
});

test("a bad month of all sites is not taken for the action's doing where another site shows it", () => {
  const history = acted(1, { month: 0.35 });
  const alone = found(history);
  const beside = found(history, { controls: [1] });
  expect(beside.controlWeight).toBeGreaterThan(0.6);
  expect(beside.controls).toEqual(["site 1"]);
  const width = ({ share }: typeof alone) => share.high - share.low;
  expect(width(beside)).toBeLessThan(0.6 * width(alone));
  expect(Math.abs(beside.share.value)).toBeLessThan(Math.max(0.06, Math.abs(alone.share.value)));
});

test("refuses under 8 weeks before and under 2 weeks after", () => {
  expect(effectOfAction(acted(1), { ...action, from: 50, to: 100 })).toMatchObject({
    kind: "refused",
    reason: "too little before: 50 days (8 weeks are needed)",
  });
  expect(effectOfAction(acted(1, { days: FROM + 13 }), action)).toMatchObject({
    kind: "refused",
    reason: "too early: 13 days (2 weeks are needed)",
  });
});

test("answers with 8 weeks before, from shorter placebos", () => {
  const { placebos, share } = found(acted(1), { from: 56, to: 77 });
  expect(placebos.length).toBeGreaterThanOrEqual(3);
  expect(share.low).toBeLessThan(0);
  expect(share.high).toBeGreaterThan(0);
  const first = addDays("2021-01-04", 56);
  expect(placebos.every(({ date }) => dayNumber(date) + 7 <= dayNumber(first))).toBe(true);
});
