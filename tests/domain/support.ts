/** Calendars for tests: the Cambrésis' own, and one of a place without school holidays. */
import { readFileSync } from "node:fs";
import { type Calendar, type CalendarEvent, makeCalendar } from "../../src/domain/calendar.ts";
import { publicHolidays } from "../../src/domain/holidays.ts";
import { localized } from "../../src/domain/language.ts";
import { nationalMarks } from "../../src/domain/marks.ts";
import { NO_NEIGHBOURS } from "../../src/domain/neighbours.ts";
import { parseSchoolHolidays } from "../../src/domain/school-holidays.ts";

const file = new URL("../../territories/school-holidays-fr.csv", import.meta.url);

export const frenchBreaks = parseSchoolHolidays(readFileSync(file, "utf8"));

export const bataille: CalendarEvent = {
  id: "bataille",
  name: localized("Bataille de Cambrai"),
  days: { on: ["11-20"] },
  sites: ["tank"],
};

export function zoneB(events: readonly CalendarEvent[] = []): Calendar {
  return makeCalendar({
    holidays: publicHolidays("FR", null),
    schoolZone: "B",
    breaks: frenchBreaks,
    neighbours: NO_NEIGHBOURS,
    events: [...events, ...nationalMarks("FR")],
  });
}

export function withoutSchools(events: readonly CalendarEvent[] = []): Calendar {
  return makeCalendar({
    holidays: publicHolidays("FR", null),
    schoolZone: null,
    breaks: [],
    neighbours: NO_NEIGHBOURS,
    events,
  });
}

export function event(id: string, days: CalendarEvent["days"], sites: readonly string[] = []): CalendarEvent {
  return { id, name: localized(id), days, sites };
}
