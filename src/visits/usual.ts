/** What is usual on such a weekday up to such an hour: the newest open days of the same weekday, holidays left out,
 *  inside or outside school holidays like the day itself where there are enough of them. They are brought to
 *  the level of the season first where it rises or falls (see season.ts). */
import type { Calendar } from "../domain/calendar.ts";
import { quantile } from "../domain/quantile.ts";
import type { Site } from "../domain/site.ts";
import {
  addDays,
  atLocalTime,
  type Instant,
  type LocalDate,
  localDate,
  type Span,
  startOfDay,
  type Zone,
} from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { type EvidenceRow, endOf, evidenceOf, type QuarterRow } from "./evidence.ts";
import { judge } from "./judge.ts";
import { cutBefore, minutesBefore, minutesWithin, openSpans } from "./open-time.ts";
import { quarterRows } from "./quarters.ts";
import { quartersOfDays } from "./queries.ts";
import { inSeason, type PastDay } from "./season.ts";

/** Days that a range is made from, and how many are asked for so that some may be missing. */
const DAYS = 8;
const ASKED = 10;
/** Fewer than this many days make no habit. */
const ENOUGH = 4;
/** With this many days of the same school status, the others do not count. */
const SAME_SCHOOL = 5;
/** A season that begins again looks back to the last one. */
const WEEKS_BACK = 60;
/** Days further back than this are of another season, whose trend is over. */
const TREND_DAYS = 35;
/** School status is compared over this many open days. */
const RECENT = 20;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What is usual for one site, people. */
export interface Usual {
  /** 8 days in 10 lie between, up to the clock time asked for; middle value beside it. Null where the source tells
   *  whole days only, and the day was not over. */
  readonly now: { readonly low: number; readonly middle: number; readonly high: number } | null;
  /** Middle value of whole days. */
  readonly day: number;
}

/** Quarter hours of the days that each site is compared with. */
export interface PastDays {
  readonly days: ReadonlyMap<string, readonly LocalDate[]>;
  readonly rows: ReadonlyMap<string, readonly QuarterRow[]>;
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

/** Reads the past of the sites that are open on a day; the others have no habit of it. */
export async function readPastDays(
  store: Store,
  sites: readonly Site[],
  day: LocalDate,
  calendar: Calendar,
  zone: Zone,
): Promise<PastDays> {
  const open = sites.filter((site) => openSpans(site, day).length > 0);
  const days = new Map(open.map((site) => [site.id, usualDays(site, day, calendar)]));
  const all = [...new Set([...days.values()].flat())].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return { days, rows: new Map() };
  const found = await ask(store, quartersOfDays, {
    sites: open.map((site) => site.id),
    days: all,
    from: startOfDay(first, zone),
    to: startOfDay(addDays(last, 1), zone),
    tz: zone,
  });
  const rows = new Map<string, QuarterRow[]>();
  for (const { site, day: past, feed, measure, starts, amounts, lengths } of found) {
    const own = quarterRows({ feed, measure, starts, amounts, lengths });
    rows.set(`${site} ${past}`, [...(rows.get(`${site} ${past}`) ?? []), ...own]);
  }
  return { days, rows };
}

/** Habit of one site up to a time of day. @param minute after midnight; 1440 = the whole day. Null for too few days. */
export function usualUntil(site: Site, minute: number, past: PastDays, context: VisitContext): Usual | null {
  const known = (past.days.get(site.id) ?? []).flatMap((day) => {
    const rows = past.rows.get(`${site.id} ${day}`) ?? [];
    const whole = visitsUntil(site, day, rows, Number.POSITIVE_INFINITY, context);
    const until =
      minute >= 24 * 60 ? whole : visitsUntil(site, day, rows, atMinute(day, minute, site), context);
    return whole === null ? [] : [{ now: until, day: whole }];
  });
  const newest = past.days.get(site.id)?.[0];
  const goesOn = newest !== undefined && addDays(newest, TREND_DAYS) >= localDate(context.now, site.zone);
  const days = known.slice(0, DAYS);
  return usualOf(goesOn ? inSeason(days) : days);
}

/** Habit from past days; null for too few. */
export function usualOf(days: readonly PastDay[]): Usual | null {
  if (days.length < ENOUGH) return null;
  const soFar = days.flatMap(({ now }) => now ?? []);
  const whole = days.map(({ day }) => day);
  return {
    now:
      soFar.length < ENOUGH
        ? null
        : { low: edgeOf(soFar, 0.1), middle: quantile(soFar, 0.5), high: edgeOf(soFar, 0.9) },
    day: quantile(whole, 0.5),
  };
}

/** Quantile that leaves the next day outside as often as the level says; from eight days nearly their extremes.
 *  SOURCE: Hyndman & Fan 1996, definition 6. */
function edgeOf(values: readonly number[], level: number): number {
  const n = values.length;
  return quantile(values, ((n + 1) * level - 1) / (n - 1));
}

/** Visits of a past day up to an instant; null when they are not known. */
function visitsUntil(
  site: Site,
  day: LocalDate,
  rows: readonly QuarterRow[],
  until: Instant,
  context: VisitContext,
): number | null {
  const spans = cutBefore(openSpans(site, day), until);
  const open = minutesBefore(spans, until);
  if (open === 0) return 0;
  const known = toldUntil(rows, spans, until);
  const evidence = context.sourcesOf(site).map((source) => evidenceOf(site, source, known, spans, context));
  return judge(evidence, open, true).visits;
}

/** Buckets against opening spans, added up by feed and measure: some twenty thousand buckets stand behind a board.
 *  @param until a bucket that lies across it counts in proportion; one longer than an hour cannot be cut */
function toldUntil(rows: readonly QuarterRow[], spans: readonly Span[], until: Instant): EvidenceRow[] {
  const out: Writable<EvidenceRow>[] = [];
  for (const row of rows) {
    const end = endOf(row);
    if (end > until && (row.start >= until || row.minutes > 60)) continue;
    const value = end <= until ? row.value : (row.value * (until - row.start)) / (end - row.start);
    const inside = minutesWithin(spans, { from: row.start, to: end });
    const { feed, measure } = row;
    let sums = out.find((one) => one.feed === feed && one.measure === measure);
    if (!sums) {
      sums = { feed, measure, value: 0, open_value: 0, open_minutes: 0 };
      out.push(sums);
    }
    sums.value += value;
    if (inside > 0) sums.open_value += value;
    sums.open_minutes += inside;
  }
  return out;
}

function atMinute(day: LocalDate, minute: number, site: Site): Instant {
  const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return atLocalTime(day, clock, site.zone);
}
