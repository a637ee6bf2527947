/** Past days like a special one, as known at an origin. */
import { ownDays, settled } from "../base/past-days.ts";
import type { Instance } from "../base/site.ts";
import type { Standpoint } from "./standpoint.ts";

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
  return {
    same: ownDays(site, special, originDay),
    kin: settled(effects.byKind.get(special.kind), originDay),
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
