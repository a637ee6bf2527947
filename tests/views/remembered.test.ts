import { expect, test } from "vitest";
import { createMemory, whileStamped } from "../../src/views/remembered.ts";

test("what was read is kept for a minute, by key", async () => {
  let now = 0;
  let reads = 0;
  const remember = createMemory<number>(() => now);
  const ask = (key: string) => remember(key, async () => ++reads);
  expect([await ask("a"), await ask("a"), await ask("b")]).toEqual([1, 1, 2]);
  now = 59_999;
  expect(await ask("a")).toBe(1);
  now = 60_000;
  expect(await ask("a")).toBe(3);
});

test("who asks at the same time waits for one reading", async () => {
  let reads = 0;
  const remember = createMemory<number>();
  const slow = () => new Promise<number>((done) => setTimeout(() => done(++reads), 5));
  expect(await Promise.all([remember("a", slow), remember("a", slow)])).toEqual([1, 1]);
});

test("a failure is told and not kept", async () => {
  const remember = createMemory<number>();
  await expect(remember("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await remember("a", async () => 7)).toBe(7);
});

test("a value that hardly changes may be kept for longer", async () => {
  let now = 0;
  let reads = 0;
  const remember = createMemory<number>(() => now, 3_600_000);
  const ask = () => remember("a", async () => ++reads);
  await ask();
  now = 3_599_999;
  expect(await ask()).toBe(1);
  now = 3_600_000;
  expect(await ask()).toBe(2);
});

test("under another stamp everything is read anew", async () => {
  let stamp = "1";
  let reads = 0;
  const remember = whileStamped(async () => stamp, createMemory<number>());
  const ask = () => remember("a", async () => ++reads);
  expect([await ask(), await ask()]).toEqual([1, 1]);
  stamp = "2";
  expect(await ask()).toBe(2);
});
