/** What is usual on such a weekday up to such an hour: the newest open days of the same weekday, holidays left out,
 *  inside or outside school holidays like the day itself where there are enough of them. */
import type { Calendar } from "../domain/calendar.ts";
import { quantile } from "../domain/quantile.ts";
import type { Site } from "../domain/site.ts";
import { addDays, atLocalTime, type LocalDate, startOfDay } from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { countsOn, type EvidenceRow, evidenceOf } from "./evidence.ts";
import { judge } from "./judge.ts";
import { cutBefore, minutesBefore, openSpans } from "./open-time.ts";
import { usualDay } from "./queries.ts";

/** Days that a range is made from, and how many are asked for so that some may be missing. */
const DAYS = 8;
const ASKED = 10;
/** Fewer than this many days make no habit. */
const ENOUGH = 4;
/** With this many days of the same school status, the others do not count. */
const SAME_SCHOOL = 5;
/** A season that begins again looks back to the last one. */
const WEEKS_BACK = 60;
/** School status is compared over this many open days. */
const RECENT = 20;

/** What is usual for one site, people. */
export interface Usual {
  /** 8 days in 10 lie between, up to the clock time asked for; middle value beside it. */
  readonly now: { readonly low: number; readonly middle: number; readonly high: number };
  /** Middle value of whole days. */
  readonly day: number;
}

export interface UsualAsked {
  readonly site: Site;
  /** Day that is compared. */
  readonly day: LocalDate;
  /** Minutes after midnight up to which visits count; 1440 = the whole day. */
  readonly minute: number;
}

/** The days that a day is compared with, newest first. */
export function usualDays(site: Site, day: LocalDate, calendar: Calendar): LocalDate[] {
  const open: LocalDate[] = [];
  for (let week = 1; week <= WEEKS_BACK && open.length < RECENT; week++) {
    const past = addDays(day, -7 * week);
    if (calendar.dayFacts(past).holiday === null && openSpans(site, past).length > 0) open.push(past);
  }
  const school = (date: LocalDate) => calendar.dayFacts(date).school?.home === true;
  const same = open.filter((past) => school(past) === school(day));
  return (same.length >= SAME_SCHOOL ? same : open).slice(0, ASKED);
}

/** Habits by site; a site without enough history is absent. */
export async function readUsual(
  store: Store,
  context: VisitContext,
  asked: readonly UsualAsked[],
): Promise<Map<string, Usual>> {
  const { zone, calendar } = context.territory;
  const chosen = asked.map((ask_) => ({ ...ask_, days: usualDays(ask_.site, ask_.day, calendar) }));
  const days = [...new Set(chosen.flatMap((entry) => entry.days))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const rows = await ask(store, usualDay, {
    sites: asked.map(({ site }) => site.id),
    clocks: asked.map(({ minute }) => String(minute)),
    days,
    from: startOfDay(first, zone),
    to: startOfDay(addDays(last, 1), zone),
    tz: zone,
  });
  const bySiteDay = Map.groupBy(rows, (row) => `${row.site} ${row.day}`);
  return new Map(
    chosen.flatMap(({ site, minute, days: own }) => {
      const known = own
        .flatMap((day) => pastDay(site, day, minute, bySiteDay.get(`${site.id} ${day}`) ?? [], context) ?? [])
        .slice(0, DAYS);
      const usual = usualOf(known);
      return usual ? [[site.id, usual] as const] : [];
    }),
  );
}

/** Habit from past days; null for too few. */
export function usualOf(days: readonly { readonly now: number; readonly day: number }[]): Usual | null {
  if (days.length < ENOUGH) return null;
  const soFar = days.map(({ now }) => now);
  return {
    now: { low: quantile(soFar, 0.1), middle: quantile(soFar, 0.5), high: quantile(soFar, 0.9) },
    day: quantile(
      days.map(({ day }) => day),
      0.5,
    ),
  };
}

interface Row extends EvidenceRow {
  readonly day_value: number;
  readonly day_open_value: number;
  readonly day_open_minutes: number;
}

/** Visits of a past day up to a time of day and in all; null when either is not known. */
function pastDay(
  site: Site,
  day: LocalDate,
  minute: number,
  rows: readonly Row[],
  context: VisitContext,
): { readonly now: number; readonly day: number } | null {
  const sources = context.sourcesOf(site);
  const [truth] = sources;
  if (!truth || !countsOn(site, truth, day, context)) return null;
  const spans = openSpans(site, day);
  const until = minute >= 1440 ? Number.POSITIVE_INFINITY : atLocalTime(day, clockOf(minute), site.zone);
  const early = cutBefore(spans, until);
  const whole = rows.map((row) => ({
    ...row,
    value: row.day_value,
    open_value: row.day_open_value,
    open_minutes: row.day_open_minutes,
  }));
  const judged = (part: readonly EvidenceRow[], over: typeof spans) =>
    judge(
      sources.map((source) => evidenceOf(site, source, part, over, context)),
      minutesBefore(over, Number.POSITIVE_INFINITY),
      true,
    );
  const all = judged(whole, spans).visits;
  const now = early.length === 0 ? 0 : judged(rows, early).visits;
  return all === null || now === null ? null : { now, day: all };
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
