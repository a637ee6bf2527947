import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueue } from "../../../ingest/push/queue.ts";

test("every job is answered with its own answer, in order, and no turn is heavier than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 40 }), async (weights) => {
      const turns: number[][] = [];
      const queue = createQueue<number, string>(
        async (jobs) => {
          turns.push([...jobs]);
          await Promise.resolve();
          return jobs.map((job) => `answer ${job}`);
        },
        { atOnce: 10, most: 1_000, lanes: 1 },
      );
      const answers = await Promise.all(weights.map((weight, job) => queue.put(job, weight)));
      expect(answers).toEqual(weights.map((_, job) => `answer ${job}`));
      expect(turns.flat()).toEqual(weights.map((_, job) => job));
      for (const turn of turns) {
        expect(turn.reduce((sum, job) => sum + (weights[job] ?? 0), 0)).toBeLessThanOrEqual(10);
      }
    }),
  );
});

test("a turn that fails fails its own jobs, and the next goes on", async () => {
  let turn = 0;
  const queue = createQueue<number, string>(
    async (jobs) => {
      if (turn++ === 0) throw new Error("away");
      return jobs.map(() => "stored");
    },
    { atOnce: 1, most: 10, lanes: 1 },
  );
  const first = queue.put(1, 1);
  const second = queue.put(2, 1);
  await expect(first).rejects.toThrow("away");
  expect(await second).toBe("stored");
});

test("what may not wait is refused at once", () => {
  const queue = createQueue<number, string>(() => new Promise(() => undefined), {
    atOnce: 1,
    most: 2,
    lanes: 1,
  });
  void queue.put(1, 1);
  expect(queue.put(2, 3)).toBeNull();
});

test("as many turns as there are lanes are under way together, and all are waited for", async () => {
  let open = 0;
  let most = 0;
  const queue = createQueue<number, string>(
    async (jobs) => {
      most = Math.max(most, ++open);
      await new Promise((done) => setTimeout(done, 1));
      open--;
      return jobs.map(() => "stored");
    },
    { atOnce: 1, most: 100, lanes: 2 },
  );
  const answers = Promise.all(Array.from({ length: 9 }, (_, job) => queue.put(job, 1)));
  await queue.idle();
  expect(open).toBe(0);
  expect(most).toBe(2);
  expect((await answers).length).toBe(9);
});
