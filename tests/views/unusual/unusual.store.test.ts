/** From what was promised and what came to unusual days, their likely causes, and what people write down about them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, atLocalTime, daysIn, weekday } from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import { annotationActions } from "../../../src/views/annotations/actions.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "../support/world.ts";

const territory = viewTerritory();
/** A Wednesday on which the till was out from 15:00 on, and one on which nobody counted at the labo. */
const OUT = "2026-10-14";
let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;
let actions: ReturnType<typeof annotationActions>;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  const out = atLocalTime(OUT, "15:00", territory.zone);
  await fill(store, territory, (r) => r.measure !== "admissions" || r.at < out || r.at > out + 4 * 3_600_000);
  const tank = (day: string) => (weekday(day) === 7 ? 56 : 28);
  for (const morning of daysIn({ from: addDays(TODAY, -90), to: addDays(TODAY, 1) })) {
    const days = daysIn({ from: morning, to: addDays(morning, 3) });
    const at = atLocalTime(morning, "06:00", territory.zone);
    await issue(store, "tank", at, days, tank);
    await issue(store, "labo", at, days, () => 288);
  }
  views = createViews({ store, territory, now: () => NOW });
  actions = annotationActions(store, () => NOW);
}, 120_000);
afterAll(() => engine.close());

test("a day on which the till was out is unusual, and the feed is suspected first", async () => {
  const { rows, judged } = await views.unusual({});
  expect(judged).toBeGreaterThan(60);
  expect(rows.map(({ site, day }) => `${site} ${day}`)).toEqual([`tank ${OUT}`]);
  const [row] = rows;
  expect(row).toMatchObject({ visits: 8, median: 28, annotations: [] });
  expect(row?.score).toBeLessThan(-(row?.limit ?? 99));
  expect(row?.causes[0]?.kind).toBe("feed");
  expect(row?.causes.map(({ sign }) => sign).sort()).toEqual(["other_source", "silent"]);
});

test("a question about other days or sites leaves it out", async () => {
  expect((await views.unusual({ sites: ["labo"] })).rows).toEqual([]);
  expect((await views.unusual({ from: addDays(OUT, 1) })).rows).toEqual([]);
  expect((await views.unusual({ from: OUT, to: addDays(OUT, 1) })).rows).toHaveLength(1);
});

test("what is written down about it stands beside it, and an event is named among the causes", async () => {
  const asked = { from: OUT, to: addDays(OUT, 1), counts_in_model: false };
  const note = await actions.createAnnotation({
    ...asked,
    site: "tank",
    kind: "note",
    text: "caisse en panne",
  });
  const event = await actions.createAnnotation({ ...asked, kind: "event", text: "Marathon" });
  await actions.createAnnotation({ ...asked, site: "labo", kind: "note", text: "rien" });
  const [row] = (await views.unusual({})).rows;
  expect(row?.annotations.map(({ text }) => text).sort()).toEqual(["Marathon", "caisse en panne"]);
  expect(row?.causes).toContainEqual({ kind: "event", sign: "Marathon", weight: 0.8, size: -20 });
  await actions.withdrawAnnotation({ id: event.id });
  const [after] = (await views.unusual({})).rows;
  expect(after?.causes.map(({ kind }) => kind)).not.toContain("event");
  const { rows } = await views.annotations({ sites: ["tank"] });
  expect(rows.map(({ text, withdrawn_at }) => `${text} ${withdrawn_at}`).sort()).toEqual([
    "Marathon 2026-11-25T14:40:00Z",
    "caisse en panne null",
  ]);
  expect(rows.map(({ id }) => id)).toContain(note.id);
  await expect(actions.withdrawAnnotation({ id: "a58e2c8e-8f2a-4cb7-8f15-d5d3a8dd3c1d" })).rejects.toThrow(
    "unknown annotation",
  );
});

test("the effect of something done is told with placebos, or why not", async () => {
  const effect = await views.effects({ site: "labo", from: "2026-09-01" });
  const of = { kind: "action", from: "2026-09-01", to: TODAY, annotation: null };
  expect(effect).toMatchObject({ site: "labo", of });
  const { answer } = effect;
  if (answer.kind !== "effect") throw new Error(answer.reason);
  // The same people every day: nothing was done.
  expect(Math.abs(answer.share.value)).toBeLessThan(0.02);
  expect(answer.placebos.length).toBeGreaterThan(5);
  expect(answer.by_day.length).toBe(answer.days);
  const early = await views.effects({ site: "labo", from: addDays(TODAY, -5) });
  expect(early.answer).toMatchObject({ kind: "refused" });
  await expect(views.effects({ site: "labo", from: TODAY })).rejects.toThrow("invalid from");
  const dry = await views.effects({ site: "labo", weather: "rain" });
  expect(dry.answer).toEqual({ kind: "refused", reason: "no rain is on record for this site" });
  const none = await views.effects({ site: "labo", event: "braderie" });
  expect(none.answer.kind).toBe("refused");
});

test("an action or an event that was written down is found by what was written", async () => {
  const asked = { site: "labo", from: "2026-09-01", to: "2027-01-01", counts_in_model: false };
  const action = await actions.createAnnotation({ ...asked, kind: "action", text: "nouveau tarif" });
  const effect = await views.effects({ site: "labo", annotation: action.id });
  expect(effect.of).toEqual({ kind: "action", from: "2026-09-01", to: TODAY, annotation: action.id });
  expect(effect.answer.kind).toBe("effect");
  await expect(views.effects({ site: "tank", annotation: action.id })).rejects.toThrow("invalid annotation");
  const event = { ...asked, from: "2026-10-09", to: "2026-10-10", counts_in_model: true };
  const early = annotationActions(store, () => NOW - 1);
  await early.createAnnotation({ ...event, kind: "event", text: "Nocturne" });
  const { answer } = await views.effects({ site: "labo", event: "nocturne" });
  if (answer.kind !== "effect") throw new Error(answer.reason);
  expect(answer.by_day.map(({ day }) => day)).toEqual(["2026-10-09"]);
});
