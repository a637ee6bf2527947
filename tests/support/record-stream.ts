/** A stream of ticket facts with corrections, moves, cancellations and stale replays, and the reference that says,
 *  outside any store, what must be left of it. Deterministic for a seed. */
import type { SourceRecord } from "../../src/domain/record.ts";
import { QUARTER } from "../../src/domain/time.ts";

export interface StreamOptions {
  readonly seed: number;
  /** New facts; about a third as many changes come on top. */
  readonly facts: number;
  readonly sites: readonly string[];
  /** First instant and length of the time that facts fall in, ms. */
  readonly from: number;
  readonly lengthMs: number;
}

/** Small, seeded, uniform in [0, 1). SOURCE: mulberry32, T. Ettinger, public domain. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Facts in the order of their arrival: 15 % corrected, 10 % moved, 12 % cancelled, 8 % replayed stale. */
export function recordStream({ seed, facts, sites, from, lengthMs }: StreamOptions): SourceRecord[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const place = () => ({ site: pick(sites), at: from + Math.floor(random() * lengthMs) });
  const newest = new Map<string, SourceRecord>();
  const out: SourceRecord[] = [];
  let version = from;
  const emit = (record: SourceRecord) => {
    newest.set(record.key, record);
    out.push(record);
  };
  for (let i = 0; i < facts; i++) {
    const base = place();
    version += 1000;
    emit({
      ...base,
      measure: "tickets",
      key: `t${i}`,
      minutes: 0,
      value: 1 + Math.floor(random() * 6),
      version,
      deleted: false,
      knownAt: version,
      tariff: pick(["full", "reduced", "group"]),
      bookedOn: base.at - Math.floor(random() * 40) * 86_400_000,
    });
    const old = newest.get(`t${Math.floor(random() * (i + 1))}`);
    if (!old) continue;
    version += 1000;
    const draw = random();
    if (draw < 0.15) emit({ ...old, value: old.value + 1, deleted: false, version });
    else if (draw < 0.25) emit({ ...old, ...place(), deleted: false, version });
    else if (draw < 0.37) emit({ ...old, deleted: true, version });
    else if (draw < 0.45) out.push(out[Math.floor(random() * out.length)] as SourceRecord);
  }
  return out;
}

/** What must be stored in the end: of each key the highest version, withdrawn ones gone. */
export function referenceRecords(stream: readonly SourceRecord[]): SourceRecord[] {
  const newest = new Map<string, SourceRecord>();
  for (const record of stream) {
    const known = newest.get(record.key);
    if (!known || record.version >= known.version) newest.set(record.key, record);
  }
  return [...newest.values()].filter((record) => !record.deleted);
}

/** Sum and number of records per site and quarter hour, as `site start` → [value, records]. */
export function referenceQuarters(records: readonly SourceRecord[]): Map<string, [number, number]> {
  const out = new Map<string, [number, number]>();
  for (const { site, at, value } of records) {
    const key = `${site} ${Math.floor(at / QUARTER) * QUARTER}`;
    const [sum, n] = out.get(key) ?? [0, 0];
    out.set(key, [sum + value, n + 1]);
  }
  return out;
}
