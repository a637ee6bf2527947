import { expect, test } from "vitest";
import type { Feed } from "../../src/domain/site.ts";
import { MINUTE } from "../../src/domain/time.ts";
import { createDue } from "../../src/jobs/due.ts";
import type { Params, Store } from "../../src/store/connect.ts";
import { smallTerritory } from "../support/territory.ts";

/** A store in which the newest fact has a stamp that the test sets. */
function world(feeds: readonly Feed[] = smallTerritory().feeds) {
  const state = { stamp: 100, clock: 0, asked: [] as unknown[] };
  const store = {
    rows: async (_name: string, _sql: string, params: Params) => {
      state.asked.push(params.feeds);
      return [{ stamp: state.stamp }];
    },
  } as unknown as Store;
  return { state, due: createDue(store, feeds, () => state.clock) };
}

test("new facts call for forecasts, but not sooner than half an hour after the last", async () => {
  const { state, due } = world();
  expect(await due.check(false)).toBe(true);
  await due.begin();
  state.clock += 31 * MINUTE;
  expect(await due.check(false)).toBe(false);
  state.stamp++;
  expect(await due.check(false)).toBe(true);
  await due.begin();
  state.stamp++;
  state.clock += 29 * MINUTE;
  expect(await due.check(false)).toBe(false);
  state.clock += 2 * MINUTE;
  expect(await due.check(false)).toBe(true);
});

test("what is wanted in any case is tried again after half an hour, not at once", async () => {
  const { state, due } = world();
  await due.begin();
  expect(await due.check(true)).toBe(false);
  state.clock += 30 * MINUTE;
  expect(await due.check(true)).toBe(true);
});

test("weather and calendars call for nothing", async () => {
  const [till, door] = smallTerritory().feeds;
  if (!till || !door) throw new Error("two feeds are expected");
  const { state, due } = world([till, { ...door, kind: "weather" }]);
  await due.check(false);
  expect(state.asked).toEqual([["till"]]);
});
