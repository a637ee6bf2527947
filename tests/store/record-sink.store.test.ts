import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import type { RecordBatch } from "../../src/domain/sink.ts";
import { localDate } from "../../src/domain/time.ts";
import { ask } from "../../src/store/query.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { evidenceDay } from "../../src/visits/queries.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { recordStream, referenceQuarters, referenceRecords } from "../support/record-stream.ts";
import { storedQuarters, storedRecords } from "../support/stored.ts";
import { smallTerritory } from "../support/territory.ts";

const zone = "Europe/Paris";
const territory = smallTerritory();
const now = Date.parse("2026-11-24T12:00:00Z");
let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

function batch(
  records: readonly SourceRecord[],
  token: string,
  over: Partial<RecordBatch> = {},
): RecordBatch {
  return {
    feed: "till",
    stream: "sales",
    run: `run-${token}`,
    movable: true,
    token,
    records,
    rejections: [],
    now,
    ...over,
  };
}

const reading = (key: string, at: string, value: number, version = now): SourceRecord => ({
  site: "beta",
  measure: "entries",
  key,
  at: Date.parse(at),
  minutes: 15,
  value,
  version,
  deleted: false,
  knownAt: Date.parse(at) + 900_000,
});

describe("the record sink", () => {
  test("ends with the reference's records and rollups after corrections, moves, cancellations and stale replays", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const from = Date.parse("2026-03-01T00:00:00Z");
    const stream = recordStream({
      seed: 7,
      facts: 3000,
      sites: ["alpha", "beta"],
      from,
      lengthMs: 90 * 86_400_000,
    });
    for (let i = 0; i < stream.length; i += 500) {
      await sink.write(batch(stream.slice(i, i + 500), `p${i}`));
      if (i % 1500 === 0) await sink.settle("till", now);
    }
    await sink.settle("till", now);
    const reference = referenceRecords(stream);
    expect(await storedRecords(store)).toEqual(reference.map((r) => `${r.site} ${r.at} ${r.value}`).sort());
    expect(await storedQuarters(store)).toEqual(referenceQuarters(reference));
  });

  test("counts the same facts delivered again as unchanged and leaves the totals alone", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const rows = [reading("a", "2026-11-21T14:00:00Z", 5), reading("b", "2026-11-21T14:15:00Z", 0)];
    const first = await sink.write(batch(rows, "1", { movable: false }));
    const again = await sink.write(
      batch(
        rows.map((r) => ({ ...r, version: now + 1 })),
        "2",
        { movable: false, now: now + 1 },
      ),
    );
    expect(first).toMatchObject({ accepted: 2, unchanged: 0, revised: 0 });
    expect(again).toMatchObject({ accepted: 0, unchanged: 2, revised: 0 });
  });

  test("answers a batch that carries a known token from the ledger", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const rows = [reading("a", "2026-11-21T14:00:00Z", 5)];
    await sink.write(batch(rows, "same", { movable: false }));
    const again = await sink.write(
      batch([reading("a", "2026-11-21T14:00:00Z", 9)], "same", { movable: false }),
    );
    expect(again).toMatchObject({ fetched: 1, accepted: 0, unchanged: 1 });
  });

  test("lists a correction of a past day as a revision, once, and keeps the earlier content", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    await sink.write(
      batch([reading("a", "2025-11-22T14:00:00Z", 5), reading("b", "2025-11-23T14:00:00Z", 7)], "1", {
        movable: false,
      }),
    );
    await sink.settle("till", now);
    const later = now + 1000;
    const counts = await sink.write(
      batch(
        [reading("a", "2025-11-22T14:00:00Z", 8, later), reading("b", "2025-11-23T14:00:00Z", 7, later)],
        "2",
        {
          movable: false,
          now: later,
        },
      ),
    );
    await sink.settle("till", later);
    await sink.settle("till", later);
    expect(counts).toMatchObject({ revised: 1, unchanged: 1 });
    const revisions = await store.rows(
      "r",
      "select toString(day) as day, kind, before, after from revision final",
    );
    expect(revisions).toEqual([{ day: "2025-11-22", kind: "corrected", before: 5, after: 8 }]);
    const past = await store.rows(
      "p",
      "select value, toUnixTimestamp64Milli(replaced_at) as replaced from record_past final",
    );
    expect(past).toEqual([{ value: 5, replaced: later }]);
  });

  test("withdraws what a complete window no longer holds, and refuses to withdraw too much", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const rows = Array.from({ length: 10 }, (_, i) => reading(`k${i}`, `2026-11-21T1${i}:00:00Z`, 1));
    await sink.write(batch(rows, "1", { movable: false, run: "one" }));
    const window = {
      from: Date.parse("2026-11-21T00:00:00Z"),
      to: Date.parse("2026-11-22T00:00:00Z"),
      maxLoss: 0.3,
    };
    const key = { feed: "till", stream: "sales", now: now + 5 };
    await sink.write(batch(rows.slice(0, 8), "2", { movable: false, run: "two", now: now + 5 }));
    expect(await sink.replaceWindow({ ...key, run: "two" }, window)).toEqual({ withdrawn: 2 });
    await sink.write(batch(rows.slice(0, 2), "3", { movable: false, run: "three", now: now + 9 }));
    expect(await sink.replaceWindow({ ...key, run: "three" }, window)).toHaveProperty("refused");
    expect(await storedRecords(store)).toHaveLength(8);
  });

  test("a refused replacement leaves the window as it was: what the run added is taken back", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const day = (prefix: string) =>
      Array.from({ length: 10 }, (_, i) => reading(`${prefix}${i}`, `2026-11-21T1${i}:00:00Z`, 1));
    await sink.write(batch(day("old"), "1", { movable: false, run: "one" }));
    const before = await storedRecords(store);
    const window = {
      from: Date.parse("2026-11-21T00:00:00Z"),
      to: Date.parse("2026-11-22T00:00:00Z"),
      maxLoss: 0.3,
    };
    await sink.write(
      batch(
        day("new").map((r) => ({ ...r, version: now + 5 })),
        "2",
        { movable: false, run: "two", now: now + 5 },
      ),
    );
    expect(
      await sink.replaceWindow({ feed: "till", stream: "sales", run: "two", now: now + 5 }, window),
    ).toHaveProperty("refused");
    await sink.settle("till", now + 5);
    expect(await storedRecords(store)).toEqual(before);
    const [total] = await store.rows("total", "select sum(value) as value from rollup_day final");
    expect(total).toEqual({ value: 10 });
  });

  test.each([true, false])(
    "a fact that vanished and comes back counts again, whatever its source's version (movable: %s)",
    async (movable) => {
      const { store } = await engine.fresh();
      const sink = createRecordSink(store, zone, territory.sites);
      const old = [
        reading("a", "2026-11-21T14:00:00Z", 5, 1000),
        reading("b", "2026-11-21T15:00:00Z", 7, 1000),
      ];
      const window = {
        from: Date.parse("2026-11-21T00:00:00Z"),
        to: Date.parse("2026-11-22T00:00:00Z"),
        maxLoss: 1,
      };
      const at = (run: string, n: number) => ({ feed: "till", stream: "sales", run, now: now + n });
      await sink.write(batch(old, "1", { movable, ...at("one", 0) }));
      await sink.write(batch(old.slice(0, 1), "2", { movable, ...at("two", 1) }));
      await sink.replaceWindow(at("two", 1), window);
      expect(await storedRecords(store)).toHaveLength(1);
      expect(await sink.write(batch(old, "3", { movable, ...at("three", 2) }))).toMatchObject({
        accepted: 1,
        unchanged: 1,
      });
      expect(await storedRecords(store)).toHaveLength(2);
    },
  );

  test.each([true, false])(
    "a newer version of the same content does not move the time from which a correction was known (movable: %s)",
    async (movable) => {
      const { store } = await engine.fresh();
      const sink = createRecordSink(store, zone, territory.sites);
      const first = reading("a", "2026-11-21T14:00:00Z", 5, Date.parse("2026-11-21T14:20:00Z"));
      const corrected = Date.parse("2026-11-22T08:00:00Z");
      // Its source numbers its revisions: the correction is known from the pull that brought it.
      const numbered = (value: number, version: number) =>
        reading("b", "2026-11-21T14:15:00Z", value, version);
      const later = { movable, now: now + 3_600_000 };
      await sink.write(batch([first, numbered(5, 1)], "1", { movable }));
      await sink.write(batch([{ ...first, value: 7, version: corrected }, numbered(9, 2)], "2", { movable }));
      await sink.write(batch([{ ...first, value: 7, version: corrected + 1 }, numbered(5, 1)], "3", later));
      const known = await store.rows(
        "known",
        "select value, toUnixTimestamp64Milli(known_at) as known from record final order by at",
      );
      expect(known).toEqual([
        { value: 7, known: corrected },
        { value: 9, known: now },
      ]);
    },
  );

  test("a day marked while its rollup is being recomputed is recomputed again", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    const other = createRecordSink(store, zone, territory.sites);
    await sink.write(batch([reading("a", "2026-11-21T14:00:00Z", 5)], "1", { movable: false }));
    const late = batch([reading("b", "2026-11-21T15:00:00Z", 3)], "2", { movable: false });
    await Promise.all([sink.settle("till", now), other.write(late)]);
    await sink.settle("till", now);
    const [total] = await store.rows("total", "select sum(value) as value from rollup_day final");
    expect(total).toEqual({ value: 8 });
  });

  test("splits a day at local midnight and counts open time by the site's own hours", async () => {
    const { store } = await engine.fresh();
    const sink = createRecordSink(store, zone, territory.sites);
    // Wednesday 25 March 2026, open 14:00–17:30 (UTC+1); before, inside and after opening.
    const rows = [
      reading("a", "2026-03-25T12:45:00Z", 3),
      reading("b", "2026-03-25T13:00:00Z", 5),
      reading("c", "2026-03-25T16:15:00Z", 7),
      reading("d", "2026-03-25T16:30:00Z", 11),
      reading("e", "2026-03-25T22:45:00Z", 1),
      reading("f", "2026-03-25T23:00:00Z", 2),
    ];
    await sink.write(batch(rows, "1", { movable: false }));
    await sink.settle("till", now);
    const days = await ask(store, evidenceDay, { sites: ["beta"], from: "2026-03-25", to: "2026-03-27" });
    expect(days).toMatchObject([
      { day: "2026-03-25", value: 27, open_value: 12, open_minutes: 30 },
      { day: "2026-03-26", value: 2, open_value: 0, open_minutes: 0 },
    ]);
    expect(localDate(Date.parse("2026-03-25T23:00:00Z"), zone)).toBe("2026-03-26");
  });
});
