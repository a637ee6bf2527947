/** Past days like a special one, as known at an origin. */
import type { Instance } from "../base/site.ts";
import { REACH } from "../base/surroundings.ts";
import type { Standpoint } from "./standpoint.ts";

/** Days that must have passed before an instance counts: its expectation looks that far ahead. */
const SETTLED = REACH * 7;

export interface SpecialPast {
  /** Days of the same name, oldest first. */
  readonly same: readonly Instance[];
  /** Days of the same kind, oldest first. */
  readonly kin: readonly Instance[];
}

const nothing: SpecialPast = { same: [], kin: [] };

/** Empty on ordinary days. */
export function specialPast({ site, originDay }: Standpoint, day: number): SpecialPast {
  const { calendar, effects } = site;
  const special = calendar.special.get(day);
  if (!special) return nothing;
  const settled = (list: readonly Instance[] | undefined) =>
    (list ?? []).filter((instance) => instance.day + SETTLED < originDay);
  const named = special.labels.map((label) => settled(effects.byLabel.get(label)));
  return {
    same: named.find((list) => list.length > 0) ?? [],
    kin: settled(effects.byKind.get(special.kind)),
  };
}

/** Mean log of observed over expected at a slot; NaN without any. */
export function meanLog(instances: readonly Instance[], slot: number): number {
  let sum = 0;
  let count = 0;
  for (const { logs } of instances) {
    const log = logs[slot] ?? Number.NaN;
    if (Number.isNaN(log)) continue;
    sum += log;
    count++;
  }
  return sum / count;
}
