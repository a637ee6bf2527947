/** Runs beside the child's main thread and ends the process when that thread cannot: the parent has gone while a native
 *  call holds the main thread, or the main thread has not come back from one for too long. */
import { workerData } from "node:worker_threads";
import { z } from "zod";

const LOOK_MS = 200;
/** Opening a folder of 100 M rows takes a third of a second; nothing else should come near this. */
const STUCK_MS = 30_000;

const { parent, beats } = z
  .object({ parent: z.int(), beats: z.instanceof(SharedArrayBuffer) })
  .parse(workerData);
const counter = new Int32Array(beats);
let seen = -1;
let since = Date.now();

setInterval(() => {
  const now = Atomics.load(counter, 0);
  if (now !== seen) {
    seen = now;
    since = Date.now();
  }
  // An orderly exit would wait for the very thread that is stuck.
  if (process.ppid !== parent || Date.now() - since > STUCK_MS) process.kill(process.pid, "SIGKILL");
}, LOOK_MS);
