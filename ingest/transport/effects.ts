/** The outside world as the transport sees it, so that tests pass their own. */
import type { Instant } from "../../src/domain/time.ts";

export interface Effects {
  readonly fetch: typeof fetch;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly now: () => Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** The real world. `fetch` is looked up at each call, so a replaced global counts. */
export const realEffects: Effects = {
  fetch: (input, init) => globalThis.fetch(input, init),
  sleep: pause,
  now: Date.now,
  random: Math.random,
};

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", stop, { once: true });
    function done() {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}
