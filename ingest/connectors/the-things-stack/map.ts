/** Readings in any order → records: per gate, what passed between neighbours. A reading that comes late cuts a span in
 *  two, and both halves come out anew. Key: gate and end of the span. */
import type { Mapped, SourceRecord } from "../../../src/domain/record.ts";
import { type Instant, MINUTE, toIso } from "../../../src/domain/time.ts";
import { keepRecord } from "../../quarantine/record-form.ts";
import { delta } from "./deltas.ts";
import type { Reading } from "./readings.ts";

export interface Sense {
  readonly siteOf: (gate: string) => string;
  readonly periodOf: (gate: string) => number;
  /** Version of the records: a difference changes when a reading comes late. */
  readonly now: Instant;
}

/** A gap above this cannot be placed: nobody knows on which day the people came. Minutes. */
const MAX_GAP = 1440;

/** @param readings of all gates; the first total of each gate says nothing yet. */
export function mapReadings(readings: readonly Reading[], sense: Sense): Mapped[] {
  const gates = Map.groupBy(readings, ({ gate }) => gate);
  return [...gates].flatMap(([gate, all]) => mapGate(gate, inOrder(all), sense));
}

/** By time, one per minute. Where there are totals, counts of periods are parts of them. */
export function inOrder(readings: readonly Reading[]): Reading[] {
  const totals = readings.filter(({ bits }) => bits > 0);
  const used = totals.length > 0 ? totals : readings;
  const byMinute = new Map<Instant, Reading>();
  for (const reading of used) {
    const other = byMinute.get(reading.at);
    if (!other || reading.in + reading.out > other.in + other.out) byMinute.set(reading.at, reading);
  }
  return [...byMinute.values()].sort((a, b) => a.at - b.at);
}

function mapGate(gate: string, readings: readonly Reading[], sense: Sense): Mapped[] {
  return readings.flatMap((reading, i): Mapped[] => {
    if (reading.bits === 0) {
      const from = reading.at - sense.periodOf(gate) * MINUTE;
      return sides.map((side) => record(gate, side, from, reading.at, reading[side], sense));
    }
    const before = readings[i - 1];
    // Another width is another device under the same id.
    if (!before || before.bits !== reading.bits) return [];
    return sides.map((side) => mapSpan(gate, side, before, reading, sense));
  });
}

const sides = ["in", "out"] as const;
type Side = (typeof sides)[number];

function mapSpan(gate: string, side: Side, before: Reading, reading: Reading, sense: Sense): Mapped {
  const minutes = (reading.at - before.at) / MINUTE;
  const change = delta(before[side], reading[side], reading.bits === 32 ? 32 : 16, minutes);
  const kept = (value: number | null) =>
    keepRecord({ ...fact(gate, side, before.at, reading.at, 0, sense), value });
  const position = `gate ${gate} ${toIso(before.at)} to ${toIso(reading.at)}`;
  if (change.kind === "implausible") {
    const detail = `${before[side]} to ${reading[side]}: not so many people in ${minutes} minutes`;
    return { kind: "rejected", reason: "bad_number", position, field: side, detail, row: kept(null) };
  }
  if (minutes > MAX_GAP) {
    const detail = `${change.value} people in a silence of ${minutes} minutes: on which day is not known`;
    return { kind: "rejected", reason: "bad_time", position, field: side, detail, row: kept(change.value) };
  }
  return record(gate, side, before.at, reading.at, change.value, sense);
}

function record(gate: string, side: Side, from: Instant, to: Instant, value: number, sense: Sense): Mapped {
  return { kind: "record", record: fact(gate, side, from, to, value, sense) };
}

function fact(
  gate: string,
  side: Side,
  from: Instant,
  to: Instant,
  value: number,
  sense: Sense,
): SourceRecord {
  const measure = side === "in" ? "entries" : "exits";
  return {
    site: sense.siteOf(gate),
    measure,
    key: `${gate}/${measure}/${toIso(to)}`,
    at: from,
    minutes: (to - from) / MINUTE,
    value,
    version: sense.now,
    deleted: false,
    knownAt: to,
    gate,
  };
}
