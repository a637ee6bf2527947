import { expect, test, vi } from "vitest";
import { createQuestions } from "../../../src/views/suppose/questions.ts";

/** A promise that a test settles. */
function pending<T>() {
  return Promise.withResolvers<T>();
}

test("who asks while an answer is being made shares it, and asks no second time", async () => {
  const questions = createQuestions<number>({ waitMs: 1_000 });
  const ask = vi.fn(async () => 7);
  expect(await Promise.all([questions("a", ask), questions("a", ask)])).toEqual([7, 7]);
  expect(await questions("a", ask)).toBe(7);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(await questions("b", async () => 8)).toBe(8);
});

test("an answer that is not there in time is there for whoever asks again", async () => {
  const questions = createQuestions<string>({ waitMs: 1 });
  const { promise, resolve } = pending<string>();
  const ask = vi.fn(() => promise);
  expect(await questions("a", ask)).toBeUndefined();
  resolve("told");
  expect(await questions("a", ask)).toBe("told");
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a failure is told and not kept, also where nobody waited for it any more", async () => {
  const questions = createQuestions<number>({ waitMs: 1 });
  const { promise, reject } = pending<number>();
  expect(await questions("a", () => promise)).toBeUndefined();
  reject(new Error("no thread"));
  await expect(questions("a", () => promise)).rejects.toThrow("no thread");
  await expect(
    createQuestions<number>({ waitMs: 1_000 })("a", async () => {
      throw new Error("no store");
    }),
  ).rejects.toThrow("no store");
  expect(await questions("a", async () => 3)).toBe(3);
});

test("after ten minutes, and when sixty-four others came in between, it is asked anew", async () => {
  let now = 0;
  const questions = createQuestions<number>({ waitMs: 1_000, clock: () => now });
  const ask = vi.fn(async () => ask.mock.calls.length);
  expect(await questions("a", ask)).toBe(1);
  now = 599_999;
  expect(await questions("a", ask)).toBe(1);
  now = 600_000;
  expect(await questions("a", ask)).toBe(2);
  for (let i = 0; i < 64; i++) await questions(`other ${i}`, async () => 0);
  expect(await questions("a", ask)).toBe(3);
});
