/** Bounded concurrency that keeps the order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder } from "../../../../ingest/connectors/eco-counter/in-order.ts";

test("results come in the tasks' order and never more than the limit run at once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (turns, limit) => {
        let running = 0;
        let most = 0;
        const tasks = turns.map((n, index) => async () => {
          running += 1;
          most = Math.max(most, running);
          for (let i = 0; i < n; i++) await Promise.resolve();
          running -= 1;
          return index;
        });
        const results: number[] = [];
        for await (const result of inOrder(tasks, limit)) results.push(result);
        expect(results).toEqual(turns.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(limit);
      },
    ),
  );
});

test("a failure comes in its turn and starts nothing more", async () => {
  const started: number[] = [];
  const tasks = [0, 1, 2, 3, 4, 5].map((n) => async () => {
    started.push(n);
    if (n === 1) throw new Error("broken");
    return n;
  });
  const results: number[] = [];
  await expect(
    (async () => {
      for await (const result of inOrder(tasks, 2)) results.push(result);
    })(),
  ).rejects.toThrow("broken");
  expect(results).toEqual([0]);
  expect(started).toEqual([0, 1, 2]);
});
