import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "../../src/api/problem.ts";
import { addDays, daysIn } from "../../src/domain/time.ts";
import type { WhatIfAnswer } from "../../src/jobs/what-if/answer.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { createActions } from "../../src/views/scenarios/actions.ts";
import type { AskWhatIf } from "../../src/views/suppose/what-if-here.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
const territory = viewTerritory();
const SATURDAY = "2026-11-28";
const levels = (n: number) => ({ q10: 0.8 * n, q25: 0.9 * n, q50: n, q75: 1.1 * n, q90: 1.2 * n });

/** Every day asked about has thirty visits where it had twenty-five. */
const answer = (site: string, days: readonly string[]): WhatIfAnswer => ({
  site,
  model: "test",
  origin: NOW,
  days: [...new Set(days)].map((day) => ({
    kind: "answered",
    day,
    before: levels(25),
    after: levels(30),
    difference: { low: 2, middle: 5, high: 8 },
    basis: "past_days",
    clear: true,
    because: ["nobody comes"],
  })),
});
const told: AskWhatIf = async (site, changes) =>
  answer(
    site,
    changes.map(({ day }) => day),
  );
const whatIf = vi.fn<AskWhatIf>(told);

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const days = daysIn({ from: TODAY, to: addDays(TODAY, 60) });
  await issue(store, "tank", NOW - 3_600_000, days, () => 25);
}, 120_000);
afterAll(() => engine.close());
beforeEach(() => {
  whatIf.mockReset().mockImplementation(told);
  views = createViews({ store, territory, now: () => NOW, whatIfOf: whatIf });
});

test("asks nothing where nothing changes, and shows the next four weeks as they are forecast", async () => {
  const reply = await views.suppose({ site: "tank" });
  expect(whatIf).not.toHaveBeenCalled();
  expect(reply).toMatchObject({ answer: { kind: "none" }, asked: null, changes: [], takes_bookings: false });
  expect(reply.reach).toEqual({ from: TODAY, last: addDays(TODAY, 89) });
  expect(reply.days).toHaveLength(28);
  expect(reply.days.find(({ day }) => day === SATURDAY)).toMatchObject({ forecast: { q50: 25 } });
  expect(reply.days.find(({ day }) => day === "2026-11-27")).toMatchObject({ forecast: null });
  expect(reply.events.map(({ id }) => id)).toContain("bataille");
  expect((await views.suppose({ site: "labo" })).events.map(({ id }) => id)).not.toContain("bataille");
});

test("gives the answer of each day and of all together, asked once", async () => {
  const question = { site: "tank", day: SATURDAY, last: "2026-11-29", free: "yes" } as const;
  const reply = await views.suppose(question);
  expect(reply.answer).toMatchObject({
    kind: "told",
    total: { days: 2, difference: { low: 4, middle: 10, high: 16 } },
  });
  await views.suppose(question);
  expect(whatIf).toHaveBeenCalledTimes(1);
  expect(whatIf).toHaveBeenCalledWith("tank", [
    { kind: "free_entry", day: SATURDAY },
    { kind: "free_entry", day: "2026-11-29" },
  ]);
});

test("what lies further ahead is shown with the week before it", async () => {
  const { days } = await views.suppose({ site: "tank", day: "2027-01-20", free: "yes" });
  expect([days[0]?.day, days.length]).toEqual(["2027-01-13", 28]);
});

test("while the thread is busy nobody waits: the page says so, and gets the answer later", async () => {
  const { promise, resolve } = Promise.withResolvers<WhatIfAnswer>();
  whatIf.mockImplementation(() => promise);
  const question = { site: "tank", day: SATURDAY, rain: 8 } as const;
  expect((await views.suppose(question)).answer).toEqual({ kind: "waiting" });
  resolve(answer("tank", [SATURDAY]));
  expect((await views.suppose(question)).answer.kind).toBe("told");
  whatIf.mockRejectedValueOnce(new Problem("busy", "too many questions wait for an answer"));
  expect((await views.suppose({ ...question, rain: 9 })).answer).toEqual({ kind: "waiting" });
});

test("a computation that fails is an error, not an endless wait", async () => {
  whatIf.mockRejectedValueOnce(new Error("forecasting failed: no history"));
  const question = { site: "tank", day: SATURDAY, temperature: 20 } as const;
  await expect(views.suppose(question)).rejects.toThrow("no history");
});

test("more changes than a scenario holds are refused", async () => {
  const far = { site: "tank", day: SATURDAY, last: addDays(SATURDAY, 40), free: "yes", rain: 3 } as const;
  await expect(views.suppose(far)).rejects.toThrow("invalid last: 82 changes (at most 60 in one answer)");
});

test("a scenario is asked as it was kept; once frozen it is followed and asked no more", async () => {
  const actions = createActions({
    store,
    now: () => NOW,
    territory,
    sink: createRecordSink(store, territory.zone, territory.sites),
    whatIf,
    advised: async () => [],
  });
  const changes = [{ kind: "free_entry" as const, day: TODAY }];
  const { id } = await actions.createScenario({ site: "tank", name: "Gratuit", changes });
  const draft = await views.suppose({ site: "tank", scenario: id });
  expect(draft).toMatchObject({ changes, asked: null, answer: { kind: "told" } });
  expect(draft.chosen).toMatchObject({ scenario: { status: "draft" }, followed: [] });
  expect(draft.scenarios.map((kept) => kept.id)).toContain(id);
  await actions.freezeScenario({ id });
  whatIf.mockClear();
  const plan = await views.suppose({ site: "tank", scenario: id });
  expect(whatIf).not.toHaveBeenCalled();
  expect(plan.answer).toMatchObject({ kind: "told", total: { difference: { low: 2, high: 8 } } });
  expect(plan.chosen).toMatchObject({ scenario: { status: "plan" }, measured: 0 });
  expect(plan.chosen?.followed).toMatchObject([{ day: TODAY, visits: 12, provisional: true, inside: null }]);
  await expect(views.suppose({ site: "labo", scenario: id })).rejects.toThrow("it is about tank");
});
