/** Visits an open hour by weekday and hour of the clock, for sites taken together. Only hours that the source of truth
 *  measured in full count; an hour without a measurement weighs as the site's others of that weekday and hour. */
import type { Site } from "../domain/site.ts";
import {
  type DaySpan,
  daysIn,
  HOUR,
  type Instant,
  type LocalDate,
  startOfDay,
  weekday,
} from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import { knownUntil } from "./hourly.ts";
import { FULL } from "./judge.ts";
import { eachOpenHour, union } from "./open-hours.ts";
import { openSpans } from "./open-time.ts";
import { evidenceHours } from "./queries.ts";
import type { ResolvedSource } from "./source.ts";

/** One hour of one weekday. */
export interface HourOfWeek {
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** 0–23. */
  readonly hour: number;
  /** Visits an open hour; null = never measured. */
  readonly visits: number | null;
  /** Days with a measurement at one site at least, and days open. */
  readonly days: number;
  readonly openDays: number;
  /** Hours of the clock in which at least one site was open. */
  readonly openHours: number;
  /** False where a site in the sum was open but never measured: `visits` is a lower bound. */
  readonly complete: boolean;
}

export interface WeekHours {
  /** Hours in which anything was open, in order of weekday and hour. */
  readonly hours: readonly HourOfWeek[];
  /** Sites of which at least one hour was measured: the others are left out of the sums. */
  readonly sites: ReadonlySet<string>;
}

/** What one feed reported of one hour. */
interface Told {
  /** Of counters and sheets the part inside opening hours. */
  readonly value: number;
  readonly minutes: number;
}

/** By `site feed measure`, then by start of the hour. */
export type HoursTold = ReadonlyMap<string, ReadonlyMap<Instant, Told>>;

/** Reads what {@link weekHours} sums; may run while the context is still being read.
 *  @param to exclusive; days that are over */
export async function readWeekHours(
  store: Store,
  sites: readonly Site[],
  { from, to }: DaySpan,
): Promise<HoursTold> {
  const [zone] = sites.map((site) => site.zone);
  if (zone === undefined || from >= to) return new Map();
  const rows = await ask(store, evidenceHours, {
    sites: sites.map((site) => site.id),
    from: startOfDay(from, zone),
    to: startOfDay(to, zone),
    tz: zone,
  });
  return new Map(
    rows.map(({ site, feed, measure, hours, amounts, minutes }) => [
      `${site} ${feed} ${measure}`,
      new Map(hours.map((hour, i) => [hour * 1000, { value: amounts[i] ?? 0, minutes: minutes[i] ?? 0 }])),
    ]),
  );
}

/** Sums over one weekday and hour: of one site, or of all sites' open time. */
interface Sums {
  visits: number;
  measured: number;
  due: number;
}

/** @param days days that are over */
export function weekHours(
  sites: readonly Site[],
  days: DaySpan,
  told: HoursTold,
  context: VisitContext,
): WeekHours {
  const clocks = sites.flatMap((site) => siteClock(site, told, context) ?? []);
  const list = daysIn(days);
  const perSite = clocks.map(() => new Map<number, Sums>());
  const measuredOn = new Map<number, Set<LocalDate>>();
  for (const day of list) {
    clocks.forEach(({ site, visitsOf }, n) => {
      eachOpenHour(openSpans(site, day), site.zone, (start, hour, minutes) => {
        const key = keyOf(day, hour);
        const sums = sumsAt(perSite[n], key);
        const visits = visitsOf(start, day, minutes);
        sums.due += minutes;
        if (visits === null) return;
        sums.visits += visits;
        sums.measured += minutes;
        measuredOn.set(key, (measuredOn.get(key) ?? new Set()).add(day));
      });
    });
  }
  const counted = clocks.filter((_, n) =>
    [...(perSite[n]?.values() ?? [])].some(({ measured }) => measured > 0),
  );
  const own = perSite.filter((_, n) => clocks[n] && counted.includes(clocks[n]));
  const open = openTime(
    counted.map(({ site }) => site),
    list,
  );
  const hours = [...open]
    .sort(([a], [b]) => a - b)
    .map(([key, { minutes, days: openDays }]): HourOfWeek => {
      const parts = own.flatMap((sums) => sums.get(key) ?? []);
      const known = parts.filter(({ measured }) => measured > 0);
      const visits = known.reduce((sum, part) => sum + (part.visits / part.measured) * part.due, 0);
      return {
        weekday: Math.floor(key / 24) + 1,
        hour: key % 24,
        visits: known.length > 0 ? visits / (minutes / 60) : null,
        days: measuredOn.get(key)?.size ?? 0,
        openDays,
        openHours: minutes / 60,
        complete: known.length === parts.length,
      };
    });
  return { hours, sites: new Set(counted.map(({ site }) => site.id)) };
}

const keyOf = (day: LocalDate, hour: number) => (weekday(day) - 1) * 24 + hour;

function sumsAt(sums: Map<number, Sums> | undefined, key: number): Sums {
  const known = sums?.get(key) ?? { visits: 0, measured: 0, due: 0 };
  sums?.set(key, known);
  return known;
}

/** Minutes in which at least one site is open, and days, by weekday and hour. */
function openTime(
  sites: readonly Site[],
  days: readonly LocalDate[],
): Map<number, { minutes: number; days: number }> {
  const out = new Map<number, { minutes: number; days: number; last: LocalDate }>();
  for (const day of days) {
    const [first] = sites;
    if (!first) break;
    eachOpenHour(union(sites.flatMap((site) => openSpans(site, day))), first.zone, (_, hour, minutes) => {
      const key = keyOf(day, hour);
      const sums = out.get(key) ?? { minutes: 0, days: 0, last: "" };
      sums.minutes += minutes;
      if (sums.last !== day) sums.days += 1;
      sums.last = day;
      out.set(key, sums);
    });
  }
  return out;
}

interface SiteClock {
  readonly site: Site;
  /** Visits of an hour with so many open minutes as measured; null = not measured in full. */
  readonly visitsOf: (start: Instant, day: LocalDate, openMinutes: number) => number | null;
}

function siteClock(site: Site, told: HoursTold, context: VisitContext): SiteClock | null {
  const [source] = context.sourcesOf(site);
  if (!source) return null;
  const first = context.firstDay(site, source);
  if (first === null) return null;
  const feeds = source.feeds.flatMap((feed) => feedClock(site, feed, source, told, context));
  const until = knownUntil(source, context, context.now);
  const { calibration } = source;
  if (source.kind === "events") {
    return {
      site,
      visitsOf: (start, day) =>
        day < first || start + HOUR > until
          ? null
          : calibration * feeds.reduce((sum, { rows }) => sum + (rows.get(start)?.value ?? 0), 0),
    };
  }
  return {
    site,
    visitsOf: (start, day, openMinutes) => {
      let visits = 0;
      let spoken = false;
      for (const { from, rows } of feeds) {
        if (from > day) continue;
        const row = rows.get(start);
        // More than an hour in one reading: a daily count cannot be told by hour.
        if (!row || row.minutes < openMinutes * FULL || row.minutes > 60) return null;
        visits += row.value;
        spoken = true;
      }
      return spoken ? calibration * visits : null;
    },
  };
}

interface FeedClock {
  /** First day on which the feed delivered anything for the site. */
  readonly from: LocalDate;
  readonly rows: ReadonlyMap<Instant, Told>;
}

function feedClock(
  site: Site,
  feed: string,
  source: ResolvedSource,
  told: HoursTold,
  context: VisitContext,
): FeedClock[] {
  const from = context.firstDay(site, { ...source, feeds: [feed] });
  if (from === null) return [];
  return [{ from, rows: told.get(`${site.id} ${feed} ${source.measure}`) ?? new Map() }];
}
