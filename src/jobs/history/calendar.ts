/** What the territory's calendar, a site's opening rules and what people wrote down say of each day, as models take it. */
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import type { Calendar } from "../../domain/calendar.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, type DaySpan, dayNumber, daysIn, type LocalDate } from "../../domain/time.ts";
import { compileCalendar, type DayCalendar } from "../../forecast/calendar.ts";
import type { DayFacts } from "../../forecast/calendar-facts.ts";

/** The calendar of one site over whole days.
 *  @param noted annotations that stand and count; those of other sites are left out here */
export function calendarOf(
  calendar: Calendar,
  site: Site,
  days: DaySpan,
  noted: readonly Annotation[] = [],
): DayCalendar {
  const own = noted.filter((annotation) => isAbout(annotation, site.id));
  const list = daysIn({ from: addDays(days.from, -2), to: addDays(days.to, 2) });
  return compileCalendar(
    list.map((date) => factsOf(calendar, site, date, own)),
    dayNumber(days.from),
    dayNumber(days.to) - dayNumber(days.from),
  );
}

function factsOf(calendar: Calendar, site: Site, date: LocalDate, noted: readonly Annotation[]): DayFacts {
  const facts = calendar.dayFacts(date);
  const opening = site.opening.on(date);
  const today = noted.filter(({ from, to }) => from <= date && date < to);
  const closed = today.some(({ kind }) => kind === "closure");
  return {
    date,
    ...(facts.holiday ? { holiday: facts.holiday.key } : {}),
    schoolHoliday: facts.school?.home ?? false,
    neighboursOff: facts.neighboursOff,
    events: [
      ...calendar.eventsOn(date, site.id).map((event) => event.id),
      ...today.flatMap((annotation) => (annotation.kind === "event" ? [notedEvent(annotation.text)] : [])),
    ],
    open: opening.kind === "open" && !closed ? opening.hours : [],
  };
}

/** Id of an event that was written down: those of the same name are the same event, in whatever year. */
export function notedEvent(text: string): string {
  return `noted ${text.trim().toLowerCase().replaceAll(/\s+/g, " ")}`;
}
