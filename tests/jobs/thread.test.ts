import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { createThread, type ThreadOptions } from "../../src/jobs/thread.ts";

/** A thread that runs `code` for each task; `post` answers. */
const start = (code: string) => () =>
  new Worker(
    `const { parentPort } = require("node:worker_threads"); const post = (m) => parentPort.postMessage(m); let n = 0;
     parentPort.on("message", (task) => { ${code} });`,
    { eval: true },
  );
const answer = 'post({ kind: "done", result: 7 });';

async function ask(code: string, options: Partial<ThreadOptions> = {}, tasks = 1): Promise<unknown> {
  const thread = createThread({ name: "forecasting", start: start(code), ...options });
  try {
    let result: unknown;
    for (let i = 0; i < tasks; i++) result = await thread.ask("task");
    return result;
  } finally {
    await thread.close();
  }
}

test("a thread answers, task after task, and remembers in between", async () => {
  expect(await ask(answer)).toBe(7);
  expect(await ask('post({ kind: "done", result: ++n });', {}, 3)).toBe(3);
});

test("after a failed task the next has a new thread", async () => {
  const thread = createThread({
    name: "forecasting",
    start: start('if (task === "bad") throw new Error("boom"); post({ kind: "done", result: ++n });'),
  });
  expect(await thread.ask("good")).toBe(1);
  await expect(thread.ask("bad")).rejects.toThrow("boom");
  expect(await thread.ask("good")).toBe(1);
  await thread.close();
  expect(await thread.ask("good")).toBe(1);
  await thread.close();
});

test("a thread that dies while it waits is not waited for", async () => {
  const dying = 'post({ kind: "done", result: ++n }); setTimeout(() => { throw new Error("boom"); }, 20);';
  const thread = createThread({ name: "forecasting", start: start(dying) });
  expect(await thread.ask("task")).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await thread.ask("task")).toBe(1);
  await thread.close();
});

test("a dozen tasks leave nothing behind on the thread", async () => {
  let worker: Worker | undefined;
  const remembered = () => {
    worker = start(answer)();
    return worker;
  };
  const thread = createThread({ name: "forecasting", start: remembered });
  for (let i = 0; i < 12; i++) await thread.ask("task");
  expect(worker?.listenerCount("message")).toBe(0);
  expect(worker?.listenerCount("error")).toBe(1);
  await thread.close();
});

test("a thread that busies itself for seconds does not hold up the service", async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await ask(`const end = Date.now() + 1500; while (Date.now() < end); ${answer}`);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(200);
});

test("a thread that reports a failure, throws, or ends without a word is a failed job with a message", async () => {
  const failed = 'post({ kind: "failed", message: "invalid model: x", stack: "" });';
  await expect(ask(failed)).rejects.toThrow("forecasting failed: invalid model: x");
  await expect(ask("throw new Error('boom')")).rejects.toThrow("forecasting failed: boom");
  await expect(ask("process.exit(3)")).rejects.toThrow("its thread ended with code 3");
});

test("a thread that takes too long is ended, and so is one of a service that ends", async () => {
  const stuck = "for (;;);";
  await expect(ask(stuck, { timeoutMs: 200 })).rejects.toThrow("forecasting took longer than 0.2 s");
  const ending = new AbortController();
  const waiting = ask(stuck, { signal: ending.signal });
  setTimeout(() => ending.abort(), 50);
  await expect(waiting).rejects.toThrow("forecasting was stopped");
  await expect(ask(stuck, { signal: ending.signal })).rejects.toThrow("was stopped");
});

test("two jobs run one after the other, and a failed one does not hold up the next", async () => {
  const slow = `setTimeout(() => post({ kind: "done", result: "first" }), 150);`;
  const order: unknown[] = [];
  const note = (value: unknown) => order.push(value);
  await Promise.all([
    ask(slow).then(note),
    ask("throw new Error('boom')").catch(() => note("failed")),
    ask(answer).then(note),
  ]);
  expect(order).toEqual(["first", "failed", 7]);
});
