import { expect, test } from "vitest";
import type { Page, Stream } from "../../ingest/connector.ts";
import type { RunEffects } from "../../ingest/run-options.ts";
import { runStream } from "../../ingest/runner.ts";
import { StoreError } from "../../src/domain/errors.ts";
import type { Mapped } from "../../src/domain/record.ts";
import { createMemorySink, createMemoryState } from "../support/memory-sink.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const key = { feed: "f", stream: "rows" };

function effects(over: Partial<RunEffects> = {}): RunEffects & { readonly warnings: string[] } {
  const warnings: string[] = [];
  const nobody = () => Promise.reject(new Error("no network in this test"));
  return {
    sink: createMemorySink(),
    state: createMemoryState(),
    http: { json: nobody, text: nobody, bytes: nobody },
    log: { info() {}, warn: (message, facts) => warnings.push(`${message} ${JSON.stringify(facts)}`) },
    now: () => now,
    signal: new AbortController().signal,
    warnings,
    ...over,
  };
}

function stream(pull: () => AsyncIterable<Page>): Stream {
  return { name: "rows", movable: false, windowed: true, rescans: [], pull };
}

const run = (source: Stream, given: RunEffects) =>
  runStream({ feed: "f", stream: source, sites: new Set(["alpha"]) }, given);

test("a fault in a connector is the run's result, without a word of the row that caused it", async () => {
  const given = effects();
  const result = await run(
    stream(async function* () {
      yield await Promise.reject<Page>(new TypeError("cannot read jeanne.dupont@example.org"));
    }),
    given,
  );
  expect(result).toMatchObject({ status: "failed", counts: { fetched: 0 } });
  expect(`${result.problem} ${given.warnings.join()}`).toContain("TypeError");
  expect(`${result.problem} ${given.warnings.join()}`).not.toContain("dupont");
});

test("a fault of the store goes up", async () => {
  const fault = new StoreError("write", "disk full", { code: 243 });
  const sink = { ...createMemorySink(), write: () => Promise.reject(fault) };
  const page: Page = { rows: [], token: "t", cursor: { n: 1 } };
  await expect(
    run(
      stream(async function* () {
        yield page;
      }),
      effects({ sink }),
    ),
  ).rejects.toBe(fault);
});

test("the feed vouches for its hours only once their rollups are made, and the cursor moves page by page", async () => {
  const events: string[] = [];
  const [sink, state] = [createMemorySink(), createMemoryState()];
  const given = effects({
    sink: {
      ...sink,
      settle: async (feed, at) => {
        events.push("settle");
        return sink.settle(feed, at);
      },
    },
    state: {
      ...state,
      save: async (of, value) => {
        events.push(`save ${JSON.stringify(value.cursor)} ${value.observedTo}`);
        await state.save(of, value);
      },
    },
  });
  await run(
    stream(async function* () {
      yield { rows: [], token: "t", cursor: { n: 1 }, observedTo: now };
    }),
    given,
  );
  expect(events).toEqual(['save {"n":1} null', "settle", `save {"n":1} ${now}`]);
  expect((await given.state.read(key)).observedTo).toBe(now);
});

const fact = (name: string): Mapped => ({
  kind: "record",
  record: {
    ...{ site: "alpha", measure: "entries", key: name, at: now - 5_000, minutes: 15, value: 1 },
    ...{ version: 1, deleted: false, knownAt: now },
  },
});

test("a window that loses too much is held back until a person accepts the loss, or a complete scan agrees", async () => {
  const sink = createMemorySink();
  const given = effects({ sink });
  const window = { from: now - 10_000, to: now, maxLoss: 0.3 };
  let scans = 0;
  const scan = (keys: readonly string[]) =>
    stream(async function* () {
      yield { rows: keys.map(fact), token: `${++scans}`, cursor: { n: keys.length }, replaces: window };
    });
  const left = () => sink.facts(key).map((record) => record.key);
  await run(scan(["a", "b", "c", "d"]), given);
  expect(await run(scan(["a"]), given)).toMatchObject({ status: "held_back", problem: "3 of 4 would go" });
  expect(left()).toHaveLength(4);
  expect((await given.state.read(key)).cursor).toEqual({ n: 4 });
  expect(await run(scan(["a", "b", "c"]), given)).toMatchObject({ status: "done", counts: { revised: 1 } });
  const accepted = await runStream(
    { feed: "f", stream: scan(["a"]), sites: new Set(["alpha"]), acceptLoss: true },
    given,
  );
  expect(accepted).toMatchObject({ status: "done", counts: { revised: 2 } });
  expect(left()).toEqual(["a"]);
});

test("columns that nobody reads are noted with the run, each once", async () => {
  const state = createMemoryState();
  await run(
    stream(async function* () {
      yield { rows: [], token: "1", unread: ["nom", "canal"] };
      yield { rows: [], token: "2", unread: ["canal"], cursor: { n: 1 } };
    }),
    effects({ state }),
  );
  expect(state.runs.at(-1)?.unread).toEqual(["nom", "canal"]);
});

test("what happens at the source while a run goes on is no future, unless the run was told where to end", async () => {
  const clock = { now };
  const row = (at: number): Page["rows"][number] => {
    const facts = {
      site: "alpha",
      measure: "entries",
      at,
      minutes: 0,
      value: 1,
      version: 1,
      knownAt: at,
    } as const;
    return { kind: "record", record: { ...facts, key: `k${at}`, deleted: false } };
  };
  const source = stream(async function* () {
    clock.now += 5_000;
    yield { rows: [row(now + 4_000), row(now + 6_000)], token: "t" };
  });
  const options = { feed: "f", stream: source, sites: new Set(["alpha"]) };
  const told = await runStream({ ...options, until: now }, effects({ now: () => clock.now }));
  expect(told.counts).toMatchObject({ accepted: 0, rejected: { future: 2 } });
  clock.now = now;
  const result = await runStream(options, effects({ now: () => clock.now }));
  expect(result.counts).toMatchObject({ accepted: 1, rejected: { future: 1 } });
});
