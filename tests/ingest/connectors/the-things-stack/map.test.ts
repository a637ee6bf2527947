import fc from "fast-check";
import { expect, test } from "vitest";
import { delta } from "../../../../ingest/connectors/the-things-stack/deltas.ts";
import { mapReadings, type Sense } from "../../../../ingest/connectors/the-things-stack/map.ts";
import { type Reading, readingsOf } from "../../../../ingest/connectors/the-things-stack/readings.ts";
import { MINUTE } from "../../../../src/domain/time.ts";

const START = Date.parse("2026-10-24T22:00:00Z");
const sense: Sense = { siteOf: () => "tower", periodOf: () => 15, now: START };

const reading = (n: number, total: number, over: Partial<Reading> = {}): Reading => ({
  gate: "door",
  at: START + n * 15 * MINUTE,
  receivedAt: START + n * 15 * MINUTE,
  in: total,
  out: total,
  bits: 16,
  ...over,
});

/** Entries by key: what a store that keeps the last version of a key would hold. */
function entries(readings: readonly Reading[], into = new Map<string, number>()): Map<string, number> {
  for (const row of mapReadings(readings, sense)) {
    if (row.kind === "record" && row.record.measure === "entries") into.set(row.record.key, row.record.value);
  }
  return into;
}
const sum = (held: ReadonlyMap<string, number>) => [...held.values()].reduce((a, b) => a + b, 0);

test("a wrap goes on counting, a new beginning starts at 0, and a leap is no people", () => {
  expect(delta(65_530, 4, 16, 15)).toEqual({ kind: "count", value: 10 });
  expect(delta(4_294_967_290, 4, 32, 15)).toEqual({ kind: "count", value: 10 });
  expect(delta(500, 12, 16, 1440)).toEqual({ kind: "reset", value: 12 });
  expect(delta(60_000, 12, 16, 15)).toEqual({ kind: "reset", value: 12 });
  expect(delta(4_000, 12, 32, 15)).toEqual({ kind: "reset", value: 12 });
  expect(delta(100, 9_000_000, 32, 15)).toEqual({ kind: "implausible" });
  expect(delta(7, 7, 16, 15)).toEqual({ kind: "count", value: 0 });
});

/** Readings of a total that grows by each step's people. */
function counted(given: readonly { readonly people: number }[], first: number): Reading[] {
  let total = first;
  return given.map(({ people }, n) => {
    total += people;
    return reading(n, total % 65_536);
  });
}

const steps = fc.array(fc.record({ people: fc.nat({ max: 300 }), lost: fc.boolean() }), {
  minLength: 2,
  maxLength: 60,
});

test("whatever reports are lost, and wherever the total wraps, all people between the first and the last are counted", () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 65_535 }), (given, first) => {
      const all = counted(given, first);
      // At most three in a row are lost: a longer silence of a full counter cannot be told from a new beginning.
      const heard = all.filter((_, n) => n === 0 || n === all.length - 1 || n % 4 === 0 || !given[n]?.lost);
      expect(sum(entries(heard))).toBe(given.slice(1).reduce((people, step) => people + step.people, 0));
    }),
  );
});

test("reports that come late, in any order and twice, end in what all of them at once would have given", () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat({ max: 5 })), (given, order) => {
      const all = counted(given, 100);
      const arrival = all.map((one) => ({ one, turn: order.next().value ?? 0 }));
      const held = new Map<string, number>();
      for (let turn = 0; turn <= 5; turn++) {
        const known = arrival.filter((report) => report.turn <= turn).map(({ one }) => one);
        entries([...known, ...known].reverse(), held);
      }
      expect(held).toEqual(entries(all));
    }),
  );
});

test("a silence of more than a day is set aside with its number: on which day people came is not known", () => {
  expect(mapReadings([reading(0, 5), reading(97, 25)], sense)).toMatchObject([
    { kind: "rejected", reason: "bad_time", detail: expect.stringMatching(/^20 people/) },
    { kind: "rejected", reason: "bad_time" },
  ]);
});

test("counts of periods stand for themselves only where there are no totals", () => {
  const period = reading(1, 4, { bits: 0 });
  expect(entries([period]).size).toBe(1);
  expect([...entries([reading(0, 10), period, reading(2, 18)]).values()]).toEqual([8]);
});

const uplink = (values: Record<string, number>, history: Record<string, number>[] = []) => ({
  device: "door",
  receivedAt: START,
  received: "",
  id: "1",
  numbers: { values, history },
});
const device = { lines: [1], reversed: false, period: 15 };

test("lines are gates of their own, a sensor may hang the other way round, and other devices are not read", () => {
  const values = { line_1_total_in: 1, line_1_total_out: 2, line_2_total_in: 3, line_2_total_out: 4 };
  const read = readingsOf(uplink(values), { door: { ...device, lines: [1, 2], reversed: true } });
  expect(read.map(({ gate, in: into, out, bits }) => [gate, into, out, bits])).toEqual([
    ["door", 2, 1, 32],
    ["door:line_2", 4, 3, 32],
  ]);
  expect(readingsOf(uplink(values), { other: device })).toEqual([]);
});

test("a device's time is believed within a day, and retransmitted rows keep theirs", () => {
  const total = { total_in: 1, total_out: 1 };
  const at = (values: Record<string, number>, history: Record<string, number>[] = []) =>
    readingsOf(uplink(values, history), { door: device }).map((one) => (one.at - START) / MINUTE);
  expect(at({ ...total, timestamp: START / 1000 - 600 })).toEqual([-10]);
  expect(at({ ...total, timestamp: 12 })).toEqual([0]);
  expect(at(total, [{ ...total, timestamp: START / 1000 - 5 * 86_400 }])).toEqual([-7200, 0]);
  expect(
    at(
      total,
      [12, START / 1000 + 86_400].map((timestamp) => ({ ...total, timestamp })),
    ),
  ).toEqual([0]);
});
