/** One run of one stream: page → check → write → then move the cursor. A kill at any instant loses nothing: the next
 *  run starts at the last cursor and what it repeats is a no-op. */
import { createHash, randomUUID } from "node:crypto";
import { FeedChanged, FeedUnavailable, StoreError } from "../src/domain/errors.ts";
import { LeaseLost } from "../src/domain/lease.ts";
import type { FeedRun, RecordBatch, StreamState } from "../src/domain/sink.ts";
import type { Instant } from "../src/domain/time.ts";
import { checkRows } from "./check-rows.ts";
import type { Page, Stream } from "./connector.ts";
import { addCounts, NO_COUNTS } from "./counts.ts";
import { inFlight } from "./in-flight.ts";
import { ENOUGH_COUNTS, ENOUGH_TICKETS, readAhead, together } from "./pages.ts";
import { createCorrecting } from "./quarantine/correcting.ts";
import type { RunEffects, RunOptions } from "./run-options.ts";

/** Unread columns noted of one run. */
const MOST_UNREAD = 100;

/** Pulls a stream to its end. Feed faults are the run's result; faults of the store and a lost lease are
 *  thrown. */
export async function runStream(options: RunOptions, effects: RunEffects): Promise<FeedRun> {
  const { feed, stream } = options;
  const key = { feed, stream: stream.name };
  const startedAt = effects.now();
  const run = randomUUID();
  const before = await effects.state.read(key);
  const rescan = dueRescan(stream, before, startedAt);
  let state: StreamState = before;
  let seen = before.observedTo ?? 0;
  let counts = NO_COUNTS;
  const unread = new Set<string>();
  let ending: Pick<FeedRun, "status" | "problem"> = { status: "done", problem: "" };
  const over = new AbortController();
  const context = {
    cursor: before.cursor,
    from: options.from ?? rescan?.from,
    until: options.until ?? startedAt,
    now: startedAt,
    http: effects.http,
    log: effects.log,
    signal: AbortSignal.any([effects.signal, over.signal]),
  };
  // Whoever waits to hear that rows are stored must not wait for ever.
  const giveUp = (cause: unknown) => {
    over.abort(cause);
    throw cause;
  };
  const batches = inFlight(effects.sink);
  const correct = createCorrecting(options, effects);
  const enough = stream.movable ? ENOUGH_TICKETS : ENOUGH_COUNTS;
  try {
    for await (const page of readAhead(together(stream.pull(context), enough))) {
      for (const name of page.unread ?? []) if (unread.size < MOST_UNREAD) unread.add(name);
      // What a source sends while it is read may be newer than the start of the run.
      const until = options.until ?? Math.max(startedAt, effects.now());
      const corrected = await correct(page.rows, { now: context.now, until });
      const checked = checkRows(corrected.rows, options.sites, until);
      const rows = { ...checked, handled: corrected.handled };
      const token = batchToken(page, rows, before, startedAt);
      const batch = {
        ...key,
        run,
        movable: stream.movable,
        windowed: stream.windowed,
        token,
        ...rows,
        now: startedAt,
      };
      const { replaces } = page;
      await batches.begin(batch, async (written) => {
        counts = addCounts(counts, written);
        if (!replaces) await moveOn(page);
      });
      // The source may be holding back its next rows until it hears that these are stored.
      if (page.stored) await batches.land().catch(giveUp);
      if (!replaces) continue;
      if (!stream.windowed)
        throw new Error(`stream ${stream.name} replaces a window and is not declared windowed`);
      // A window is judged by all that the run has delivered.
      await batches.land();
      const held = await replaceWindow(replaces);
      if (held) {
        ending = { status: "held_back", problem: held };
        break;
      }
      await moveOn(page);
    }
    await batches.land();
    if (ending.status === "done") await vouch();
  } catch (cause) {
    // What was read before a fault is stored all the same; if that fails, it is what has to be told.
    const fault = await batches.land().then(
      () => cause,
      (later: unknown) => later,
    );
    ending = endingOf(fault, effects);
  }
  const result: FeedRun = {
    ...key,
    run,
    startedAt,
    endedAt: effects.now(),
    counts,
    unread: [...unread],
    ...ending,
  };
  await effects.state.logRun(result);
  return result;

  /** Rollups first: a feed that vouches for hours whose facts are not in them yet would turn them into zeros. */
  async function vouch(): Promise<void> {
    if (seen > (before.observedTo ?? 0)) await effects.sink.settle(feed, effects.now());
    else if (!rescan) return;
    const rescans = { ...state.rescans, ...rescan?.done };
    await effects.state.save(key, { ...state, observedTo: seen || null, rescans });
  }

  /** Called in the order of the pages, once all rows up to this page's are stored. */
  async function moveOn(page: Page): Promise<void> {
    seen = Math.max(seen, page.observedTo ?? 0);
    if (page.cursor) {
      state = { ...state, cursor: page.cursor };
      await effects.state.save(key, state);
    }
    page.stored?.();
  }

  async function replaceWindow(window: NonNullable<Page["replaces"]>): Promise<string | null> {
    const maxLoss = options.acceptLoss ? 1 : window.maxLoss;
    const result = await effects.sink.replaceWindow({ ...key, run, now: startedAt }, { ...window, maxLoss });
    if ("refused" in result) return result.refused;
    counts = { ...counts, revised: counts.revised + result.withdrawn };
    return null;
  }
}

/** The same page read again from the same cursor has the same token. Facts that carry the time of the pull as their
 *  version are new at each pull: a source may go back to an earlier content, which is then news. */
function batchToken(
  page: Page,
  { records, handled }: Pick<RecordBatch, "records" | "handled">,
  before: StreamState,
  now: Instant,
): string {
  const pulled = records.some((record) => record.version === now) ? `@${now}` : "";
  // The same page under another rule is another batch.
  const rules = handled?.length ? JSON.stringify(handled.map(({ correction }) => correction)) : "";
  return createHash("sha256")
    .update(`${page.token}@${JSON.stringify(before.cursor)}${pulled}${rules}`)
    .digest("hex");
}

/** The widest rescan whose time has come; a stream's first pull needs none. */
function dueRescan(
  stream: Stream,
  state: StreamState,
  now: Instant,
): { from: Instant | undefined; done: Record<string, Instant> } | null {
  if (!state.cursor) {
    return { from: undefined, done: Object.fromEntries(stream.rescans.map((r) => [r.everyMs, now])) };
  }
  const due = stream.rescans.filter((r) => now - (state.rescans[r.everyMs] ?? 0) >= r.everyMs);
  if (due.length === 0) return null;
  return {
    from: now - Math.max(...due.map((r) => r.backMs)),
    done: Object.fromEntries(due.map((r) => [r.everyMs, now])),
  };
}

/** A fault of the feed is the run's result; one of the store, a lost lease, or being asked to end, is the caller's. */
function endingOf(cause: unknown, { log, signal }: RunEffects): Pick<FeedRun, "status" | "problem"> {
  if (cause instanceof FeedUnavailable) return { status: "unavailable", problem: cause.message };
  if (cause instanceof FeedChanged) return { status: "changed", problem: cause.message };
  if (cause instanceof StoreError || cause instanceof LeaseLost || signal.aborted) throw cause;
  const name = cause instanceof Error ? cause.name : "unexpected fault";
  // The message may quote a row; the place in the code cannot.
  log.warn("a connector failed", { name, at: cause instanceof Error ? placeOf(cause) : "" });
  return { status: "failed", problem: `${name} in the connector; the log holds the place` };
}

function placeOf(cause: Error): string {
  return (
    cause.stack
      ?.split("\n")
      .find((line) => line.trimStart().startsWith("at "))
      ?.trim() ?? ""
  );
}

/** True when a run ended as it should. */
export function isDone(run: FeedRun): boolean {
  return run.status === "done";
}
