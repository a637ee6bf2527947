import { afterAll, beforeAll, expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import type { RecordBatch } from "../../src/domain/sink.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { referenceQuarters, referenceRecords } from "../support/record-stream.ts";
import { storedQuarters, storedRecords } from "../support/stored.ts";
import { smallTerritory } from "../support/territory.ts";

const zone = "Europe/Paris";
const { sites } = smallTerritory();
const now = Date.parse("2026-11-24T12:00:00Z");
const HOUR = 3_600_000;
let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

/** Hours of both sites over three months: several partitions, so that a kill can leave part of an insert. */
function hours(count: number, version = now): SourceRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const at = Date.parse("2026-06-20T00:00:00Z") + Math.floor(i / 2) * 12 * HOUR;
    const site = i % 2 === 0 ? "alpha" : "beta";
    return {
      site,
      measure: "entries",
      key: `${site}/${at}`,
      at,
      minutes: 60,
      value: i % 7,
      version,
      deleted: false,
      knownAt: at + HOUR,
    };
  });
}

function batch(records: readonly SourceRecord[], over: Partial<RecordBatch> = {}): RecordBatch {
  return {
    feed: "door",
    stream: "rows",
    run: "one",
    movable: false,
    token: "t",
    records,
    rejections: [],
    now,
    ...over,
  };
}

async function expectStored(store: Store, records: readonly SourceRecord[]): Promise<void> {
  const reference = referenceRecords(records);
  expect(await storedRecords(store)).toEqual(reference.map((r) => `${r.site} ${r.at} ${r.value}`).sort());
  expect(await storedQuarters(store)).toEqual(referenceQuarters(reference));
}

/** The same store, with something happening before (`when` 0) or after (1) the n-th statement that writes. */
function interrupted(store: Store, n: number, when: 0 | 1, happen: () => Promise<void>): Store {
  let writes = 0;
  const around = async <T>(statement: () => Promise<T>): Promise<T> => {
    const here = writes++ === n;
    if (here && when === 0) await happen();
    const result = await statement();
    if (here && when === 1) await happen();
    return result;
  };
  return {
    ...store,
    command: (...given) => around(() => store.command(...given)),
    insert: (...given) => around(() => store.insert(...given)),
  };
}

const killed = new Error("killed");
/** Before the marks, the facts, the second marks and the ledger, and behind it. */
const everyMoment: readonly (readonly [write: number, when: 0 | 1])[] = [
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
  [3, 1],
];

test("fresh facts are written without a stage", async () => {
  const { store } = await engine.fresh();
  const sink = createRecordSink(store, zone, sites);
  const records = hours(200);
  const counts = await sink.write(batch(records));
  await sink.settle("door", now);
  expect(counts).toMatchObject({ fetched: 200, accepted: 200, unchanged: 0, revised: 0 });
  expect(await store.rows("staged", "select 1 from record_stage limit 1")).toEqual([]);
  await expectStored(store, records);
});

test.each(everyMoment)("a run that dies around write %i (%i) loses and doubles nothing", async (n, when) => {
  const { store } = await engine.fresh();
  const records = hours(200);
  const dying = interrupted(store, n, when, () => Promise.reject(killed));
  await expect(createRecordSink(dying, zone, sites).write(batch(records))).rejects.toBe(killed);
  const sink = createRecordSink(store, zone, sites);
  await sink.write(batch(records, { run: "two" }));
  await sink.settle("door", now);
  await expectStored(store, records);
});

test("an insert of which a kill left some months is completed, in the same run or in the next", async () => {
  for (const run of ["one", "two"]) {
    const { store } = await engine.fresh();
    const records = hours(200);
    const dying = interrupted(store, 2, 0, () => Promise.reject(killed));
    const part = records.filter(({ at }) => at < Date.parse("2026-07-15T00:00:00Z"));
    await expect(createRecordSink(dying, zone, sites).write(batch(part))).rejects.toBe(killed);
    const sink = createRecordSink(store, zone, sites);
    const counts = await sink.write(batch(records, { run }));
    await sink.settle("door", now);
    expect(counts).toMatchObject({ accepted: 200 - part.length, unchanged: part.length });
    await expectStored(store, records);
  }
});

test.each(everyMoment)(
  "rollups made by somebody else around write %i (%i) are made again",
  async (n, when) => {
    const { store } = await engine.fresh();
    const other = createRecordSink(store, zone, sites);
    const disturbed = interrupted(store, n, when, async () => {
      await other.settle("door", now);
    });
    const sink = createRecordSink(disturbed, zone, sites);
    const records = hours(60);
    await sink.write(batch(records));
    await sink.settle("door", now);
    await expectStored(store, records);
  },
);

test("two runs that deliver the same facts at the same time store them once, and the newer version holds", async () => {
  const { store } = await engine.fresh();
  const records = hours(200);
  const newer = records.map((r) => ({ ...r, value: r.value + 1, version: now + 5 }));
  const runs = [batch(records), batch(newer, { run: "two", token: "u", now: now + 5 })];
  await Promise.all(runs.map((each) => createRecordSink(store, zone, sites).write(each)));
  await createRecordSink(store, zone, sites).settle("door", now + 5);
  await expectStored(store, newer);
});

test("of two runs that replace the same window at the same time neither withdraws what the other delivered", async () => {
  const { store } = await engine.fresh();
  const records = hours(100);
  const runs = ["one", "two"].map((run) => ({
    run,
    sink: createRecordSink(store, zone, sites),
    each: batch(records, { run, token: run, windowed: true }),
  }));
  await Promise.all(runs.map(({ sink, each }) => sink.write(each)));
  const window = { from: Date.parse("2026-06-01T00:00:00Z"), to: now, maxLoss: 0.3 };
  for (const { run, sink } of runs) {
    expect(await sink.replaceWindow({ feed: "door", stream: "rows", run, now: now + 9 }, window)).toEqual({
      withdrawn: 0,
    });
  }
  await createRecordSink(store, zone, sites).settle("door", now + 9);
  await expectStored(store, records);
});

test("facts of the past beside fresh ones are corrected, not written over unseen", async () => {
  const { store } = await engine.fresh();
  const sink = createRecordSink(store, zone, sites);
  const [first, ...rest] = hours(20);
  if (!first) throw new Error("no hours");
  await sink.write(batch([first]));
  const corrected = { ...first, value: 9, version: now + 5 };
  const counts = await sink.write(batch([corrected, ...rest], { token: "u", run: "two", now: now + 5 }));
  expect(counts).toMatchObject({ accepted: 19, revised: 1 });
  const past = await store.rows("past", "select value from record_past final");
  expect(past).toEqual([{ value: first.value }]);
  await sink.settle("door", now + 5);
  await expectStored(store, [first, corrected, ...rest]);
});
