/** The forecasting thread: reads from the store, forecasts and writes, all apart from the thread that answers. What its
 *  models have learned today it keeps for the next task. */
import { parentPort, workerData } from "node:worker_threads";
import type { EffectReply } from "../jobs/effect/answer.ts";
import { answerEffect } from "../jobs/effect/answer-effect.ts";
import { rememberFits } from "../jobs/fits.ts";
import { issueForecasts } from "../jobs/forecast.ts";
import { DEFAULT_MODEL } from "../jobs/models.ts";
import { lookBack } from "../jobs/retrospect.ts";
import type { ThreadReply } from "../jobs/thread.ts";
import type { WhatIfAnswer } from "../jobs/what-if/answer.ts";
import { answerWhatIf, type Known, readKnown } from "../jobs/what-if/answer-what-if.ts";
import { rememberRecent } from "../jobs/what-if/recent.ts";
import { openStore } from "../store/connect.ts";
import { readTerritory } from "../territory/load.ts";
import type { ForecastSetting, ForecastTask } from "./forecast-order.ts";
import type { Environment } from "./service.ts";

/** Forecasts pull no feed: whatever secret the territory file asks for is not needed here. */
const NO_SECRETS: Environment = new Proxy<Record<string, string>>({}, { get: () => "not-given" });

const setting: ForecastSetting = workerData;
const territory = readTerritory(setting.text, setting.file, NO_SECRETS);
const fits = rememberFits();
const recent = rememberRecent<Known>();

async function work(task: ForecastTask): Promise<number | WhatIfAnswer | EffectReply> {
  const store = openStore(setting.address);
  const job = { territory, model: DEFAULT_MODEL, now: task.now };
  try {
    if (task.kind === "look-back") return await lookBack(store, job, task.days);
    if (task.kind === "what-if") return await answerWhatIf(store, { ...task, territory, fits, recent });
    if (task.kind === "effect") {
      const read = () => readKnown(store, territory, task.now);
      return await answerEffect(store, { ...task, territory, recent, read });
    }
    const issued = await issueForecasts(store, { ...job, compare: task.compare, fits });
    return issued.filter(({ unchanged }) => !unchanged).length;
  } finally {
    await store.close();
  }
}

async function answer(task: ForecastTask): Promise<ThreadReply> {
  try {
    return { kind: "done", result: await work(task) };
  } catch (cause) {
    const failure = cause instanceof Error ? cause : new Error(String(cause));
    return { kind: "failed", message: failure.message, stack: failure.stack ?? "" };
  }
}

parentPort?.on("message", (task: ForecastTask) => {
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});
