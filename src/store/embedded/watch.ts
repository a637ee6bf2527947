/** Starts the watchdog of the child process and gives it signs of life. */
import { Worker } from "node:worker_threads";

const BEAT_MS = 500;

/** To be called once, early, in the child's main thread.
 *  @param parent the process that started this one; it may be gone by now */
export function startWatchdog(parent: number): void {
  const beats = new SharedArrayBuffer(4);
  const counter = new Int32Array(beats);
  const watchdog = new Worker(new URL("watchdog.ts", import.meta.url), {
    workerData: { parent, beats },
  });
  watchdog.unref();
  setInterval(() => Atomics.add(counter, 0, 1), BEAT_MS).unref();
}
