/** Presses and hours → records of measure `manual`, by the quarter of an hour: spans of one width never overlap, so
 *  each quarter counts as observed once, whoever counted it and however often. Pure. */
import type { SourceRecord, Tariff } from "../../domain/record.ts";
import { HOUR, type Instant, MINUTE, QUARTER, type Span } from "../../domain/time.ts";
import { quartersIn } from "./slots.ts";

/** How far the clock of a phone may be ahead. */
const AHEAD_MS = 2 * MINUTE;
/** A phone that was away for longer than this has counted something that nobody waits for any more. */
const BACK_MS = 31 * 24 * HOUR;

export interface Press {
  readonly id: string;
  readonly at: Instant;
  readonly tariff?: Tariff | undefined;
  readonly count: number;
  readonly withdrawn: boolean;
}

/** Why a press cannot be taken; null = it can. */
export function refusalOf({ at }: Pick<Press, "at">, now: Instant): "future" | "too_old" | null {
  if (at > now + AHEAD_MS) return "future";
  return at < now - BACK_MS ? "too_old" : null;
}

/** A withdrawal is the later version of its press: of the two in any order, and however often, it stays. */
export function pressRecord(site: string, press: Press, now: Instant): SourceRecord {
  const { id, at, tariff, count, withdrawn } = press;
  return {
    ...manual(site, Math.floor(at / QUARTER) * QUARTER, count, tariff),
    key: id,
    version: withdrawn ? at + 1 : at,
    deleted: withdrawn,
    knownAt: now,
  };
}

/** An hour counted as a whole, spread evenly over its quarters: earlier ones get what is left over. The key is the
 *  quarter's own, so that a newer figure replaces an older one. */
export function hourRecords(
  site: string,
  slot: Span,
  tariff: Tariff | undefined,
  people: number,
  now: Instant,
): SourceRecord[] {
  const quarters = quartersIn(slot);
  const each = Math.floor(people / quarters.length);
  const rest = people - each * quarters.length;
  return quarters.map((at, i) => ({
    ...manual(site, at, each + (i < rest ? 1 : 0), tariff),
    key: `hour ${at} ${tariff ?? ""}`,
    version: now,
    deleted: false,
    knownAt: now,
  }));
}

function manual(site: string, at: Instant, value: number, tariff: Tariff | undefined) {
  const minutes = QUARTER / MINUTE;
  return { site, measure: "manual", at, minutes, value, ...(tariff ? { tariff } : {}) } as const;
}
