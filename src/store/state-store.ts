/** Where each stream stands, kept in the store itself: the cursor moves by a newer row. */
import { z } from "zod";
import type { Counts, FeedRun, JsonValue, StateStore, StreamState } from "../domain/sink.ts";
import { toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { insertRows } from "./rows.ts";
import { nextStamp } from "./stamp.ts";

const Json: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Json), z.record(z.string(), Json)]),
);
const State = z.object({
  cursor: z.record(z.string(), Json).nullable(),
  observedTo: z.number().nullable(),
  rescans: z.record(z.string(), z.number()),
});
const Line = z.object({ state: z.string() });

const START: StreamState = { cursor: null, observedTo: null, rescans: {} };

/** A state store over a store. */
export function createStateStore(store: Store): StateStore {
  return {
    async read(key) {
      const [row] = await store.rows(
        "read_state",
        "select state from stream_state final where feed = {feed: String} and stream = {stream: String}",
        { feed: key.feed, stream: key.stream },
      );
      return row ? State.parse(JSON.parse(Line.parse(row).state)) : START;
    },
    save: (key, state) =>
      insertRows(store, "save_state", "stream_state", [
        { feed: key.feed, stream: key.stream, state: JSON.stringify(state), stamp: nextStamp() },
      ]),
    async logRun(run) {
      await insertRows(store, "log_run", "feed_run", [runRow(run)]);
      await insertRows(store, "data_state", "data_state", [{ name: "runs", version: nextStamp() }]);
    },
  };
}

function runRow(run: FeedRun): Record<string, unknown> {
  const { fetched, accepted, unchanged, revised, rejected }: Counts = run.counts;
  return {
    feed: run.feed,
    stream: run.stream,
    run: run.run,
    started_at: toIso(run.startedAt),
    ended_at: toIso(run.endedAt),
    status: run.status,
    problem: run.problem,
    fetched,
    accepted,
    unchanged,
    revised,
    rejected,
    unread: run.unread ?? [],
  };
}
