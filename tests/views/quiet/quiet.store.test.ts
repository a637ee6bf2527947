import { afterAll, beforeAll, expect, test } from "vitest";
import { quietHoursRoute } from "../../../src/contract/quiet-hours.ts";
import { addDays, atLocalTime, HOUR, toIso } from "../../../src/domain/time.ts";
import type { Store } from "../../../src/store/connect.ts";
import { insertRows } from "../../../src/store/rows.ts";
import { createViews } from "../../../src/views/views.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { fill, NOW, TODAY, viewTerritory } from "../support/world.ts";

let engine: TestEngine;
let store: Store;
const territory = viewTerritory();
const issuedAt = NOW - HOUR;

/** Hour vintage of one site: visits by day and clock hour. */
async function issueHours(
  site: string,
  days: readonly string[],
  clocks: readonly number[],
  at: (day: string, clock: number) => number,
) {
  const base = { site, step: "PT1H", origin: toIso(issuedAt), issued_at: toIso(issuedAt) };
  const points = days.flatMap((day) =>
    clocks.map((clock, i) => {
      const q50 = at(day, clock);
      const start = toIso(atLocalTime(day, `${String(clock).padStart(2, "0")}:00`, "Europe/Paris"));
      return {
        ...base,
        start,
        day,
        lead: i + 1,
        q10: 0,
        q25: 0,
        q50,
        q75: q50,
        q90: q50,
        mean: q50,
        booked: null,
      };
    }),
  );
  await insertRows(store, "test", "forecast_point", points);
  const run = { ...base, model: "test", inputs: "", refused: "", explanation: "[]", retrospective: 0 };
  await insertRows(store, "test", "forecast_run", [run]);
}

async function quiet(site: string, now = NOW) {
  const views = createViews({ store, territory, now: () => now });
  const reply = quietHoursRoute.reply.parse(await views.quietHours({ site }));
  const words = reply.days.map(({ day, parts }) => `${day} ${parts.map(({ level }) => level).join(" ")}`);
  return { ...reply, words };
}

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  await fill(store, territory);
  const days = [TODAY, addDays(TODAY, 1), addDays(TODAY, 2), addDays(TODAY, 3)];
  // The Labo has always had 36 an hour: less or as many is calm, more is busy.
  const clocks = [10, 11, 12, 13, 14, 15, 16, 17];
  await issueHours("labo", days, clocks, (day, clock) => (clock < 12 ? 36 : day === TODAY ? 20 : 50));
}, 120_000);
afterAll(() => engine.close());

test("words stand against the site's own usual; over, closed and unknown are neither of them", async () => {
  const { words, unknown } = await quiet("labo");
  expect(unknown).toBeNull();
  expect(words).toEqual([
    "2026-11-25 past past quiet",
    "2026-11-26 quiet busy busy",
    "2026-11-27 quiet busy busy",
    "2026-11-28 quiet busy busy",
    "2026-11-29 closed closed closed",
    "2026-11-30 closed closed closed",
    "2026-12-01 unknown unknown unknown",
  ]);
});

test("open hours are told with their part", async () => {
  const { days } = await quiet("labo");
  expect(days[0]?.parts.map(({ hours }) => hours)).toEqual([
    [{ from: "10:00", to: "12:00" }],
    [{ from: "12:00", to: "15:00" }],
    [{ from: "15:00", to: "18:00" }],
  ]);
});

test("nothing finer than words leaves the service", async () => {
  const reply = await quiet("labo");
  expect(JSON.stringify({ ...reply, words: [] })).not.toMatch(/:\s*\d+(\.\d+)?[,}]/);
});

test("without a forecast nothing is known, and an old one is not believed", async () => {
  const tank = await quiet("tank");
  expect(tank).toMatchObject({ unknown: "no_forecast", issued_at: null });
  expect(tank.words[0]).toBe("2026-11-25 closed past unknown");
  const later = await quiet("labo", NOW + 36 * HOUR);
  expect(later.unknown).toBe("stale");
  expect(later.words[0]).toBe("2026-11-27 unknown unknown unknown");
});

test("a site told by daily sheets has no usual by hour", async () => {
  await issueHours("esnes", [addDays(TODAY, 4)], [14, 15, 16], () => 10);
  const esnes = await quiet("esnes");
  expect(esnes.unknown).toBe("no_usual");
  expect(esnes.words[4]).toBe("2026-11-29 closed unknown unknown");
});
