/** The calendar as it would be without one event. */
import type { DayCalendar } from "../calendar.ts";
import type { SpecialDay } from "../special-day.ts";

/** Days of the event (1 by day index of the calendar), and the calendar in which they are what else they are. An event
 *  that lasts longer than calendars tell (two weeks) has no days here: it is an action. */
export function withoutEvent(
  calendar: DayCalendar,
  event: string,
): { readonly calendar: DayCalendar; readonly tagged: Uint8Array } {
  const special = new Map<number, SpecialDay>();
  const tagged = new Uint8Array(calendar.days);
  for (const [day, found] of calendar.special) {
    const named = found.labels.flatMap((label) => label.split(" + ")).includes(`event ${event}`);
    if (named) tagged[day] = 1;
    const labels = named ? found.labels.filter((label) => !label.includes(`event ${event}`)) : found.labels;
    if (labels.length > 0) special.set(day, { kind: found.kind, labels });
  }
  return { calendar: { ...calendar, special }, tagged };
}
