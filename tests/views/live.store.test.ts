/** What changes while the day goes on: the same counts as the board's, and the people inside. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardRoute } from "../../src/contract/board.ts";
import { liveRoute } from "../../src/contract/live.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import { addDays, atLocalTime, daysIn, MINUTE, QUARTER } from "../../src/domain/time.ts";
import type { Store } from "../../src/store/connect.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, NOW, pull, record, siteOf, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let store: Store;
const territory = viewTerritory();
const at = (clock: string, day = TODAY) => atLocalTime(day, clock, "Europe/Paris");
const views = (now: number) => createViews({ store, territory, now: () => now });
const live = async (now: number) => {
  const reply = liveRoute.reply.parse(await views(now).live({}));
  return { ...reply, row: (id: string) => reply.rows.find(({ site }) => site === id) };
};

/** People who left the labo, which 10 enter each quarter hour: 8 a quarter of today, all but a tenth on past days. */
function exits(): SourceRecord[] {
  const labo = siteOf(territory, "labo");
  return daysIn({ from: addDays(TODAY, -30), to: addDays(TODAY, 1) }).flatMap((day) => {
    const opening = labo.opening.on(day);
    const [span] = opening.kind === "open" ? opening.spans : [];
    if (!span) return [];
    return Array.from({ length: (span.to - span.from) / QUARTER }, (_, i) =>
      record("labo", "exits", span.from + i * QUARTER, 15, day === TODAY ? 8 : 9),
    ).filter((one) => one.at + 15 * MINUTE <= NOW);
  });
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  await pull(store, territory, "labo-door", exits());
}, 120_000);
afterAll(() => engine.close());

test("counts are the board's own, site by site and together", async () => {
  const { rows, day } = await live(NOW);
  const board = boardRoute.reply.parse(await views(NOW).board({}));
  expect(day).toBe(board.day);
  const wanted = [board.territory, ...board.rows].map(({ site, state, visits, bound, inside }) => {
    return { site, state, visits, bound, inside };
  });
  expect([...rows].sort((a, b) => (a.site < b.site ? -1 : 1))).toEqual(
    wanted.sort((a, b) => (a.site < b.site ? -1 : 1)),
  );
});

test("people inside are 2 a quarter hour since ten, give or take what the door was off by before", async () => {
  // 22 quarters until 15:30; the door lost a tenth on every past day, of 220 who came.
  expect((await live(NOW)).row("labo")?.inside).toEqual({
    people: 44,
    capacity: null,
    tolerance: 22,
    at: "2026-11-25T14:30:00Z",
  });
});

test("a door that is silent for an hour, or counts one way, and a closed site say nothing", async () => {
  expect((await live(at("16:35"))).row("labo")?.inside).toBeNull();
  const { row } = await live(NOW);
  expect([row("tank")?.inside, row("esnes")?.inside]).toEqual([null, null]);
});

test("what the door lost by day does not reach the next one", async () => {
  expect((await live(at("23:00"))).row("labo")?.inside).toBeNull();
  const tomorrow = at("10:20", "2026-11-26");
  const early = { ...record("labo", "entries", at("10:00", "2026-11-26"), 15, 3) };
  const out = { ...record("labo", "exits", at("10:00", "2026-11-26"), 15, 1) };
  await pull(store, territory, "labo-door", [early, out], { now: tomorrow });
  expect((await live(tomorrow)).row("labo")?.inside?.people).toBe(2);
});
