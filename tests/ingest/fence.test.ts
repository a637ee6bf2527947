import { expect, test } from "vitest";
import type { Stream } from "../../ingest/connector.ts";
import { fenced } from "../../ingest/fence.ts";
import { runStream } from "../../ingest/runner.ts";
import { createHttpClient } from "../../ingest/transport/http.ts";
import { LeaseLost } from "../../src/domain/lease.ts";
import type { SourceRecord } from "../../src/domain/record.ts";
import type { StateStore } from "../../src/domain/sink.ts";
import { createMemorySink } from "../support/memory-sink.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const START = { cursor: null, observedTo: null, rescans: {} };

function reading(hour: number): SourceRecord {
  const at = NOW - (24 - hour) * 3_600_000;
  return {
    site: "tank",
    measure: "entries",
    key: `h${hour}`,
    at,
    minutes: 60,
    value: hour,
    version: 1,
    deleted: false,
    knownAt: at + 3_600_000,
  };
}

const stream: Stream = {
  name: "counts",
  movable: false,
  windowed: false,
  rescans: [],
  async *pull() {
    for (let hour = 0; hour < 6; hour++) {
      yield { rows: [{ kind: "record", record: reading(hour) }], token: `p${hour}`, cursor: { hour } };
    }
  },
};

test("a run whose lease is lost in the middle writes nothing more: no row, no cursor, no ledger line", async () => {
  const sink = createMemorySink();
  const saved: unknown[] = [];
  const runs: unknown[] = [];
  const state: StateStore = {
    read: async () => START,
    save: async (_, { cursor }) => void saved.push(cursor),
    logRun: async (run) => void runs.push(run),
  };
  let asked = 0;
  const lease = {
    check: async () => {
      if (++asked > 3) throw new LeaseLost("doors", 1);
    },
  };
  const signal = new AbortController().signal;
  const effects = {
    ...fenced({ sink, state }, lease),
    http: createHttpClient({ signal }),
    log: { info() {}, warn() {} },
    now: () => NOW,
    signal,
  };
  await expect(runStream({ feed: "doors", stream, sites: new Set(["tank"]) }, effects)).rejects.toThrow(
    LeaseLost,
  );
  expect(sink.batches.length + saved.length).toBe(3);
  expect(runs).toEqual([]);
});
