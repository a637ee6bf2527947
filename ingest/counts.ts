/** Sums of what became of rows. */
import type { RejectionReason } from "../src/domain/record.ts";
import { REJECTION_REASONS } from "../src/domain/record.ts";
import type { Counts } from "../src/domain/sink.ts";

export const NO_COUNTS: Counts = { fetched: 0, accepted: 0, unchanged: 0, revised: 0, rejected: {} };

export function addCounts(a: Counts, b: Counts): Counts {
  const rejected: Partial<Record<RejectionReason, number>> = {};
  for (const reason of REJECTION_REASONS) {
    const n = (a.rejected[reason] ?? 0) + (b.rejected[reason] ?? 0);
    if (n > 0) rejected[reason] = n;
  }
  return {
    fetched: a.fetched + b.fetched,
    accepted: a.accepted + b.accepted,
    unchanged: a.unchanged + b.unchanged,
    revised: a.revised + b.revised,
    rejected,
  };
}
