import { expect, test } from "vitest";
import type { EngineSession, Surroundings } from "../../../src/store/embedded/engine-session.ts";
import { SessionPool } from "../../../src/store/embedded/session-pool.ts";

const around: Surroundings = { database: undefined, settings: new Map() };
const never = new AbortController().signal;

/** A pool of at most two sessions, each with a name, and the names of those closed. */
function makePool() {
  const closed: number[] = [];
  let made = 0;
  const pool = new SessionPool(2, () => {
    const id = made++;
    const fake = {
      id,
      mustClose: false,
      far: 0,
      distance: () => fake.far,
      settle: async () => {},
      close: () => closed.push(id),
    };
    return fake as unknown as EngineSession;
  });
  const take = async (signal = never) =>
    (await pool.take(around, signal)) as unknown as { id: number; mustClose: boolean; far: number };
  const giveBack = (session: unknown) => pool.giveBack(session as EngineSession);
  return { take, giveBack, closed };
}

test("a session that fits best is taken, else the one used last", async () => {
  const { take, giveBack } = makePool();
  const [a, b] = [await take(), await take()];
  await giveBack(a);
  await giveBack(b);
  expect((await take()).id).toBe(b.id);
  await giveBack(b);
  b.far = 3;
  expect((await take()).id).toBe(a.id);
});

test("beyond the limit requests wait their turn, in order", async () => {
  const { take, giveBack } = makePool();
  const [a, b] = [await take(), await take()];
  const order: string[] = [];
  const waiting = [
    take().then((s) => order.push(`first ${s.id}`)),
    take().then((s) => order.push(`second ${s.id}`)),
  ];
  await giveBack(b);
  await giveBack(a);
  await Promise.all(waiting);
  expect(order).toEqual([`first ${b.id}`, `second ${a.id}`]);
});

test("who gives up waiting does not get a session later", async () => {
  const { take, giveBack } = makePool();
  const [a] = [await take(), await take()];
  const controller = new AbortController();
  const waiting = take(controller.signal);
  controller.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  await giveBack(a);
  expect((await take()).id).toBe(a.id);
});

test("a spoilt session is closed and a fresh one goes to the next in line", async () => {
  const { take, giveBack, closed } = makePool();
  const [a] = [await take(), await take()];
  const waiting = take();
  a.mustClose = true;
  await giveBack(a);
  expect((await waiting).id).toBe(2);
  expect(closed).toEqual([a.id]);
});
