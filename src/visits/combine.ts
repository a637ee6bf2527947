/** Adds up visits over days, sites or steps. What is known is summed and nothing is made up for the rest: coverage
 *  says how much was measured, so parts always add up to the whole. Pure. */
import type { Judged } from "./judge.ts";

/** One part: visits over some open time. */
export interface Part extends Judged {
  /** Minutes of open time that `coverage` is a share of. */
  readonly dueMinutes: number;
  readonly provisional: boolean;
}

export interface Combined extends Part {
  /** False when some part is missing: the sum is then a lower bound. */
  readonly complete: boolean;
  /** Open time of the estimated parts that was not measured, in minutes. */
  readonly estimatedMinutes: number;
}

/** The sum of parts. No part at all is closed. */
export function combine(parts: readonly Part[]): Combined {
  let visits: number | null = null;
  let estimated = 0;
  let dueMinutes = 0;
  let measured = 0;
  let estimatedMinutes = 0;
  for (const part of parts) {
    if (part.visits !== null) visits = (visits ?? 0) + part.visits;
    estimated += part.estimated;
    if (part.coverage === null) continue;
    dueMinutes += part.dueMinutes;
    measured += part.coverage * part.dueMinutes;
    if (part.state === "estimated") estimatedMinutes += (1 - part.coverage) * part.dueMinutes;
  }
  const some = (state: Judged["state"]) => parts.some((part) => part.state === state);
  return {
    visits,
    state:
      visits !== null
        ? some("estimated")
          ? "estimated"
          : "measured"
        : some("missing")
          ? "missing"
          : "closed",
    coverage: dueMinutes > 0 ? Math.min(1, measured / dueMinutes) : null,
    estimated,
    dueMinutes,
    provisional: parts.some((part) => part.provisional),
    complete: !some("missing"),
    estimatedMinutes,
  };
}
