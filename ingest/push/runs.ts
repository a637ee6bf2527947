/** Ledger lines of what was pushed: batches come by the second, lines by the half-minute. What a killed process had not
 *  yet written here is missing from the ledger of runs, not from the records. */
import { randomUUID } from "node:crypto";
import type { Counts, FeedRun, StateStore, StreamKey } from "../../src/domain/sink.ts";
import type { Instant } from "../../src/domain/time.ts";
import { addCounts, NO_COUNTS } from "../counts.ts";

export interface PushRuns {
  add(key: StreamKey, counts: Counts): void;
  /** Writes what is open; a fault of the store leaves it open. */
  flush(): Promise<void>;
}

const LINE_MS = 30_000;

export function createPushRuns(
  state: Pick<StateStore, "logRun">,
  now: () => Instant,
  onFault: (cause: unknown) => void,
): PushRuns {
  let open = new Map<string, { key: StreamKey; startedAt: Instant; counts: Counts }>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const lines = open;
    open = new Map();
    for (const { key, startedAt, counts } of lines.values()) {
      const run: FeedRun = {
        ...key,
        run: randomUUID(),
        startedAt,
        endedAt: now(),
        counts,
        status: "done",
        problem: "",
      };
      await state.logRun(run).catch((cause: unknown) => {
        onFault(cause);
        add(key, counts);
      });
    }
  }

  function add(key: StreamKey, counts: Counts): void {
    const name = `${key.feed}/${key.stream}`;
    const line = open.get(name) ?? { key, startedAt: now(), counts: NO_COUNTS };
    open.set(name, { ...line, counts: addCounts(line.counts, counts) });
    timer ??= setTimeout(() => void flush(), LINE_MS).unref();
  }

  return { add, flush };
}
