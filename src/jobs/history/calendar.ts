/** What the territory's calendar and a site's opening rules say of each day, as models take it. */
import type { Calendar } from "../../domain/calendar.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, type DaySpan, dayNumber, daysIn, type LocalDate } from "../../domain/time.ts";
import { compileCalendar, type DayCalendar } from "../../forecast/calendar.ts";
import type { DayFacts } from "../../forecast/calendar-facts.ts";

/** The calendar of one site over whole days. */
export function calendarOf(calendar: Calendar, site: Site, days: DaySpan): DayCalendar {
  const list = daysIn({ from: addDays(days.from, -2), to: addDays(days.to, 2) });
  return compileCalendar(
    list.map((date) => factsOf(calendar, site, date)),
    dayNumber(days.from),
    dayNumber(days.to) - dayNumber(days.from),
  );
}

function factsOf(calendar: Calendar, site: Site, date: LocalDate): DayFacts {
  const facts = calendar.dayFacts(date);
  const opening = site.opening.on(date);
  return {
    date,
    ...(facts.holiday ? { holiday: facts.holiday.key } : {}),
    schoolHoliday: facts.school?.home ?? false,
    events: calendar.eventsOn(date, site.id).map((event) => event.id),
    open: opening.kind === "open" ? opening.hours : [],
  };
}
