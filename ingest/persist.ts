/** Writes outlast a store that is away for a moment: each step may be repeated, so it is. */
import { setTimeout } from "node:timers/promises";
import { StoreError } from "../src/domain/errors.ts";
import type { RecordSink, StateStore } from "../src/domain/sink.ts";

/** Pauses between tries, ms: together longer than a restart of the embedded engine. */
const PAUSES_MS = [300, 1000, 3000, 6000] as const;

/** The same sink and state store, trying again when the store cannot be reached. A store that answers and refuses is
 *  not asked twice. */
export function persistent(
  sink: RecordSink,
  state: StateStore,
  sleep: (ms: number) => Promise<unknown> = setTimeout,
): { readonly sink: RecordSink; readonly state: StateStore } {
  const again = async <T>(step: () => Promise<T>): Promise<T> => {
    for (const pause of PAUSES_MS) {
      try {
        return await step();
      } catch (cause) {
        if (!(cause instanceof StoreError) || cause.code !== undefined) throw cause;
        await sleep(pause);
      }
    }
    return step();
  };
  return {
    sink: {
      write: (batch) => again(() => sink.write(batch)),
      replaceWindow: (key, window) => again(() => sink.replaceWindow(key, window)),
      settle: (feed, now) => again(() => sink.settle(feed, now)),
    },
    state: {
      read: (key) => again(() => state.read(key)),
      save: (key, value) => again(() => state.save(key, value)),
      logRun: (run) => again(() => state.logRun(run)),
    },
  };
}
