/** A thread that works off tasks, so that the service goes on answering meanwhile. One task at a time in the whole
 *  process: two would only share the same cores. A thread that throws, ends or takes too long is a failed task with a
 *  message, never the end of the service; the next task gets a new thread. */
import type { Worker } from "node:worker_threads";

/** What a thread answers to each message that it is sent. */
export type ThreadReply =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "failed"; readonly message: string; readonly stack: string };

export interface ThreadOptions {
  /** Starts the thread. */
  readonly start: () => Worker;
  /** What its tasks are called in messages. */
  readonly name: string;
  /** Longest that a task may take, ms. Default half an hour. */
  readonly timeoutMs?: number;
  /** Aborted = the task under way fails at once and none begins. */
  readonly signal?: AbortSignal;
}

export interface Thread {
  /** What the thread answers, once the tasks before have ended. @throws Error `<name> failed: …`, `<name> was stopped`,
   *  `<name> took longer than …` */
  ask(task: unknown): Promise<unknown>;
  /** Ends the thread; a later task gets a new one. */
  close(): Promise<void>;
}

const HALF_HOUR_MS = 1_800_000;

let last: Promise<unknown> = Promise.resolve();

/** The thread starts with its first task and waits for more until `close`; waiting, it does not keep the process. */
export function createThread(options: ThreadOptions): Thread {
  let worker: Worker | undefined;
  const close = async () => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const began = (fresh: Worker): Worker =>
    fresh
      // An error while it waits must not end the service: the next task gets a new thread.
      .on("error", () => undefined)
      .once("exit", () => {
        if (worker === fresh) worker = undefined;
      });
  return {
    close,
    ask(task) {
      const turn = last.then(async () => {
        if (options.signal?.aborted) throw new Error(`${options.name} was stopped`);
        worker ??= began(options.start());
        try {
          return await exchange(worker, task, options);
        } catch (cause) {
          await close();
          throw cause;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function exchange(
  worker: Worker,
  task: unknown,
  { name, timeoutMs = HALF_HOUR_MS, signal }: ThreadOptions,
): Promise<unknown> {
  const ended = new AbortController();
  const answered = new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) => reject(new Error(`${name} ${why}`, { cause }));
    const onMessage = (reply: ThreadReply) => {
      if (reply.kind === "done") resolve(reply.result);
      else fail(`failed: ${reply.message}`, reply.stack);
    };
    const onError = (cause: unknown) =>
      fail(`failed: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    const onExit = (code: number) => fail(`failed: its thread ended with code ${code}`);
    const onStop = () => fail("was stopped");
    const timer = setTimeout(() => fail(`took longer than ${timeoutMs / 1000} s`), timeoutMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit).ref();
    signal?.addEventListener("abort", onStop, { signal: ended.signal });
    ended.signal.addEventListener("abort", () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit).unref();
    });
    worker.postMessage(task);
  });
  return answered.finally(() => ended.abort());
}
