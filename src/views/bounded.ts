/** Keeps questions about days answerable: each day is paired, judged and drawn. */
import { type DaySpan, daysBetween } from "../domain/time.ts";

const MOST_DAYS = 3660;

/** The span itself. @param most days in one answer; @default ten years @throws RangeError for more */
export function bounded({ from, to }: DaySpan, most = MOST_DAYS): DaySpan {
  if (daysBetween(from, to) <= most) return { from, to };
  throw new RangeError(`invalid from: ${from} (at most ${most} days up to ${to} in one answer)`);
}
