/** Resource `board`: each site today against what is usual at this hour, and the seven days ahead. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { isOpenAt } from "../domain/opening.ts";
import type { Territory } from "../domain/site.ts";
import {
  addDays,
  daySpan,
  type Instant,
  type LocalDate,
  localDate,
  minuteOfDay,
  toIso,
} from "../domain/time.ts";
import { TERRITORY } from "../jobs/territory-forecast.ts";
import { ask } from "../store/query.ts";
import { judgeChosenDays, readChosenDays } from "../visits/chosen-days.ts";
import { combine } from "../visits/combine.ts";
import type { VisitContext } from "../visits/context.ts";
import { openSpans } from "../visits/open-time.ts";
import { readQuarters } from "../visits/quarters.ts";
import { feedRunLast } from "../visits/queries.ts";
import { type PastDays, readPastDays, usualUntil } from "../visits/usual.ts";
import { boardDays, bookedTotals } from "./board-days.ts";
import { type RowParts, siteRow, territoryRow, worstFirst } from "./board-rows.ts";
import { type SiteDay, siteDay } from "./board-site.ts";
import { readBookedTaking } from "./booked.ts";
import type { ViewDeps } from "./deps.ts";
import { readAdvising } from "./flows/advising.ts";
import { firstAdvice } from "./flows/first-advice.ts";
import { freshnessOf } from "./freshness.ts";
import { readInside } from "./inside-now.ts";
import { readKeptVintages } from "./kept-vintages.ts";
import { begin, provenance } from "./provenance.ts";
import { shareLeft } from "./share-left.ts";
import { RUNS_MS } from "./sites.ts";
import { expectedAtClosing, type Spread, spreadOf, sumSpreads } from "./spread.ts";
import { verdictOf } from "./verdict.ts";
import { lookUp, quantilesOf, type VintageRow } from "./vintage.ts";
import { weekendDays, weekendOf } from "./weekend.ts";

const DAYS = 7;

export async function boardView(deps: ViewDeps, query: ViewQuery<"board">): Promise<ViewReply<"board">> {
  const { store, territory, pairOf } = deps;
  const { sites, zone } = territory;
  const now = deps.now();
  const today = localDate(now, zone);
  const ids = sites.map((site) => site.id);
  const begun = hasBegun(territory, today, now);
  const ahead = { from: today, to: addDays(today, DAYS + 1) };
  const [
    { context, version },
    quarters,
    runs,
    vintages,
    booked,
    taking,
    weekends,
    pastOfToday,
    advising,
    inside,
  ] = await Promise.all([
    begin(deps, now),
    readQuarters(store, sites, { from: daySpan(addDays(today, begun ? 0 : -1), zone).from, to: now }),
    ask(store, feedRunLast, { from: now - RUNS_MS }),
    readKeptVintages(deps, [...ids, TERRITORY], ahead, now, addDays(today, 1)),
    readBookedTaking(deps, ids, today, DAYS + 1, today),
    deps.bookingSites(),
    readWeekends(deps, today),
    begun ? pastDaysOf(deps, today) : null,
    readAdvising(deps, now),
    begun ? readInside(deps, now) : null,
  ]);
  const { days: forecasts, hours } = vintages;
  const weekendVisits = judgeChosenDays(weekends, context);
  const dayOf = (day: LocalDate) =>
    sites.map((site): SiteDay => {
      const { from, to } = daySpan(day, zone);
      const rows = (quarters.get(site.id) ?? []).filter(({ start }) => start >= from && start < to);
      const feeds = context.feedsOf(site).map((feed) => freshnessOf(feed, site, context, runs));
      return siteDay(site, day, rows, feeds, context);
    });
  const ofToday = dayOf(today);
  const before = !begun && ofToday.every(({ visits }) => !visits.visits);
  const day = before ? addDays(today, -1) : today;
  const shown = before ? dayOf(day) : ofToday;
  const past = pastOfToday ?? (await pastDaysOf(deps, day));
  const parts = shown.map((entry): RowParts => {
    const { site } = entry;
    return {
      ...entry,
      usual: usualUntil(site, minuteOf(entry, day, context), past, context),
      expected: before
        ? null
        : expectedOf(entry, lookUp(forecasts, site.id, today), hours.get(site.id) ?? [], today),
      days: boardDays(site, addDays(day, 1), DAYS, forecasts, booked, taking),
      inside: before ? null : (inside?.get(site.id) ?? null),
    };
  });
  const forecastOn = (date: LocalDate) => quantilesOf(lookUp(forecasts, TERRITORY, date));
  const all = territoryRow(territory, parts, day, forecastOn);
  const expectedToday = parts.flatMap((part) => part.expected ?? []);
  return {
    ...provenance({
      resource: "board",
      query: { ...query, day },
      version,
      context,
      sites,
      coverage: combine(shown.map(({ visits }) => visits)).coverage,
    }),
    now: toIso(now),
    zone,
    day,
    before_opening: before,
    territory: all,
    rows: worstFirst(parts.map((part) => siteRow(part, day, now))),
    verdict: verdictOf(parts),
    weekend: weekendOf({
      territory,
      today,
      pairOf,
      expectedOn: (date) => {
        if (date === today && expectedToday.length > 0) return sumSpreads(expectedToday);
        const quantiles = forecastOn(date);
        return quantiles && spreadOf(quantiles);
      },
      visitsOn: (site, date) => lookUp(weekendVisits, site.id, date),
    }),
    booked: bookedTotals(parts, booked),
    advice: firstAdvice(advising(context, forecasts).advice, today),
  };
}

function readWeekends({ store, territory, pairOf, memories }: ViewDeps, today: LocalDate) {
  const { sites } = territory;
  return memories.weekends(today, () => readChosenDays(store, sites, weekendDays(today, sites, pairOf)));
}

function pastDaysOf({ store, territory, memories }: ViewDeps, day: LocalDate): Promise<PastDays> {
  const { sites, calendar, zone } = territory;
  return memories.pastDays(day, () => readPastDays(store, sites, day, calendar, zone));
}

/** True from the first opening of the day on. */
function hasBegun({ sites }: Territory, today: LocalDate, now: Instant): boolean {
  return sites.some((site) => openSpans(site, today).some(({ from }) => from <= now) || isOpenAt(site, now));
}

/** Clock time up to which the day shown is compared. */
function minuteOf({ site, countedTo }: SiteDay, day: LocalDate, { now }: VisitContext): number {
  const span = daySpan(day, site.zone);
  if (span.to <= now || countedTo >= span.to) return 24 * 60;
  return countedTo <= span.from ? 0 : minuteOfDay(countedTo, site.zone);
}

/** Null when closed or without a forecast. What is left begins at the last report, and holes before it count too. */
function expectedOf(
  { site, visits, countedTo, holes }: SiteDay,
  forecast: VintageRow | undefined,
  hours: readonly VintageRow[],
  today: LocalDate,
): Spread | null {
  const spans = openSpans(site, today);
  if (!forecast || spans.length === 0) return null;
  const rest = spans
    .filter(({ to }) => to > countedTo)
    .map(({ from, to }) => ({ from: Math.max(from, countedTo), to }));
  const left = shareLeft(spans, [...holes, ...rest], hours, forecast.mean);
  return expectedAtClosing(visits.visits, spreadOf(forecast), left);
}
