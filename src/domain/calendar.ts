/** What kind of day a day is, for one territory: public and school holidays, bridges, events, Easter. */
import { compileConditions, type DayConditions } from "./day-match.ts";
import { easterSunday } from "./easter.ts";
import type { HolidaysOfYear, PublicHoliday } from "./holidays.ts";
import type { Localized } from "./language.ts";
import { breakIndex, breakOn, type SchoolBreak, schoolSpan } from "./school-holidays.ts";
import { addDays, type DaySpan, daysBetween, type LocalDate, weekday } from "./time.ts";

/** A dated happening that changes attendance; `sites` empty = the whole territory. */
export interface CalendarEvent {
  readonly id: string;
  readonly name: Localized;
  readonly days: DayConditions;
  readonly sites: readonly string[];
  /** Entry is free on its days. */
  readonly free?: boolean;
}

/** School holidays on one day. */
export interface SchoolFacts {
  /** Zones off that day, in alphabetical order. */
  readonly zones: readonly string[];
  /** True when the territory's own zone is off. */
  readonly home: boolean;
  /** Which break: `toussaint`, `noel`, `hiver`, `printemps`, `ascension`, `ete` in France. */
  readonly key: string;
  readonly name: Localized;
  /** 0 on the first day of the break, in the own zone when it is off, else in the zone off longest. */
  readonly index: number;
}

export interface DayFacts {
  readonly date: LocalDate;
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** The public holiday of that day, or null. */
  readonly holiday: { readonly key: string; readonly name: Localized } | null;
  /** The next day is a public holiday. */
  readonly eve: boolean;
  /** The day before was a public holiday. */
  readonly after: boolean;
  /** A single working day between a public holiday and a weekend or another public holiday. */
  readonly bridge: boolean;
  /** Null when no zone is off, and on days outside the calendar's `schoolSpan`. */
  readonly school: SchoolFacts | null;
  /** Ids of events on that day at any site, the territory's own and national marks alike. */
  readonly events: readonly string[];
  /** Days since Easter Sunday of the same calendar year; negative before it. */
  readonly easterOffset: number;
}

export interface Calendar {
  /** Facts of one day; remembered, so asking again costs a look-up. */
  readonly dayFacts: (date: LocalDate) => DayFacts;
  /** Events of one day; with a site, only those that touch it. */
  readonly eventsOn: (date: LocalDate, site?: string) => readonly CalendarEvent[];
  /** The territory's events, then the national marks of its country. */
  readonly events: readonly CalendarEvent[];
  /** Days on which school holidays are known; null when there is no calendar of them. */
  readonly schoolSpan: DaySpan | null;
}

/** `schoolZone` is the territory's own zone; null when it has none. `breaks` in order of their first day. */
export interface CalendarParts {
  readonly holidays: HolidaysOfYear;
  readonly schoolZone: string | null;
  readonly breaks: readonly SchoolBreak[];
  readonly events: readonly CalendarEvent[];
}

// A century of days; beyond that somebody is asking for nonsense and must not fill the memory.
const MEMORY = 40_000;

/** Builds a calendar; nothing is computed before a day is asked for. */
export function makeCalendar({ holidays, schoolZone, breaks, events }: CalendarParts): Calendar {
  const tests = events.map((event) => ({ event, holds: compileConditions(event.days) }));
  const holidaysByYear = new Map<string, ReadonlyMap<LocalDate, PublicHoliday>>();
  const facts = new Map<LocalDate, DayFacts>();

  function holidayOn(date: LocalDate): PublicHoliday | null {
    const year = date.slice(0, 4);
    let ofYear = holidaysByYear.get(year);
    if (!ofYear) {
      // Two holidays may fall on one day (8 May and Ascension in 2059): the first one named is kept.
      ofYear = new Map(
        holidays(Number(year))
          .map((holiday) => [holiday.date, holiday] as const)
          .reverse(),
      );
      holidaysByYear.set(year, ofYear);
    }
    return ofYear.get(date) ?? null;
  }

  function isOff(date: LocalDate): boolean {
    return weekday(date) >= 6 || holidayOn(date) !== null;
  }

  function schoolOn(date: LocalDate): SchoolFacts | null {
    const own = schoolZone === null ? undefined : breakOn(breaks, date, schoolZone);
    const shown = own ?? breakOn(breaks, date, null);
    if (!shown) return null;
    const off = breaks.filter(({ from, to }) => from <= date && date < to).flatMap(({ zones }) => zones);
    return {
      zones: [...new Set(off)].sort(),
      home: own !== undefined,
      key: shown.key,
      name: shown.name,
      index: breakIndex(shown, date),
    };
  }

  function compute(date: LocalDate): DayFacts {
    const holiday = holidayOn(date);
    const before = addDays(date, -1);
    const next = addDays(date, 1);
    const eve = holidayOn(next) !== null;
    const after = holidayOn(before) !== null;
    const day = { date, weekday: weekday(date), holiday, school: schoolOn(date), events: [] };
    return {
      ...day,
      eve,
      after,
      bridge: (eve || after) && !isOff(date) && isOff(before) && isOff(next),
      events: tests.filter(({ holds }) => holds(day)).map(({ event }) => event.id),
      easterOffset: daysBetween(easterSunday(Number(date.slice(0, 4))), date),
    };
  }

  function dayFacts(date: LocalDate): DayFacts {
    let known = facts.get(date);
    if (!known) {
      if (facts.size >= MEMORY) facts.clear();
      known = Object.freeze(compute(date));
      facts.set(date, known);
    }
    return known;
  }

  function eventsOn(date: LocalDate, site?: string): readonly CalendarEvent[] {
    const { events: ids } = dayFacts(date);
    if (ids.length === 0) return [];
    return events.filter(({ id, sites }) => {
      return ids.includes(id) && (site === undefined || sites.length === 0 || sites.includes(site));
    });
  }

  return { dayFacts, eventsOn, events, schoolSpan: schoolSpan(breaks) };
}
