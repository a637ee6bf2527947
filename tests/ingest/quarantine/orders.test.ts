/** In whatever order rows come bad, come right, are corrected and corrected again: each fact counts once, as the newest
 *  word on it says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Stream } from "../../../ingest/connector.ts";
import { keepRecord } from "../../../ingest/quarantine/record-form.ts";
import { carryOut, planReplay } from "../../../ingest/quarantine/replay.ts";
import type { StoredRow } from "../../../ingest/quarantine/stored-row.ts";
import { runStream } from "../../../ingest/runner.ts";
import { createHttpClient } from "../../../ingest/transport/http.ts";
import { rowDigest, rowId } from "../../../src/domain/quarantine.ts";
import type { Mapped, SourceRecord } from "../../../src/domain/record.ts";
import type { RecordBatch, Standing } from "../../../src/domain/sink.ts";
import { createMemorySink, createMemoryState } from "../../support/memory-sink.ts";

const START = Date.parse("2026-11-01T00:00:00Z");
const HOUR = 3_600_000;
const KEY = { feed: "door", stream: "counts" };

function reading(n: number, value: number, version: number): SourceRecord {
  const at = START - (n + 1) * HOUR;
  const span = { at, minutes: 60, knownAt: at + HOUR };
  return { ...span, site: "tank", measure: "entries", key: `h${n}`, value, version, deleted: false };
}

function bad(n: number, now: number): Mapped {
  const row = keepRecord({ ...reading(n, 0, now), value: "many", version: undefined });
  return {
    kind: "rejected",
    reason: "bad_number",
    position: `row ${n} of ${now}`,
    field: "value",
    detail: "x",
    row,
  };
}

/** The part of a store that keeps rows, from what it was given. */
function keeper() {
  const rows = new Map<string, StoredRow>();
  const standing = new Map<string, Standing>();
  const note = ({ feed, stream, run, now, rejections, handled = [] }: RecordBatch) => {
    for (const aside of [...rejections, ...handled.flatMap((each) => each.aside ?? [])]) {
      const { reason, position, field = "", detail, row = null } = aside;
      const id = rowId({ feed, stream }, aside);
      const told = { reason, position, field, detail, row, run, seen: now };
      rows.set(id, { feed, stream, id, digest: rowDigest(aside), ...told, standing: null });
    }
    for (const { id, digest, correction, by, records } of handled)
      standing.set(id, { digest, correction, by, records, done: true });
  };
  return { rows, standing, note };
}

type Event =
  | { readonly kind: "right" | "replay"; readonly n: number; readonly value: number }
  | { readonly kind: "bad" | "drop"; readonly n: number }
  | { readonly kind: "again" };

const fact = fc.nat(2);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constantFrom("right", "replay"), n: fact, value: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constantFrom("bad", "drop"), n: fact }),
  fc.constant<Event>({ kind: "again" }),
);

/** What must be stored: per fact the newest word, and what was decided of its newest bad row. */
function model(events: readonly Event[]): Map<string, number> {
  const words = new Map<number, { at: number; value: number | null }>();
  const held = new Map<number, { seen: number; decided?: number | null; stood?: number }>();
  const say = (n: number, at: number, value: number | null) => {
    const before = words.get(n);
    if (!before || at >= before.at) words.set(n, { at, value });
  };
  events.forEach((each, at) => {
    if (each.kind === "right") say(each.n, at, each.value);
    else if (each.kind === "bad") {
      const decided = held.get(each.n)?.decided;
      held.set(each.n, { seen: at, ...(decided === undefined ? {} : { decided }) });
      if (typeof decided === "number") say(each.n, at, decided);
    } else if (each.kind === "replay" || each.kind === "drop") {
      const row = held.get(each.n);
      if (!row) return;
      const before = row.decided;
      row.decided = each.kind === "replay" ? each.value : null;
      if (each.kind === "replay") say(each.n, row.seen, each.value);
      else if (typeof before === "number" && words.get(each.n)?.at === row.seen) say(each.n, row.seen, null);
    }
  });
  return new Map([...words].flatMap(([n, { value }]) => (value === null ? [] : [[`h${n}`, value] as const])));
}

async function play(events: readonly Event[]): Promise<Map<string, number>> {
  const sink = createMemorySink();
  const state = createMemoryState();
  const kept = keeper();
  const write = async (batch: RecordBatch) => {
    const counts = await sink.write(batch);
    kept.note(batch);
    return counts;
  };
  let page: readonly Mapped[] = [];
  let now = START;
  const stream: Stream = {
    ...{ name: "counts", movable: false, windowed: false, rescans: [] },
    async *pull() {
      yield { rows: page, token: JSON.stringify(page) };
    },
  };
  const feed = { streams: [stream] };
  const sites = new Set(["tank"]);
  const effects = {
    ...{ sink: { ...sink, write }, state, http: createHttpClient({}), now: () => now },
    ...{ log: { info() {}, warn() {} }, signal: new AbortController().signal },
    standing: async () => kept.standing,
  };
  const pull = async (row: Mapped) => {
    page = [row];
    const corrections = { rules: [], remap: undefined };
    await runStream({ ...KEY, stream, sites, corrections }, effects);
  };
  const replay = async (n: number, then: { set: { value: number } } | { drop: string }) => {
    const rows = [...kept.rows.values()].map((row) => ({
      ...row,
      standing: kept.standing.get(row.id) ?? null,
    }));
    const rules = [{ correction: { where: { key: `h${n}` }, ...then }, by: "person" as const }];
    const asked = { feed, rows, rules, sites, now };
    await carryOut(await planReplay(asked, state), asked, { write });
  };
  for (const [i, each] of events.entries()) {
    now = START + i * HOUR;
    if (each.kind === "right") await pull({ kind: "record", record: reading(each.n, each.value, now) });
    else if (each.kind === "bad") await pull(bad(each.n, now));
    else if (each.kind === "replay") await replay(each.n, { set: { value: each.value } });
    else if (each.kind === "drop") await replay(each.n, { drop: "no fact" });
    // The same page read again after a crash.
    else if (page.length > 0 && page[0]?.kind === "record") await pull(page[0]);
  }
  const facts = sink.facts(KEY);
  expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
  return new Map(facts.map(({ key, value }) => [key, value]));
}

test("each fact counts once, as the newest word on it says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
      expect(await play(events)).toEqual(model(events));
    }),
    { numRuns: 300 },
  );
});
