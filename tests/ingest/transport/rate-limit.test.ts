/** Request budgets: never above the rate over any minute, nobody during a pause. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRateLimiter, defaultBudget } from "../../../ingest/transport/rate-limit.ts";

function fakeTime() {
  const time = { now: 0 };
  const sleep = async (ms: number) => {
    time.now += ms;
  };
  return { time, effects: { sleep, now: () => time.now } };
}

test("no minute holds more requests than its budget and one burst", async () => {
  const budget = fc.record({
    perMinute: fc.integer({ min: 1, max: 600 }),
    burst: fc.integer({ min: 1, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(
      budget,
      fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 80 }),
      async (given, idle) => {
        const { time, effects } = fakeTime();
        const limiter = createRateLimiter(() => given, effects);
        const sent: number[] = [];
        for (const ms of idle) {
          time.now += ms;
          await limiter.acquire("host");
          sent.push(time.now);
        }
        for (const from of sent) {
          const inside = sent.filter((at) => at >= from && at < from + 60_000).length;
          expect(inside).toBeLessThanOrEqual(given.perMinute + given.burst);
        }
      },
    ),
  );
});

test("a burst goes at once, then requests are spread evenly", async () => {
  const { time, effects } = fakeTime();
  const limiter = createRateLimiter(() => ({ perMinute: 60, burst: 3 }), effects);
  const sent: number[] = [];
  for (let i = 0; i < 6; i++) {
    await limiter.acquire("host");
    sent.push(time.now);
  }
  expect(sent).toEqual([0, 0, 0, 1000, 2000, 3000]);
});

test("a pause holds one host back and no other", async () => {
  const { time, effects } = fakeTime();
  const limiter = createRateLimiter(() => null, effects);
  limiter.pause("slow", 9000);
  await limiter.acquire("fast");
  expect(time.now).toBe(0);
  await limiter.acquire("slow");
  expect(time.now).toBe(9000);
});

test("pretix Hosted stays below its published 360 a minute, loopback has no budget", () => {
  expect(defaultBudget("pretix.eu")?.perMinute).toBeLessThan(360);
  expect(defaultBudget("127.0.0.1:8080")).toBeNull();
  expect(defaultBudget("counts.example.org:443")?.perMinute).toBeGreaterThan(0);
});
