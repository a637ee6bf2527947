/** Keeps questions about days answerable: each day is paired, judged and drawn. */
import { type DaySpan, daysBetween } from "../domain/time.ts";

const MOST_DAYS = 3660;

/** The span itself. @throws RangeError for more than ten years */
export function bounded({ from, to }: DaySpan): DaySpan {
  if (daysBetween(from, to) <= MOST_DAYS) return { from, to };
  throw new RangeError(`invalid from: ${from} (at most ${MOST_DAYS} days up to ${to} in one answer)`);
}
