import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lease, LeaseLost } from "../../src/domain/lease.ts";
import type { Store } from "../../src/store/connect.ts";
import { endLeases } from "../../src/store/lease-table.ts";
import { createLeases } from "../../src/store/leases.ts";
import { nextStamp } from "../../src/store/stamp.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";

let engine: TestEngine;
let store: Store;
beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
});
afterAll(() => engine.close());

/** Without a sign of life for longer than the lease lives, as of a process that died. */
const MUTE = { liveMs: 2_500, renewMs: 3_600_000, surelyMs: 0 };
const LIVELY = { liveMs: 3_000, renewMs: 300, surelyMs: 0 };
const ROOMY = { liveMs: 20_000, renewMs: 5_000, surelyMs: 0 };

function held(leases: readonly (Lease | null)[]): Lease[] {
  return leases.filter((lease) => lease !== null);
}

test("of workers that want a feed at the same instant one gets it, or nobody and they ask again; never two", async () => {
  const workers = Array.from({ length: 5 }, () => createLeases(store, ROOMY));
  let fence = 0;
  for (let round = 0, turns = 0; turns < 6; round++) {
    expect(round).toBeLessThan(30);
    const got = held(await Promise.all(workers.map((worker) => worker.acquire("crowd"))));
    expect(got.length).toBeLessThanOrEqual(1);
    const [lease] = got;
    if (!lease) continue;
    turns++;
    expect(lease.fence).toBeGreaterThan(fence);
    fence = lease.fence;
    await lease.check();
    await lease.release(true);
  }
});

test("workers that come one after the other, before and while another reads back, never hold together", async () => {
  const workers = Array.from({ length: 4 }, () => createLeases(store, ROOMY));
  let inside = 0;
  let turns = 0;
  await Promise.all(
    workers.map(async (worker, i) => {
      for (let attempt = 0; attempt < 15; attempt++) {
        const lease = await worker.acquire("door");
        if (lease) {
          expect(++inside).toBe(1);
          await setTimeout((attempt * 7 + i * 3) % 11);
          await lease.check();
          inside--;
          turns++;
          await lease.release(true);
        }
        await setTimeout((attempt * 5 + i * 13) % 17);
      }
    }),
  );
  expect(turns).toBeGreaterThan(4);
});

test("one worker does not hold a feed twice", async () => {
  const worker = createLeases(store, ROOMY);
  const got = held(await Promise.all([worker.acquire("self"), worker.acquire("self")]));
  expect(got.length).toBe(1);
  await got[0]?.release(true);
  expect(await worker.acquire("self")).not.toBeNull();
});

test("a worker without a sign of life is replaced, and its old lease refuses from then on", async () => {
  const dead = await createLeases(store, MUTE).acquire("till");
  const next = createLeases(store, LIVELY);
  expect(await next.acquire("till")).toBeNull();
  await setTimeout(2_700);
  const lease = await next.acquire("till");
  expect(lease?.fence).toBeGreaterThan(dead?.fence ?? Number.POSITIVE_INFINITY);
  await expect(dead?.check()).rejects.toThrow(LeaseLost);
  await lease?.check();
  await dead?.release(true);
  await lease?.check();
  await lease?.release(true);
});

test("a lease outlives its term while signs of life are given", async () => {
  const lease = await createLeases(store, LIVELY).acquire("long");
  await setTimeout(4_000);
  await lease?.check();
  expect(await createLeases(store, LIVELY).acquire("long")).toBeNull();
  await lease?.release(true);
});

test("a lease that ran out while its process stood still is not brought back to life", async () => {
  const lease = await createLeases(store, LIVELY).acquire("frozen");
  await setTimeout(400);
  await lease?.check();
  // As SIGSTOP does: neither timers nor answers for longer than the lease lives.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LIVELY.liveMs + 200);
  // The timer's turn to give a sign of life.
  await setTimeout(1_000);
  await expect(lease?.check()).rejects.toThrow(LeaseLost);
  await lease?.release(false);
});

test("a turn counts from when it began, and only if it came to its end", async () => {
  const worker = createLeases(store, ROOMY);
  const turnOf = async () => (await worker.standing(["shop"])).get("shop")?.turn ?? 0;
  const first = await worker.acquire("shop");
  expect((await worker.standing(["shop"])).get("shop")).toMatchObject({ turn: 0, taken: true });
  const began = Date.now();
  await first?.release(true);
  const turn = await turnOf();
  expect(Math.abs(turn - began)).toBeLessThan(5_000);
  await (await createLeases(store, ROOMY).acquire("shop"))?.release(false);
  expect(await turnOf()).toBe(turn);
});

test("an engine that starts anew frees every feed and fences go on rising", async () => {
  const before = await createLeases(store, ROOMY).acquire("restart");
  await endLeases(store);
  const worker = createLeases(store, ROOMY);
  expect((await worker.standing(["restart"])).get("restart")).toMatchObject({ turn: 0, taken: false });
  const lease = await worker.acquire("restart");
  expect(lease?.fence).toBeGreaterThan(before?.fence ?? Number.POSITIVE_INFINITY);
  await lease?.release(true);
});

test("a worker whose clock is behind that of the one before it still stamps after it", async () => {
  const ahead = (Date.now() + 3_600_000) * 1_000;
  await store.command(
    "ahead",
    `insert into lease (feed, holder, fence, state, expires, turn, stamp)
     select 'skewed', 'a worker an hour ahead', 7, 'held', now64(3) - 1, now64(3) - 1, {ahead: UInt64}`,
    { ahead },
  );
  expect(nextStamp()).toBeLessThan(ahead);
  const lease = await createLeases(store, ROOMY).acquire("skewed");
  expect(nextStamp()).toBeGreaterThan(ahead);
  await lease?.release(true);
});
