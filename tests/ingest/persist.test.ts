import { expect, test } from "vitest";
import { persistent } from "../../ingest/persist.ts";
import { StoreError } from "../../src/domain/errors.ts";
import { createMemorySink, createMemoryState } from "../support/memory-sink.ts";

const away = new StoreError("write", "the store cannot be reached");

/** A state store whose first reads fail. */
function flaky(faults: readonly Error[]) {
  const left = [...faults];
  const state = createMemoryState();
  return {
    ...state,
    async read(key: Parameters<typeof state.read>[0]) {
      const fault = left.shift();
      if (fault) throw fault;
      return state.read(key);
    },
  };
}

const key = { feed: "f", stream: "s" };

test("a store that is away for a moment is asked again, with growing pauses", async () => {
  const pauses: number[] = [];
  const sleep = async (ms: number) => pauses.push(ms);
  const { state } = persistent(createMemorySink(), flaky([away, away]), sleep);
  expect(await state.read(key)).toMatchObject({ cursor: null });
  expect(pauses).toEqual([300, 1000]);
});

test("a store that stays away is given up after the last pause", async () => {
  const { state } = persistent(createMemorySink(), flaky(new Array(9).fill(away)), async () => undefined);
  await expect(state.read(key)).rejects.toBe(away);
});

test("a store that answers and refuses is not asked twice", async () => {
  const refusal = new StoreError("write", "no such table", { code: 60 });
  const { state } = persistent(createMemorySink(), flaky([refusal]), async () => undefined);
  await expect(state.read(key)).rejects.toBe(refusal);
});
