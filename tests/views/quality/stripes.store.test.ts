/** One stripe per feed: what happened to each door on which day, worked out by hand. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { qualityRoute } from "../../../src/contract/quality.ts";
import type { SourceRecord } from "../../../src/domain/record.ts";
import { addDays, atLocalTime, HOUR, localDate, MINUTE, weekday } from "../../../src/domain/time.ts";
import { writeAnnotation } from "../../../src/store/annotations.ts";
import type { Store } from "../../../src/store/connect.ts";
import { createStateStore } from "../../../src/store/state-store.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, NOW, pull, quarterRecords, siteOf, TODAY, viewTerritory } from "../support/world.ts";

const territory = viewTerritory();
const [tank, labo] = [siteOf(territory, "tank"), siteOf(territory, "labo")];
/** A Thursday with nothing, a Friday that ends at noon, a Tuesday on which the labo's counter said 7 all day. */
const [LOST, SHORT, STUCK] = ["2026-10-08", "2026-10-09", "2026-11-17"];
/** A Saturday on which the tank's door saw three for every ticket instead of two. */
const APART = "2026-11-14";
let engine: TestEngine;
let store: Store;
let views: ReturnType<typeof createViews>;

const dayOf = ({ at }: SourceRecord) => localDate(at, territory.zone);
const past = (r: SourceRecord) => r.at + 15 * MINUTE <= NOW;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory, (r) => r.measure !== "entries");
  const days = { from: addDays(TODAY, -200), to: addDays(TODAY, 1) };
  const heads = (day: string, quarter: number) => (weekday(day) === 7 ? 8 : 4) + (quarter % 2 === 0 ? 1 : -1);
  const door = quarterRecords(tank, days, "entries", (day, q) => heads(day, q) + (day === APART ? 4 : 0));
  await pull(store, territory, "tank-door", door.filter(past));
  const counted = quarterRecords(labo, days, "entries", (day, q) => (day === STUCK ? 7 : 5 + ((q * 3) % 11)));
  const noon = atLocalTime(SHORT, "12:00", territory.zone);
  const kept = counted.filter((r) => past(r) && dayOf(r) !== LOST && (dayOf(r) !== SHORT || r.at < noon));
  await pull(store, territory, "labo-door", kept);
  views = createViews({ store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

const stripe = async (feed: string) => (await views.quality({})).rows.filter((row) => row.feed === feed);

test("eight weeks by default, each feed with every day", async () => {
  const reply = qualityRoute.reply.parse(await views.quality({}));
  expect([reply.from, reply.to]).toEqual(["2026-10-01", "2026-11-26"]);
  expect(reply.feeds.map(({ feed, site }) => [feed, site])).toEqual([
    ["till", "tank"],
    ["tank-door", "tank"],
    ["labo-door", "labo"],
    ["hand", "esnes"],
  ]);
  expect(reply.rows).toHaveLength(4 * 56);
});

test("missing, partial and stuck days of a counter are told apart, closed days owe nothing", async () => {
  const rows = await stripe("labo-door");
  const told = (day: string) => rows.find((row) => row.day === day);
  expect(told(LOST)).toMatchObject({ state: "missing", observed: 0, people: null, sign: null });
  expect(told(SHORT)).toMatchObject({ state: "partial", observed: 0.25 });
  expect(told(STUCK)).toMatchObject({ state: "suspect", observed: 1, people: 32 * 7, sign: "stuck" });
  expect(told("2026-10-11")).toMatchObject({ state: "rest", observed: null });
  expect(told(TODAY)).toMatchObject({ state: "ok", observed: 1 });
  const plain = rows.filter(({ state }) => state !== "ok" && state !== "rest").map(({ day }) => day);
  expect(plain).toEqual([LOST, SHORT, STUCK]);
});

test("sheets that are still in time are due, not missing", async () => {
  const rows = await stripe("hand");
  expect(rows.find(({ day }) => day === "2026-11-22")).toMatchObject({ state: "due" });
  expect(rows.find(({ day }) => day === "2026-11-08")).toMatchObject({ state: "ok", people: 30 });
});

test("door over till leaves its band on the day on which the door saw more", async () => {
  const { concordance } = await views.quality({});
  const [pair] = concordance;
  expect(concordance).toHaveLength(1);
  expect(pair).toMatchObject({ site: "tank", counter: "tank-door", till: "till" });
  expect(pair?.days.filter(({ outside }) => outside).map(({ day }) => day)).toEqual([APART]);
  // 14 quarters of 2 scans; the door sees 5 and 3 in turn, and 4 more that day: 56 and 112 heads.
  expect(pair?.days.find(({ day }) => day === "2026-11-18")).toMatchObject({
    entries: 56,
    tickets: 28,
    ratio: 2,
    median: 2,
    // Three times a third of √(2 · 3 / 28) on either side.
    low: 1.537,
    high: 2.463,
  });
  expect(pair?.days.find(({ day }) => day === APART)).toMatchObject({
    entries: 112,
    ratio: 4,
    outside: true,
  });
  // Both rise and fall with the hours: no quarter hour of shift makes them more alike.
  expect(pair?.clock_minutes).toBe(0);
});

test("problems are named with since when and how much, and whether somebody noted them", async () => {
  const found = async () =>
    (await views.quality({})).problems.map(({ kind, feed, since, size, days, noted }) => [
      kind,
      feed,
      since,
      size,
      days,
      noted,
    ]);
  const ratio = ["ratio", "tank-door", APART, 2, 1, false];
  expect(await found()).toEqual([["stuck", "labo-door", STUCK, 8, 1, false], ratio]);
  await writeAnnotation(store, {
    site: "labo",
    from: STUCK,
    to: addDays(STUCK, 1),
    kind: "fault",
    text: "compteur bloqué",
    counts: true,
    createdAt: NOW - 1,
  });
  expect((await found())[0]?.at(-1)).toBe(true);
});

test("a feed beyond its allowance is late, then silent, since its last news", async () => {
  const at = (time: string, day = TODAY) => atLocalTime(day, time, territory.zone);
  const seen = async (now: number) => {
    const reply = await createViews({ store, territory, now: () => now }).quality({});
    const problem = reply.problems.find(({ feed }) => feed === "labo-door");
    const day = reply.rows.find((row) => row.feed === "labo-door" && row.day === addDays(TODAY, 1));
    return [problem?.kind, problem?.since, problem?.size, day?.state];
  };
  // Six hours of allowance after 15:30, of which what is closed counts too.
  expect(await seen(at("21:00"))).toEqual(["stuck", STUCK, 8, undefined]);
  expect(await seen(at("22:30"))).toEqual(["late", TODAY, 60, undefined]);
  expect(await seen(at("22:30", addDays(TODAY, 1)))).toEqual(["silent", TODAY, 25 * 60, "missing"]);
});

test("one day shows how it arrived, what was set aside and the readings of the feed", async () => {
  const { selected } = await views.quality({ day: TODAY, feed: "labo-door" });
  expect(selected?.arrivals).toMatchObject([{ feed: "labo-door", runs: 2, done: 2 }]);
  expect(selected?.readings).toHaveLength(22);
  expect(selected?.readings[0]).toMatchObject({ site: "labo", start: "2026-11-25T09:00:00Z", people: 5 });
  const all = (await views.quality({ day: STUCK })).selected;
  expect([all?.feed, all?.readings]).toEqual([null, []]);
  await expect(views.quality({ feed: "door" })).rejects.toThrow("invalid feed: door");
  expect((await views.quality({ day: "2026-05-02" })).to).toBe("2026-05-03");
});

test("news that comes after the allowance is late for good, once the feed had begun", async () => {
  const { store: own } = await engine.fresh();
  const state = createStateStore(own);
  const counts = { fetched: 1, accepted: 1, unchanged: 0, revised: 0, rejected: {} };
  const days = { from: "2026-11-10", to: TODAY };
  await pull(
    own,
    territory,
    "labo-door",
    quarterRecords(labo, days, "entries", (_, q) => 5 + ((q * 3) % 11)),
  );
  const runs = ["2026-11-16", "2026-11-17", "2026-11-20", "2026-11-21"].map((day) =>
    atLocalTime(day, "19:00", territory.zone),
  );
  for (const startedAt of runs) {
    await state.logRun({
      feed: "labo-door",
      stream: "s",
      run: String(startedAt),
      startedAt,
      endedAt: startedAt + MINUTE,
      counts,
      status: "done",
      problem: "",
    });
  }
  const { rows } = await createViews({ store: own, territory, now: () => NOW - 6 * HOUR }).quality({});
  const late = rows.filter(({ feed, state: told }) => feed === "labo-door" && told === "late");
  // Open until 18:00, six hours of allowance: Wednesday and Thursday waited until Friday evening, Tuesday for the pull.
  expect(late.map(({ day }) => day)).toEqual(["2026-11-18", "2026-11-19", "2026-11-24"]);
});
