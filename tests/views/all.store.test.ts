import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { ROUTES, type RouteName } from "../../src/contract/routes.ts";
import { addDays, daysIn } from "../../src/domain/time.ts";
import { createViews } from "../../src/views/views.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { fill, issue, NOW, TODAY, viewTerritory } from "./support/world.ts";

let engine: TestEngine;
let views: ReturnType<typeof createViews>;
let empty: ReturnType<typeof createViews>;
const territory = viewTerritory();

beforeAll(async () => {
  engine = await startEngine();
  const { store } = await engine.fresh();
  await fill(store, territory);
  const days = daysIn({ from: TODAY, to: addDays(TODAY, 90) });
  for (const site of ["tank", "labo", "territory"]) {
    await issue(store, site, NOW - 3_600_000, days, () => 28);
  }
  views = createViews({ store, territory, now: () => NOW });
  empty = createViews({ store: (await engine.fresh()).store, territory, now: () => NOW });
}, 120_000);
afterAll(() => engine.close());

const QUERIES = {
  sites: {},
  tally: { site: "esnes" },
  live: {},
  visits: { from: addDays(TODAY, -30), to: addDays(TODAY, 1), step: "P1D", compare: "comparable" },
  forecasts: { step: "P1D" },
  scorecard: {},
  quality: {},
  quarantine: { id: "till" },
  board: {},
  attendance: {},
  calendar: {},
  comparison: {},
  outlook: { site: "tank" },
  trust: { site: "tank", lead: "7" },
  suppose: { site: "tank" },
  bookings: { site: "tank" },
  staffing: { site: "tank" },
  scenarios: {},
  unusual: {},
  annotations: {},
  effects: { site: "tank", from: addDays(TODAY, -60) },
  quietHours: { site: "tank" },
  flows: {},
  logbook: {},
  health: {},
} as const;

/** `scenario` has nothing to answer before something was kept: scenarios.store.test.ts. */
type Asked = Exclude<RouteName, "scenario">;
const names = Object.keys(QUERIES) as Asked[];

function check(name: RouteName, reply: unknown): unknown {
  const route: { reply: z.ZodType } = ROUTES[name];
  const whole =
    "cursor" in (ROUTES[name].query as unknown as { shape: object }).shape
      ? { ...(reply as object), next: null }
      : reply;
  return route.reply.parse(whole);
}

test.each(names)("%s answers as its contract says", async (name) => {
  const ask = views[name] as (query: unknown) => Promise<unknown>;
  const reply = await ask(QUERIES[name]);
  check(name, reply);
  if (process.env.SHOW === name) console.log(JSON.stringify(reply, null, 1));
});

test.each(names)("%s answers from an empty store too", async (name) => {
  const ask = empty[name] as (query: unknown) => Promise<unknown>;
  check(name, await ask(QUERIES[name]));
});

test("the same question on the same data has the same figure id", async () => {
  const [one, two] = await Promise.all([views.attendance({}), views.attendance({})]);
  expect(one.figure).toBe(two.figure);
  expect(one.figure).toMatch(/^BF·26W48·[0-9A-Z]{4}$/);
  expect((await views.attendance({ sites: ["tank"] })).figure).not.toBe(one.figure);
});
