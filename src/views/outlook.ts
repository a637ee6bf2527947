/** Resource `outlook`: one site's past fortnight beside what was promised, its next four weeks with their reasons,
 *  and how far promises were off. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import type { ComingDay } from "../contract/outlook.ts";
import { addDays, daysIn, type LocalDate, localDate, toIso } from "../domain/time.ts";
import { countsBookings } from "../jobs/models.ts";
import { ask } from "../store/query.ts";
import { judgeDays } from "../visits/daily.ts";
import { readBookedTaking } from "./booked.ts";
import { comingDay } from "./coming.ts";
import { readPageDays } from "./days-read.ts";
import { siteOf, type ViewDeps } from "./deps.ts";
import { readKeptVintages } from "./kept-vintages.ts";
import { breaksOf, marksOf } from "./marks.ts";
import { openingReply } from "./opening.ts";
import { type Promises, readPromises } from "./promised.ts";
import { aboutSite, begin, provenance } from "./provenance.ts";
import { forecastExplanation, forecastState } from "./queries.ts";
import { reasonsFor } from "./reasons.ts";
import { lastMiss, scoreDays, servedOrNot } from "./score-days.ts";
import { lookUp, people, quantilesOf } from "./vintage.ts";

const PAST_DAYS = 14;
/** After today. */
const COMING_DAYS = 28;
/** Days ahead at which the page says how far off forecasts were. */
const AHEAD = [1, 7, 28] as const;
const WEEK = 7;

export async function outlookView(
  deps: ViewDeps,
  query: ViewQuery<"outlook">,
): Promise<ViewReply<"outlook">> {
  const { store, territory } = deps;
  const site = siteOf(territory, query.site);
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const ahead = { from: today, to: addDays(today, COMING_DAYS + 1) };
  const span = { from: addDays(today, -PAST_DAYS), to: ahead.to };
  const [{ context, version }, evidence, vintages, [state], [kept], booked, taking, finish] =
    await Promise.all([
      begin(deps, now),
      readPageDays(deps, now, [site], { from: span.from, to: addDays(today, 1) }),
      readKeptVintages(deps, [site.id], ahead, now, ahead.to),
      ask(store, forecastState, { sites: [site.id], step: "P1D", asOf: now }),
      ask(store, forecastExplanation, { site: site.id, asOf: now }),
      readBookedTaking(deps, [site.id], today, COMING_DAYS + 1, today),
      deps.bookingSites(),
      readPromises(deps, now, [{ id: site.id, sites: [site] }]),
    ]);
  const visits = judgeDays(evidence, context);
  const promises = finish(context);
  const forecasts = vintages.days;
  const hours = vintages.hours.get(site.id) ?? [];
  const days = visits.get(site.id) ?? [];
  const visitsOn = (day: LocalDate) => days.find((known) => known.day === day)?.visits ?? null;
  const coming = daysIn(ahead).map((day) => {
    const places = taking.has(site.id) ? (lookUp(booked, site.id, day) ?? { all: 0, groups: 0 }) : null;
    return comingDay(site, day, quantilesOf(lookUp(forecasts, site.id, day)), places, hours);
  });
  const selected = selectedDay(coming, query.day, today);
  const [newest] = forecasts.values();
  const running = days.find(({ day }) => day === today);
  const { coverage } = promises.all;
  return {
    ...provenance({
      resource: "outlook",
      query: { site: site.id, day: query.day },
      version,
      context,
      sites: [site],
      coverage,
    }),
    ...aboutSite(site, territory, now),
    sites: territory.sites.map(({ id, name }) => ({ id, name })),
    refused: state === undefined ? "no_data" : state.reason || null,
    past: days
      .filter(({ day }) => day < today)
      .map(({ day, visits: count, state, estimated }) => {
        const promised = promises.ranges.get(`${site.id} ${WEEK} ${day}`);
        return {
          day,
          opening: openingReply(site, day),
          visits: count,
          state,
          estimated,
          promised: promised ? rounded(promised) : null,
        };
      }),
    coming,
    today: { visits: running?.visits ?? null, state: running?.state ?? "missing" },
    selected,
    ...(selected === null
      ? { drivers: [], similar: [] }
      : mutable(reasonsFor(kept?.explanation, { day: selected, territory, booked: taking.has(site.id) }))),
    desk_rule: site.desk?.visitsPerPerson ?? null,
    ...trust(promises, site.id),
    marks: marksOf(span, territory.calendar, [site], visitsOn),
    breaks: breaksOf(span, territory),
    model: newest ? (state?.model ?? null) : null,
    counts_bookings: countsBookings(state?.model ?? ""),
    origin: newest ? toIso(newest.origin) : null,
    issued_at: newest ? toIso(newest.issued_at) : null,
  };
}

/** The asked day where it is still to come, else the fullest open day of the week after today, else the next. */
export function selectedDay(
  coming: readonly ComingDay[],
  asked: LocalDate | undefined,
  today: LocalDate,
): LocalDate | null {
  if (asked !== undefined && coming.some(({ day }) => day === asked)) return asked;
  const open = coming.filter(({ day, forecast }) => day > today && forecast !== null);
  const soon = open.filter(({ day }) => day <= addDays(today, WEEK));
  const [fullest] = [...soon].sort((a, b) => (b.forecast?.q50 ?? 0) - (a.forecast?.q50 ?? 0));
  return (fullest ?? open[0])?.day ?? null;
}

function trust({ scored }: Promises, site: string): Pick<ViewReply<"outlook">, "scores" | "last_miss"> {
  const at = (ahead: number) => servedOrNot(scored.get(`${site} ${ahead}`) ?? []);
  const miss = lastMiss(at(WEEK).days);
  return {
    scores: AHEAD.flatMap((lead) => {
      const { days: judged, source } = at(lead);
      const scores = scoreDays(judged);
      if (!scores) return [];
      const { days, mae, naive_mae, inside } = scores;
      return [{ lead, days, mae, naive_mae, inside, source }];
    }),
    last_miss: miss
      ? { day: miss.day, visits: miss.visits, promised: rounded({ low: miss.q10, high: miss.q90 }) }
      : null,
  };
}

function rounded({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low: people(low), high: people(high) };
}

function mutable({
  drivers,
  similar,
}: ReturnType<typeof reasonsFor>): Pick<ViewReply<"outlook">, "drivers" | "similar"> {
  return { drivers: [...drivers], similar: [...similar] };
}
