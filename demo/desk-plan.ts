/** What somebody would have planned for the desks by habit: one person on a weekday, two at weekends and in school
 *  holidays, over the whole opening. It does not look at any forecast, so some days are short and others are not. */
import type { Site, Territory } from "../src/domain/site.ts";
import { type DaySpan, daysIn, type LocalDate } from "../src/domain/time.ts";

/** So many people over minutes after midnight of a day. */
export interface DeskSpan {
  readonly day: LocalDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly people: number;
}

/** Spans of one site on the open days of a span; none for a site without a desk. */
export function habitualPlan({ calendar }: Territory, { opening, desk }: Site, days: DaySpan): DeskSpan[] {
  if (desk === null) return [];
  return daysIn(days).flatMap((day) => {
    const { weekday, school } = calendar.dayFacts(day);
    const known = opening.on(day);
    const people = weekday > 5 || school?.home ? 2 : 1;
    return known.kind === "open" ? known.hours.map((hours) => ({ day, ...hours, people })) : [];
  });
}
