/** A child whose main thread never comes back, as in a native call that waits for ever. Says its number first. */
import { writeSync } from "node:fs";
import { startWatchdog } from "../../src/store/embedded/watch.ts";

startWatchdog(process.ppid);
// The watchdog's thread starts before this one is stopped.
setTimeout(() => {
  writeSync(1, `${process.pid}\n`);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}, 500);
