/** Counting by hand from the request to the rollups: exactly once, whatever is sent how often and in which order. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tallyRoute } from "../../../src/contract/tally.ts";
import { addDays, atLocalTime, toIso } from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import { createRecordSink } from "../../../src/store/record-sink.ts";
import { readTerritory } from "../../../src/territory/load.ts";
import { tallyActions } from "../../../src/views/tally/actions.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { pull, record } from "../support/world.ts";

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "Agglomération", publishes: true } ]
sites:
  - id: esnes
    name: { fr: Esnes }
    owner: cac
    opening: [ { days: [sun], hours: ["14:00-17:00"] }, { closed: { fr: sur rendez-vous } } ]
    visits: { from: manual }
  - id: labo
    name: { fr: Labo }
    owner: cac
    opening: [ { hours: ["10:00-18:00"] } ]
    visits: { from: counter, calibration: 1 }
feeds:
  - { id: hand, site: esnes, kind: manual, connector: tally, every: PT1H, allowance: P1D, options: { tariffs: [full, child] } }
  - { id: door, site: labo, kind: counter, connector: file, every: PT1H, allowance: PT6H, options: { path: "./l/*.csv" } }
`;
const SUNDAY = "2026-11-29";
const at = (clock: string, day = SUNDAY) => atLocalTime(day, clock, "Europe/Paris");
const territory = readTerritory(TEXT, "essai.yaml", {});

let engine: TestEngine;
let store: Store;
let now = 0;
beforeAll(async () => {
  engine = await startEngine();
}, 60_000);
afterAll(() => engine.close());
beforeEach(async () => {
  ({ store } = await engine.fresh());
  now = at("15:10");
});

const acting = () =>
  tallyActions({
    territory,
    sink: createRecordSink(store, territory.zone, territory.sites),
    now: () => now,
  });
const entry = (clock: string, changes: object = {}) => ({
  id: randomUUID(),
  at: toIso(at(clock)),
  count: 1,
  withdrawn: false,
  ...changes,
});
const tally = async () =>
  tallyRoute.reply.parse(await createViews({ store, territory, now: () => now }).tally({ site: "esnes" }));
const visits = async () => {
  const views = createViews({ store, territory, now: () => now });
  const day = { from: SUNDAY, to: addDays(SUNDAY, 1) };
  return (await views.visits({ sites: ["esnes"], ...day, step: "P1D" })).rows[0];
};

describe("presses", () => {
  test("count once, however often they are sent, alone or among others", async () => {
    const { countPresses } = acting();
    const entries = [entry("14:05"), entry("14:05", { tariff: "child" }), entry("14:50", { count: 3 })];
    const first = await countPresses({ site: "esnes", entries });
    expect(first).toEqual({ stored: 3, refused: [] });
    expect(await countPresses({ site: "esnes", entries })).toEqual(first);
    await countPresses({ site: "esnes", entries: [...entries.slice(1), entry("15:02")] });
    const { people, slots } = await tally();
    expect(people).toBe(6);
    expect(slots[0]).toMatchObject({
      from: "14:00",
      to: "15:00",
      people: 5,
      by: [
        { tariff: "child", people: 1 },
        { tariff: null, people: 4 },
      ],
    });
    expect(slots.map((slot) => slot.people)).toEqual([5, 1, null]);
  });

  test("sent by two tabs at the same time count once", async () => {
    const entries = Array.from({ length: 20 }, () => entry("14:20"));
    const [one, two] = [acting(), acting()];
    await Promise.all([
      one.countPresses({ site: "esnes", entries }),
      two.countPresses({ site: "esnes", entries }),
      two.countPresses({ site: "esnes", entries: entries.slice(5) }),
    ]);
    expect((await tally()).people).toBe(20);
    expect(await visits()).toMatchObject({ visits: 20 });
  });

  test("taken back are gone, also where the withdrawal came first", async () => {
    const { countPresses } = acting();
    const [kept, early, late] = [entry("14:05"), entry("14:06"), entry("14:07")];
    await countPresses({ site: "esnes", entries: [{ ...early, withdrawn: true }] });
    await countPresses({ site: "esnes", entries: [kept, early, late] });
    expect((await tally()).people).toBe(2);
    await countPresses({ site: "esnes", entries: [{ ...late, withdrawn: true }] });
    await countPresses({ site: "esnes", entries: [kept, early, late] });
    expect((await tally()).people).toBe(1);
  });

  test("law: whatever is sent in whatever order and however often, the same people are counted", async () => {
    const presses = fc.array(fc.record({ count: fc.nat({ max: 9 }), back: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    // Each batch is some of the presses, as they were made or as they were taken back; the phone goes on until all of
    // them have arrived as they stand.
    const sends = fc.array(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 5 }), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(presses, sends, async (made, batches) => {
        ({ store } = await engine.fresh());
        const { countPresses } = acting();
        const entries = made.map(({ count }, i) => entry(i % 2 === 0 ? "14:05" : "14:40", { count }));
        const standing = entries.map((one, i) => ({ ...one, withdrawn: made[i]?.back ?? false }));
        for (const batch of batches) {
          const sent = batch.flatMap(([n, early]) => {
            const at = n % entries.length;
            const one = early ? entries[at] : standing[at];
            return one ? [one] : [];
          });
          await countPresses({ site: "esnes", entries: sent });
        }
        await countPresses({ site: "esnes", entries: standing });
        const people = made.reduce((sum, { count, back }) => sum + (back ? 0 : count), 0);
        const counted = made.some(({ back }) => !back);
        expect((await tally()).people).toBe(counted ? people : null);
      }),
      { numRuns: 6 },
    );
  });

  test("of the future and of long ago are refused one by one; the others are stored", async () => {
    const [ahead, old, good] = [
      entry("15:13"),
      entry("14:00", { at: "2026-10-01T12:00:00Z" }),
      entry("15:01"),
    ];
    expect(await acting().countPresses({ site: "esnes", entries: [ahead, old, good] })).toEqual({
      stored: 1,
      refused: [
        { id: ahead.id, reason: "future" },
        { id: old.id, reason: "too_old" },
      ],
    });
    expect((await tally()).people).toBe(1);
  });

  test("at a site that nobody declared as counted by hand are refused", async () => {
    const asked = acting().countPresses({ site: "labo", entries: [entry("14:05")] });
    await expect(asked).rejects.toThrow("declare a feed of kind manual");
  });
});

describe("hours", () => {
  test("counted again, the newer figure replaces the older one, also when it is the first one again", async () => {
    const { countHour } = acting();
    const start = toIso(at("14:00"));
    for (const count of [10, 7, 10]) {
      now += 1000;
      await countHour({ site: "esnes", start, count });
      expect((await tally()).slots[0]?.people).toBe(count);
    }
    await countHour({ site: "esnes", start, tariff: "child", count: 2 });
    expect((await tally()).slots[0]?.people).toBe(12);
  });

  test("are those of the opening, and not yet to come", async () => {
    const { countHour } = acting();
    const hour = (clock: string) => countHour({ site: "esnes", start: toIso(at(clock)), count: 1 });
    await expect(hour("14:30")).rejects.toThrow("an hour of GET /api/v1/tally is expected");
    await expect(hour("16:00")).rejects.toThrow("future");
  });
});

test("nobody came is not nobody counted, and no quarter is seen twice", async () => {
  const { countPresses, countHour } = acting();
  now = at("09:00", "2026-11-30");
  expect(await visits()).toMatchObject({ visits: null });
  // The first hour by presses in each quarter and zeros for the rest of it, twice; the second in whole.
  const zeros = ["14:00", "14:15", "14:30", "14:45"].map((clock) => entry(clock, { count: 0 }));
  await countPresses({ site: "esnes", entries: [...zeros, entry("14:03"), entry("14:20"), entry("14:40")] });
  await countPresses({ site: "esnes", entries: zeros.map((zero) => ({ ...zero, id: randomUUID() })) });
  // A third of the day is no day.
  expect(await visits()).toMatchObject({ visits: null, state: "missing" });
  await countHour({ site: "esnes", start: toIso(at("15:00")), count: 0 });
  // Two thirds are estimated to a whole: 3 of 120 minutes are 4.5 of 180.
  expect(await visits()).toMatchObject({ state: "estimated", visits: 5 });
  expect((await tally()).days.at(-1)).toMatchObject({ state: "partial", people: 3, counted: 2, open: 3 });
  await countHour({ site: "esnes", start: toIso(at("16:00")), count: 4 });
  expect(await visits()).toMatchObject({ visits: 7, state: "measured" });
});

test("sheets and the week before stand beside it; days are closed, missing, partial or counted", async () => {
  const sheet = record("esnes", "manual", at("14:00", "2026-11-22"), 60, 9);
  await pull(store, territory, "hand", [sheet], { now });
  const { days, used, tariffs, feed, sites } = await tally();
  expect(days).toHaveLength(7);
  expect(days[0]).toEqual({ day: "2026-11-22", state: "partial", people: 9, counted: 1, open: 3 });
  expect(days[1]).toMatchObject({ state: "closed", people: null });
  expect({ used, tariffs, feed }).toEqual({ used: "truth", tariffs: ["full", "child"], feed: "hand" });
  expect(sites.map(({ id }) => id)).toEqual(["esnes"]);
});
