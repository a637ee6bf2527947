/** Readings of a gauge → facts that add up to it. A reading alone would say what has been sold by now and forget when;
 *  each difference between two readings is a fact of its own, known when it was seen.
 *
 *  Facts are named by their slot and how many came before, and the cursor says which are about to be written before
 *  they are. So a pull that is killed at any instant is made good by the next: it writes the same names, and takes back
 *  those that have no difference any more. */
import { z } from "zod";
import type { Mapped, SourceRecord } from "../../../src/domain/record.ts";
import { HOUR, type Instant } from "../../../src/domain/time.ts";
import type { Cursor } from "../../connector.ts";
import type { Reading } from "./readings.ts";

/** What is known of a slot: number of facts so far, their sum, its start in ms, whether it is still offered. A list,
 *  since a cursor holds thousands. */
const Known = z.tuple([z.int().min(0), z.int(), z.int(), z.boolean()]);
const State = z.object({
  v: z.literal(1),
  slots: z.record(z.string(), Known),
  /** Starts of the slots of which a fact may have been written that does not count yet. */
  pending: z.record(z.string(), z.int()),
});
export type State = z.output<typeof State>;

/** Slots that have begun are remembered this long. */
const KEPT_MS = 24 * HOUR;
/** Slots remembered at most: more than a site can have in half a year. */
export const MAX_SLOTS = 50_000;

/** Null for a first pull or an unreadable cursor. */
export function stateOf(cursor: Cursor | null): State | null {
  const parsed = State.safeParse(cursor);
  return parsed.success ? parsed.data : null;
}

export interface Sense {
  readonly site: string;
  readonly now: Instant;
  /** Whether places taken are visits here, or bookings are. */
  readonly countsSales: boolean;
}

export interface Changes {
  readonly rows: readonly Mapped[];
  /** Cursor once the rows are stored, and the one to keep before. */
  readonly after: State;
  readonly intent: State;
}

/** @param gone slots that were known and are no longer offered: nobody comes, and there are no places */
export function changesOf(
  before: State | null,
  readings: ReadonlyMap<string, Reading>,
  gone: readonly string[],
  { site, now, countsSales }: Sense,
): Changes {
  const slots = new Map(Object.entries(before?.slots ?? {}).filter(([, [, , at]]) => at > now - KEPT_MS));
  const rows: SourceRecord[] = [];
  const written: Record<string, number> = {};
  const base = { site, minutes: 0, version: now, deleted: false };
  const fact = (slot: string, n: number, at: Instant, value: number): SourceRecord => ({
    ...base,
    // Bought at some time since the reading before. The first one's places may have been bought long ago: without a day
    // of sale they would be missing from what is on hand for half a year, so they count from here on, too.
    ...{ measure: "tickets", key: `${slot}/${n}`, at, value, knownAt: now, bookedOn: now },
  });
  const step = (slot: string, at: Instant, sold: number, offered: boolean) => {
    const [n, sum] = slots.get(slot) ?? [0, 0];
    const differs = countsSales && sold !== sum;
    if (differs) {
      rows.push(fact(slot, n, at, sold - sum));
      written[slot] = at;
    }
    slots.set(slot, differs ? [n + 1, sold, at, offered] : [n, sum, at, offered]);
  };
  for (const { slot, at, minutes, capacity, sold } of readings.values()) {
    if (capacity !== null)
      rows.push({ ...base, measure: "capacity", key: slot, at, minutes, value: capacity, knownAt: at });
    step(slot, at, sold ?? slots.get(slot)?.[1] ?? 0, true);
  }
  for (const slot of gone) {
    const at = slots.get(slot)?.[2];
    if (at === undefined) continue;
    rows.push({ ...base, measure: "capacity", key: slot, at, value: 0, knownAt: at, deleted: true });
    step(slot, at, 0, false);
  }
  for (const [slot, at] of Object.entries(before?.pending ?? {})) {
    if (written[slot] !== undefined) continue;
    rows.push({ ...fact(slot, before?.slots[slot]?.[0] ?? 0, at, 0), deleted: true });
  }
  return {
    rows: rows.map((record) => ({ kind: "record", record })),
    after: { v: 1, slots: Object.fromEntries(slots), pending: {} },
    intent: {
      ...(before ?? { v: 1, slots: {} }),
      pending: { ...before?.pending, ...written },
    },
  };
}
