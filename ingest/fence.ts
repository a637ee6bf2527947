/** Nothing is written without a lease: it is asked for right before each write. What a process does between the answer
 *  and the arrival of its write nobody can see, so a process that is stopped just there, for longer than its lease
 *  lives, may still write once. Facts go by key and version, and a cursor that goes back repeats what is known: that
 *  write is a repetition, not a loss or a double. */
import type { Lease } from "../src/domain/lease.ts";
import type { RecordSink, StateStore } from "../src/domain/sink.ts";

/** The same sink and state store, refusing to write once the lease is lost.  @throws LeaseLost from each writing call */
export function fenced(
  { sink, state }: { readonly sink: RecordSink; readonly state: StateStore },
  lease: Pick<Lease, "check">,
): { readonly sink: RecordSink; readonly state: StateStore } {
  const held = async <T>(write: () => Promise<T>): Promise<T> => {
    await lease.check();
    return write();
  };
  return {
    sink: {
      write: (batch) => held(() => sink.write(batch)),
      replaceWindow: (key, window) => held(() => sink.replaceWindow(key, window)),
      settle: (feed, now) => held(() => sink.settle(feed, now)),
    },
    state: {
      read: (key) => state.read(key),
      save: (key, value) => held(() => state.save(key, value)),
      logRun: (run) => held(() => state.logRun(run)),
    },
  };
}
