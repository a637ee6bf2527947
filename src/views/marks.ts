/** What explains peaks: holidays, events and school breaks of a span of days. Pure. */
import type { LocalizedText } from "../contract/common.ts";
import type { Calendar, CalendarEvent } from "../domain/calendar.ts";
import type { Site, Territory } from "../domain/site.ts";
import { addDays, type DaySpan, daysIn, type LocalDate } from "../domain/time.ts";

export interface Mark {
  readonly day: LocalDate;
  readonly name: LocalizedText;
  readonly kind: "holiday" | "event";
}

export interface SchoolBreakMark extends DaySpan {
  readonly name: LocalizedText;
  readonly zone: string;
}

/** An event longer than this is marked on its first day, a shorter one on its best day. */
const SHORT_DAYS = 7;
/** No school break is longer. */
const LONGEST_BREAK = 100;

/** One mark a day at most, events before holidays, in order of days. `visits` tells the best day of an event. */
export function marksOf(
  span: DaySpan,
  calendar: Calendar,
  sites: readonly Site[],
  visits: (day: LocalDate) => number | null,
): Mark[] {
  const days = daysIn(span);
  const marks = new Map<LocalDate, Mark>();
  for (const day of days) {
    const { holiday } = calendar.dayFacts(day);
    if (holiday) marks.set(day, { day, name: holiday.name, kind: "holiday" });
  }
  const touching = calendar.events.filter((event) => touches(event, sites));
  for (const event of touching) {
    for (const run of runsOf(days, (day) => calendar.dayFacts(day).events.includes(event.id))) {
      const day = run.length < SHORT_DAYS ? bestOf(run, visits) : run[0];
      if (day !== undefined) marks.set(day, { day, name: event.name, kind: "event" });
    }
  }
  return [...marks.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Breaks of the territory's own zone that touch a span, each with its own first and last (exclusive) day. */
export function breaksOf(span: DaySpan, { calendar, schoolZone }: Territory): SchoolBreakMark[] {
  if (schoolZone === null) return [];
  const out: SchoolBreakMark[] = [];
  for (const day of daysIn(span)) {
    const known = out.at(-1);
    if (known && day < known.to) continue;
    const { school } = calendar.dayFacts(day);
    if (!school?.home) continue;
    let to = addDays(day, 1);
    for (let n = 0; n < LONGEST_BREAK && isSame(calendar, to, school.key); n++) to = addDays(to, 1);
    out.push({ from: addDays(day, -school.index), to, name: school.name, zone: schoolZone });
  }
  return out;
}

function isSame(calendar: Calendar, day: LocalDate, key: string): boolean {
  const { school } = calendar.dayFacts(day);
  return school?.home === true && school.key === key;
}

function touches(event: CalendarEvent, sites: readonly Site[]): boolean {
  return event.sites.length === 0 || event.sites.some((id) => sites.some((site) => site.id === id));
}

function runsOf(days: readonly LocalDate[], holds: (day: LocalDate) => boolean): LocalDate[][] {
  const runs: LocalDate[][] = [];
  let open = false;
  for (const day of days) {
    const held = holds(day);
    if (held && open) runs.at(-1)?.push(day);
    else if (held) runs.push([day]);
    open = held;
  }
  return runs;
}

function bestOf(run: readonly LocalDate[], visits: (day: LocalDate) => number | null): LocalDate | undefined {
  return (
    run.reduce((best, day) => ((visits(day) ?? -1) > (visits(best) ?? -1) ? day : best), run[0] ?? "") ||
    undefined
  );
}
