/** Labels that say what makes a day unlike an ordinary day of its weekday; days of two years with the same label
 *  are comparable. */
import type { Calendar, CalendarEvent, DayFacts } from "./calendar.ts";
import { addDays, daysIn, type LocalDate } from "./time.ts";

/** `label` null = an ordinary day. `fallback`: may be compared as an ordinary day when no twin is found. */
export interface Likeness {
  readonly label: string | null;
  readonly reason: "event" | "holiday" | "school" | "weekday";
  readonly fallback: boolean;
}

const ORDINARY: Likeness = { label: null, reason: "weekday", fallback: true };

// An event shorter than a week is the day's whole character; a longer one colours it (holidays stay themselves);
// what lasts longer than a season of markets says nothing about a single day.
const SHORT_DAYS = 7;
const LONG_DAYS = 45;

// Days that move with Easter though they are no public holidays themselves: Good Friday to Easter Monday, the
// weekends of Ascension and Whitsun, by days since Easter Sunday; each where one of `feasts` is a public holiday.
const EASTER = { from: -2, to: 1, feasts: [-2, 1] };
const MOVABLE = [EASTER, { from: 39, to: 42, feasts: [39] }, { from: 48, to: 50, feasts: [49, 50] }];
const EASTER_WEEK_DAYS = 6;
const FIXED = new Set(["12-24", "12-31"]);

/** Likeness of every day of a calendar year, in order; labels are unique within the year. */
export function likenessOf(
  year: number,
  calendar: Calendar,
  site: string | undefined,
): ReadonlyMap<LocalDate, Likeness> {
  const seen = new Map<string, number>();
  const days = daysIn({ from: `${year}-01-01`, to: `${year + 1}-01-01` });
  return new Map(
    days.map((date) => {
      const like = likeness(calendar.dayFacts(date), calendar, site);
      if (like.label === null) return [date, like];
      const times = (seen.get(like.label) ?? 0) + 1;
      seen.set(like.label, times);
      return [date, times === 1 ? like : { ...like, label: `${like.label} (${times})` }];
    }),
  );
}

function likeness(facts: DayFacts, calendar: Calendar, site: string | undefined): Likeness {
  const { date, weekday, holiday, school, easterOffset } = facts;
  const run = shortestRun(calendar, date, site);
  if (run && run.days < SHORT_DAYS) return label("event", `${run.id} day ${run.index}`);
  if (holiday) return label("holiday", holiday.key);
  if (FIXED.has(date.slice(5))) return label("holiday", date.slice(5));
  const keeps = ({ feasts }: typeof EASTER) =>
    feasts.some((feast) => calendar.dayFacts(addDays(date, feast - easterOffset)).holiday !== null);
  if (MOVABLE.some((feast) => feast.from <= easterOffset && easterOffset <= feast.to && keeps(feast)))
    return label("holiday", `easter ${easterOffset}`);
  if (run) return label("event", `${run.id} week ${Math.floor(run.index / 7)} day ${weekday}`);
  if (school?.home) {
    // A break over New Year has days in both years: its January is comparable with the other January only.
    const carried = addDays(date, -school.index).slice(0, 4) === date.slice(0, 4) ? "" : " carried";
    return label("school", `${school.key}${carried} week ${Math.floor(school.index / 7)} day ${weekday}`);
  }
  // The week before and after Easter, where no school break says more.
  if (Math.abs(easterOffset) <= EASTER_WEEK_DAYS && keeps(EASTER))
    return { ...label("holiday", `easter ${easterOffset}`), fallback: true };
  return ORDINARY;
}

function label(reason: Likeness["reason"], text: string): Likeness {
  return { label: `${reason}: ${text}`, reason, fallback: false };
}

interface Run {
  readonly id: string;
  /** Days from its first to its last, and the place of the day in it from 0. */
  readonly days: number;
  readonly index: number;
}

/** Of the events of a day, the one that lasts the fewest days on end. */
function shortestRun(calendar: Calendar, date: LocalDate, site: string | undefined): Run | undefined {
  const runs = calendar.eventsOn(date, site).map((event) => runOf(event, calendar, date));
  return runs.filter(({ days }) => days <= LONG_DAYS).sort((a, b) => a.days - b.days)[0];
}

function runOf({ id }: CalendarEvent, calendar: Calendar, date: LocalDate): Run {
  const holds = (n: number) => calendar.dayFacts(addDays(date, n)).events.includes(id);
  let first = 0;
  while (first > -LONG_DAYS && holds(first - 1)) first--;
  let last = 0;
  while (last - first < LONG_DAYS && holds(last + 1)) last++;
  return { id, days: last - first + 1, index: -first };
}
