/** Closures worth a line: longer than the week's own rhythm. Pure. */
import type { LocalizedText } from "../../contract/common.ts";
import type { HasOpening } from "../../domain/opening.ts";
import { type DaySpan, daysIn } from "../../domain/time.ts";
import { wholeRuns } from "./whole-runs.ts";

export interface Closure extends DaySpan {
  /** The reason that the rules give most often on its days; null where they give none. */
  readonly reason: LocalizedText | null;
}

/** From so many closed days in a row on: a site that opens every Sunday is closed for six. */
const LEAST_DAYS = 7;

/** Closures that touch a span, each with its own first and last (exclusive) day. */
export function closuresOf({ opening }: HasOpening, span: DaySpan): Closure[] {
  return wholeRuns(span, (day) => opening.on(day).kind === "closed").flatMap((run) => {
    const days = daysIn(run);
    return days.length >= LEAST_DAYS ? [{ ...run, reason: usualReason(opening, days) }] : [];
  });
}

function usualReason(opening: HasOpening["opening"], days: readonly string[]): LocalizedText | null {
  const reasons = days.flatMap((day) => {
    const found = opening.on(day);
    return found.kind === "closed" && found.reason ? [found.reason] : [];
  });
  const [most] = [...Map.groupBy(reasons, ({ fr }) => fr).values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? null;
}
