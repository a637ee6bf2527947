/** The Eco-Counter stand-in keeps the traps of the real APIs. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { createEcoCounterStandIn } from "../../../demo/stand-ins/eco-counter.ts";
import {
  addEcoChannel,
  addEcoSite,
  addReading,
  correctReading,
  createEcoCounterState,
  type EcoChannel,
} from "../../../demo/stand-ins/eco-counter-state.ts";
import { type Listening, listen } from "../../../demo/stand-ins/listen.ts";
import { HOUR, QUARTER } from "../../../src/domain/time.ts";

const MIDNIGHT = Date.parse("2026-07-13T22:00:00Z");
let clock: number;
let into: EcoChannel;
let server: Listening;

beforeEach(async () => {
  const state = createEcoCounterState();
  const site = addEcoSite(state, {
    id: 7,
    name: "Quai",
    timezone: "Europe/Paris",
    position: [3, 50],
    granularity: "PT15M",
  });
  into = addEcoChannel(site, { id: 8, name: "IN", travelMode: "pedestrian", direction: "in" });
  const out = addEcoChannel(site, { id: 9, name: "OUT", travelMode: "pedestrian", direction: "out" });
  for (let i = 0; i < 100; i++) {
    const uploadedAt = MIDNIGHT + 30 * HOUR;
    addReading(into, { at: MIDNIGHT + i * QUARTER, count: i === 5 ? null : i, uploadedAt });
    addReading(out, { at: MIDNIGHT + i * QUARTER, count: 1, uploadedAt });
  }
  clock = MIDNIGHT + 40 * HOUR;
  const account = { user: "me", password: "pass", secret: "basic" };
  server = await listen(
    createEcoCounterStandIn(state, { clock: () => clock, key: "key", token: "bearer", account }),
  );
});
afterEach(() => server.close());

interface SeriesV2 {
  readonly direction: string;
  readonly data: readonly { readonly timestamp: string; readonly counts: number | null }[];
}
async function v2(query: string): Promise<SeriesV2[]> {
  const url = `${server.url}/api/v2/history/traffic/raw?siteId=7&${query}`;
  return (await (await fetch(url, { headers: { "x-api-key": "key" } })).json()) as SeriesV2[];
}
async function v1(id: number, query: string): Promise<{ date: string; counts: number | null }[]> {
  const url = `${server.url}/api/1.0/data/site/${id}?${query}`;
  return (await (await fetch(url, { headers: { authorization: "Bearer bearer" } })).json()) as never;
}

test("v2 takes local times and both bounds are inside", async () => {
  const bounds = "startDate=2026-07-14&endDate=2026-07-14&startTime=10:00&endTime=10:30";
  const [first] = await v2(bounds);
  expect(first?.data.map((point) => point.timestamp)).toEqual([
    "2026-07-14T10:00:00+02:00",
    "2026-07-14T10:15:00+02:00",
    "2026-07-14T10:30:00+02:00",
  ]);
});

test("v1 leaves its end out, fills holes with null unless told not to, and adds up a site's channels", async () => {
  const bounds = "begin=2026-07-14T01:00:00&end=2026-07-14T01:45:00&step=15m";
  expect((await v1(8, bounds)).map((row) => row.counts)).toEqual([4, null, 6]);
  expect((await v1(8, `${bounds}&complete=false`)).map((row) => row.counts)).toEqual([4, 6]);
  expect((await v1(7, bounds)).map((row) => row.counts)).toEqual([5, 1, 7]);
  expect((await v1(8, bounds))[0]?.date).toBe("2026-07-14T01:00:00+0200");
});

test("a day that is not uploaded yet is absent, then there at once", async () => {
  clock = MIDNIGHT + 29 * HOUR;
  expect(await v2("startDate=2026-07-14&endDate=2026-07-14")).toEqual([]);
  clock = MIDNIGHT + 31 * HOUR;
  expect((await v2("startDate=2026-07-14&endDate=2026-07-14"))[0]?.data).toHaveLength(96);
});

test("a correction shows from its own time on", async () => {
  correctReading(into, { at: MIDNIGHT, count: 500, appliedAt: clock + HOUR });
  const first = async () => (await v2("startDate=2026-07-14&endDate=2026-07-14"))[0]?.data[0]?.counts;
  expect(await first()).toBe(0);
  clock += 2 * HOUR;
  expect(await first()).toBe(500);
});

test("a token is sold to the right account only, a wrong key is 401", async () => {
  const buy = (password: string) =>
    fetch(`${server.url}/token`, {
      method: "POST",
      headers: { authorization: "Basic basic", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ grant_type: "password", username: "me", password }).toString(),
    });
  expect(await (await buy("pass")).json()).toMatchObject({ access_token: "bearer" });
  expect((await buy("wrong")).status).toBe(401);
  expect((await fetch(`${server.url}/api/v2/sites`, { headers: { "x-api-key": "old" } })).status).toBe(401);
});

test("sites are listed by both APIs", async () => {
  const two = await fetch(`${server.url}/api/v2/sites?include=domain`, { headers: { "x-api-key": "key" } });
  expect(await two.json()).toMatchObject([{ id: 7, travelModes: ["pedestrian"], directional: true }]);
  const one = await fetch(`${server.url}/api/1.0/site`, { headers: { authorization: "Bearer bearer" } });
  expect(await one.json()).toMatchObject([{ id: 7, channels: [{ id: 8 }, { id: 9 }] }]);
});
