/** The calendar as it would be without one event. */
import type { DayCalendar } from "../calendar.ts";
import type { SpecialDay } from "../special-day.ts";

/** Days of the event (1 by day index of the calendar), and the calendar in which they are what else they are. An event
 *  that lasts longer than calendars tell (two weeks) has no days here: it is an action. */
export function withoutEvent(
  calendar: DayCalendar,
  event: string,
): { readonly calendar: DayCalendar; readonly tagged: Uint8Array } {
  const own = `event ${event}`;
  const special = new Map<number, SpecialDay>();
  const tagged = new Uint8Array(calendar.days);
  for (const [day, found] of calendar.special) {
    if (found.labels.includes(own)) tagged[day] = 1;
    // On a holiday the first label names all that falls on it.
    const labels = found.labels.filter((label) => label !== own && !`${label} + `.includes(` + ${own} + `));
    if (labels.length > 0) special.set(day, { kind: found.kind, labels });
  }
  return { calendar: { ...calendar, special }, tagged };
}
