/** Forecasting for a service that answers meanwhile: in a thread that shares nothing with it but the store. */
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { Problem } from "../api/problem.ts";
import type { Change } from "../forecast/what-if/scenario.ts";
import { EffectReply } from "../jobs/effect/answer.ts";
import type { EffectOf } from "../jobs/effect/answer-effect.ts";
import { createThread } from "../jobs/thread.ts";
import { WhatIfAnswer } from "../jobs/what-if/answer.ts";
import type { ForecastSetting, ForecastTask } from "./forecast-order.ts";
import type { Service } from "./service.ts";

type Parts = Pick<Service, "address" | "territory" | "now" | "signal" | "log">;

/** Tasks end early, and without a fault, when the service is asked to end. */
export interface Forecasting {
  /** Issues forecasts as of now; `compare`: after comparing the models. @throws Error with the reason */
  issue(options: { readonly compare: boolean }): Promise<void>;
  /** Makes up the forecasts of the last `days` mornings, so that a new installation can be judged. A failure is logged:
   *  nobody waits for them. */
  lookBack(days: number): Promise<void>;
  /** What changes at a site would do. @throws Problem `busy` while too many wait; Error with the reason */
  whatIf(site: string, changes: readonly Change[]): Promise<WhatIfAnswer>;
  /** What an action, an event or rain did at a site. @throws Problem `busy` while too many wait; Error with the reason */
  effect(site: string, of: EffectOf): Promise<EffectReply>;
  /** Gives the thread's memory back; the next task starts another. */
  close(): Promise<void>;
}

/** Mornings made up for in one go: whoever has to issue meanwhile waits no longer than that. */
const MORNINGS = 10;

/** Questions that may wait for the thread: the last of them waits for a minute or so. */
const WAITING = 8;

const THREAD = new URL("./forecast-thread.ts", import.meta.url);

/** Reads the territory file once: start it with the service. */
export function startForecasting({ address, territory, now, signal, log }: Parts): Forecasting {
  const { file } = territory;
  const text = readFileSync(file, "utf8");
  const workerData: ForecastSetting = { address, file, text };
  const start = () => new Worker(THREAD, { workerData });
  const thread = createThread({ start, name: "forecasting", signal });
  // A thread that waits has to be told as well.
  signal.addEventListener("abort", () => void thread.close(), { once: true });
  const run = async (task: ForecastTask) => {
    try {
      await thread.ask(task);
    } catch (cause) {
      if (!signal.aborted) throw cause;
    }
  };
  let waiting = 0;
  const question = async (task: ForecastTask): Promise<unknown> => {
    if (waiting >= WAITING) {
      throw new Problem("busy", "too many questions wait for an answer", {
        headers: { "Retry-After": "10" },
      });
    }
    waiting++;
    try {
      return await thread.ask(task);
    } finally {
      waiting--;
    }
  };
  return {
    whatIf: async (site, changes) =>
      WhatIfAnswer.parse(await question({ kind: "what-if", now: now(), site, changes })),
    effect: async (site, of) => EffectReply.parse(await question({ kind: "effect", now: now(), site, of })),
    issue: ({ compare }) => run({ kind: "issue", now: now(), compare }),
    async lookBack(days) {
      try {
        for (let back = MORNINGS; back < days + MORNINGS && !signal.aborted; back += MORNINGS) {
          await run({ kind: "look-back", now: now(), days: Math.min(back, days) });
        }
      } catch (cause) {
        log.error({ err: cause }, "forecasts of past mornings could not be made up");
      }
    },
    close: thread.close,
  };
}
