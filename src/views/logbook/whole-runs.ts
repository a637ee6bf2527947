/** Days in a row with the same property that touch a span, each run with its own ends. Pure. */
import { addDays, type DaySpan, type LocalDate } from "../../domain/time.ts";

/** Further than this beyond the span nobody looks. */
const FURTHEST_DAYS = 400;

export function wholeRuns(span: DaySpan, holds: (day: LocalDate) => boolean): DaySpan[] {
  const out: DaySpan[] = [];
  for (let day = span.from; day < span.to; day = addDays(day, 1)) {
    if (!holds(day)) continue;
    const from = day === span.from ? edge(day, -1, holds) : day;
    const to = addDays(edge(day, 1, holds), 1);
    out.push({ from, to });
    day = to;
  }
  return out;
}

/** Last day for which it holds without a break, from one for which it does. */
function edge(day: LocalDate, step: 1 | -1, holds: (day: LocalDate) => boolean): LocalDate {
  let last = day;
  for (let n = 0; n < FURTHEST_DAYS && holds(addDays(last, step)); n++) last = addDays(last, step);
  return last;
}
