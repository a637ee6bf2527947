/** Past days whose bookings tell what is usual for a day: same weekday, same time of year, school holidays or not,
 *  open like it, and no feast nor event on either side that the other has not. Pure. */
import type { Calendar } from "../../domain/calendar.ts";
import type { Site } from "../../domain/site.ts";
import { addDays, dayNumber, type LocalDate } from "../../domain/time.ts";

export type Alike = {
  /** `weekday`: the same day of the week; `kind`: any working day, or any weekend day, where those are too few. */
  readonly by: "weekday" | "kind";
  readonly days: readonly LocalDate[];
};

/** Days below which nothing is called usual. */
export const ENOUGH = 8;
/** Days of the year that may lie between two days of the same season, either way. */
const SEASON = 42;
const YEAR = 365.25;
/** An event that lasts longer colours a season, not a day. */
const SHORT_DAYS = 7;

/** What a day is compared by. */
export interface Traits {
  readonly day: LocalDate;
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly weekday: number;
  /** Equal for days that are alike but for weekday and season: open, school holidays, feasts and short events. */
  readonly key: string;
}

export function traitsOf(day: LocalDate, site: Site, calendar: Calendar): Traits {
  const { holiday, school, weekday } = calendar.dayFacts(day);
  const events = calendar
    .eventsOn(day, site.id)
    .filter(({ id }) => lastsShort(id, day, calendar))
    .map(({ id }) => id);
  const open = site.opening.on(day).kind === "open";
  const key = JSON.stringify([open, school?.home === true, holiday?.key, ...events.sort()]);
  return { day, number: dayNumber(day), weekday, key };
}

/** Of past days those that are alike; null where fewer than {@link ENOUGH} are. */
export function alikeDays(own: Traits, past: readonly Traits[]): Alike | null {
  const near = past.filter((other) => other.key === own.key && sameSeason(other.number - own.number));
  const same = near.filter((other) => other.weekday === own.weekday);
  const kind = near.filter((other) => isWeekend(other) === isWeekend(own));
  const [by, found] = same.length >= ENOUGH ? (["weekday", same] as const) : (["kind", kind] as const);
  return found.length >= ENOUGH ? { by, days: found.map(({ day }) => day) } : null;
}

function lastsShort(event: string, day: LocalDate, calendar: Calendar): boolean {
  const holds = (n: number) => calendar.dayFacts(addDays(day, n)).events.includes(event);
  let length = 1;
  for (let n = 1; n < SHORT_DAYS && holds(-n); n++) length++;
  for (let n = 1; n < SHORT_DAYS && holds(n); n++) length++;
  return length < SHORT_DAYS;
}

/** @param apart days between two days, either way */
function sameSeason(apart: number): boolean {
  return Math.abs(apart - YEAR * Math.round(apart / YEAR)) <= SEASON;
}

function isWeekend({ weekday }: Traits): boolean {
  return weekday > 5;
}
