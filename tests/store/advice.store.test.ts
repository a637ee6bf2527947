import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdviceDecision, adviceId, parseAdviceId } from "../../src/domain/advice.ts";
import { readAdvice, writeAdvice } from "../../src/store/advice.ts";
import type { Store } from "../../src/store/connect.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

let engine: TestEngine;
let store: Store;
beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
});
afterAll(() => engine.close());

const [day, from, to] = ["2026-11-28", "tank", "labo"];
const kept: AdviceDecision = {
  id: adviceId(day, from, to),
  day,
  from,
  to,
  status: "kept",
  reason: null,
  decidedAt: Date.parse("2026-11-27T09:00:00Z"),
};
const levels = { from: "busy", to: "calm" } as const;

test("the newest decision holds, and the older ones stay in the table", async () => {
  await writeAdvice(store, kept, levels);
  const dismissed = {
    ...kept,
    status: "dismissed",
    reason: "distance",
    decidedAt: kept.decidedAt + 1,
  } as const;
  await writeAdvice(store, dismissed, levels);
  expect(await readAdvice(store, { from: day, to: "2026-11-29" })).toEqual([dismissed]);
  expect(await readAdvice(store, { from: "2026-11-29", to: "2026-12-29" })).toEqual([]);
  const rows = await store.rows("count", "select status from advice order by stamp", {});
  expect(rows).toEqual([{ status: "kept" }, { status: "dismissed" }]);
});

test("an id is its day and its two sites", () => {
  expect(parseAdviceId(kept.id)).toEqual({ day, from, to });
  for (const id of [
    "",
    "2026-11-28.tank",
    "2026-13-28.tank.labo",
    "2026-11-28.tank.tank",
    "2026-11-28.a.b.c",
  ])
    expect(parseAdviceId(id)).toBeNull();
});
