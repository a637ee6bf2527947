/** How far an application has been read: the last uplink received, and for each gate the last total received before
 *  the part that is read again, from which its first difference is taken. */
import { z } from "zod";
import { HOUR, type Instant, toIso } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";
import type { Reading } from "./readings.ts";

/** The storage is written in batches and lags; retransmitted uplinks come in between. */
const LOOKBACK_MS = HOUR;

const State = z.object({
  v: z.literal(1),
  through: z.iso.datetime(),
  base: z.record(
    z.string(),
    z.object({
      at: z.iso.datetime(),
      in: z.number(),
      out: z.number(),
      bits: z.union([z.literal(16), z.literal(32)]),
    }),
  ),
});

export interface Position {
  /** Uplinks received after this are read again. */
  readonly start: Instant;
  readonly through: Instant;
  readonly base: readonly Reading[];
}

/** Null for a first pull or an unreadable cursor. */
export function positionOf(cursor: Cursor | null): Position | null {
  const parsed = State.safeParse(cursor);
  if (!parsed.success) return null;
  const through = Date.parse(parsed.data.through);
  const base = Object.entries(parsed.data.base).map(([gate, reading]) => ({
    ...reading,
    gate,
    at: Date.parse(reading.at),
    receivedAt: 0,
  }));
  return { start: through - LOOKBACK_MS, through, base };
}

/** @param readings all that is known, the earlier base included */
export function cursorAt(through: Instant, readings: readonly Reading[]): Cursor {
  const base = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.bits === 0 || reading.receivedAt > through - LOOKBACK_MS) continue;
    const other = base.get(reading.gate);
    if (!other || reading.at > other.at) base.set(reading.gate, reading);
  }
  return {
    v: 1,
    through: toIso(through),
    base: Object.fromEntries(
      [...base].map(([gate, { at, in: into, out, bits }]) => [gate, { at: toIso(at), in: into, out, bits }]),
    ),
  };
}
