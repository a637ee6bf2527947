/** Resource `calendar`: every day of a period, coming ones with what is expected, and visits an open hour by weekday
 *  and hour. Sites are taken together. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import type { Site } from "../domain/site.ts";
import {
  addDays,
  type DaySpan,
  daysBetween,
  daysIn,
  type LocalDate,
  localDate,
  startOfDay,
  toIso,
  weekday,
} from "../domain/time.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { combine } from "../visits/combine.ts";
import type { VisitContext } from "../visits/context.ts";
import { judgeDays } from "../visits/daily.ts";
import { minutesBefore, openSpans } from "../visits/open-time.ts";
import { readWeekHours, weekHours } from "../visits/week-hours.ts";
import { readPageDays } from "./days-read.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { readKeptVintages } from "./kept-vintages.ts";
import { breaksOf, marksOf } from "./marks.ts";
import { type TotalDay, totalsByDay } from "./period-days.ts";
import { begin, provenance } from "./provenance.ts";
import { type Spread, spreadOf, sumSpreads } from "./spread.ts";
import { lookUp, quantilesOf, type Vintages } from "./vintage.ts";

type Row = ViewReply<"calendar">["rows"][number];

/** A year, and the rest of its first and last week. */
const WEEKS = 54;

export async function calendarView(
  deps: ViewDeps,
  query: ViewQuery<"calendar">,
): Promise<ViewReply<"calendar">> {
  const { store, territory } = deps;
  const { zone } = territory;
  const now = deps.now();
  const today = localDate(now, zone);
  const span = calendarPeriod(query, today);
  const sites = chosenSites(territory, query.sites);
  const all = sites.length === territory.sites.length;
  const over = { from: span.from, to: earlier(span.to, today) };
  const ahead = { from: span.from > today ? span.from : addDays(today, 1), to: span.to };
  const begun = begin(deps, now);
  const ids = sites.map(({ id }) => id);
  const [{ context, version }, evidence, grid, vintages] = await Promise.all([
    begun,
    readPageDays(deps, now, sites, span),
    deps.memories.weekHours(`${over.from} ${over.to} ${ids.join(" ")}`, async () => {
      const [told, known] = await Promise.all([readWeekHours(store, sites, over), begun]);
      return weekHours(sites, over, told, known.context);
    }),
    ahead.from < ahead.to ? readKeptVintages(deps, all ? [TERRITORY] : ids, ahead, now) : null,
  ]);
  const totals = totalsByDay(judgeDays(evidence, context), today);
  const visitsOn = (day: LocalDate) => totals.get(day)?.visits ?? null;
  const whole = combine([...totals.values()]);
  const named = { ...span, sites: ids };
  return {
    ...provenance({
      resource: "calendar",
      query: named,
      version,
      context,
      sites,
      coverage: whole.coverage,
      until: startOfDay(span.to, zone),
    }),
    now: toIso(now),
    zone,
    ...span,
    sites: territory.sites.map((site) => ({
      id: site.id,
      name: site.name,
      chosen: sites.includes(site),
      by_hour: grid.sites.has(site.id),
    })),
    years: yearsOf(sites, context, today),
    total: whole.visits,
    rows: daysIn(span).map((day) => {
      const total = totals.get(day);
      return total ? pastRow(total) : comingRow(day, sites, vintages, all);
    }),
    hours: grid.hours.map(({ visits, openDays, openHours, complete, ...hour }) => ({
      ...hour,
      visits: visits === null ? null : Math.round(visits * 100) / 100,
      open_days: openDays,
      open_hours: openHours,
      at_least: !complete,
    })),
    marks: marksOf(span, territory.calendar, sites, visitsOn),
    breaks: breaksOf(span, territory),
    estimated_share: whole.dueMinutes > 0 ? Math.min(1, whole.estimatedMinutes / whole.dueMinutes) : 0,
  };
}

/** Without a period: this week and the 51 before it, whole weeks.
 *  @throws RangeError when the end does not lie after the start, or more than 54 weeks after it */
export function calendarPeriod(query: ViewQuery<"calendar">, today: LocalDate): DaySpan {
  const last = query.last === undefined ? undefined : addDays(query.last, 1);
  const to = query.to ?? last ?? (query.from === undefined ? nextMonday(today) : addDays(query.from, 364));
  const from = query.from ?? addDays(nextMonday(addDays(to, -1)), -364);
  if (from >= to) throw new RangeError(`invalid to: ${to} (a day after ${from} is expected)`);
  if (daysBetween(from, to) > 7 * WEEKS)
    throw new RangeError(`invalid from: ${from} (at most ${7 * WEEKS} days up to ${to} in one calendar)`);
  return { from, to };
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => [a, b].sort()[0] ?? a;

/** First Monday after a day. */
const nextMonday = (day: LocalDate) => addDays(day, 8 - weekday(day));

const NO_FORECAST = { forecast_low: null, forecast_middle: null, forecast_high: null };

function pastRow({ day, visits, state, complete, running, openMinutes }: TotalDay): Row {
  const at_least = visits !== null && (running || !complete);
  return { day, visits, state, at_least, open_hours: openMinutes / 60, ...NO_FORECAST };
}

function comingRow(day: LocalDate, sites: readonly Site[], vintages: Vintages | null, all: boolean): Row {
  const minutes = sites.reduce(
    (sum, site) => sum + minutesBefore(openSpans(site, day), Number.POSITIVE_INFINITY),
    0,
  );
  const expected = minutes > 0 && vintages ? expectedOn(day, sites, vintages, all) : null;
  const forecast = expected && {
    forecast_low: Math.round(expected.low),
    forecast_middle: Math.round(expected.middle),
    forecast_high: Math.round(expected.high),
  };
  return {
    day,
    visits: null,
    state: minutes > 0 ? "coming" : "closed",
    at_least: false,
    open_hours: minutes / 60,
    ...(forecast ?? NO_FORECAST),
  };
}

/** Null unless every open site has a forecast. */
function expectedOn(day: LocalDate, sites: readonly Site[], vintages: Vintages, all: boolean): Spread | null {
  const of = (id: string) => {
    const quantiles = quantilesOf(lookUp(vintages.days, id, day));
    return quantiles && spreadOf(quantiles);
  };
  if (all) return of(TERRITORY);
  const parts = sites.filter((site) => openSpans(site, day).length > 0).map(({ id }) => of(id));
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : sumSpreads(known);
}

function yearsOf(sites: readonly Site[], context: VisitContext, today: LocalDate): number[] {
  const first = sites
    .flatMap((site) => context.sourcesOf(site).flatMap((source) => context.firstDay(site, source) ?? []))
    .sort()[0];
  const running = Number(today.slice(0, 4));
  const from = Math.min(running, Number((first ?? today).slice(0, 4)));
  return Array.from({ length: running - from + 1 }, (_, i) => from + i);
}
