/** Resource `attendance`: the days of a period beside comparable days, growth three ways, weeks, and what explains
 *  the peaks. Sites are taken together: a day is paired as a day of all of them. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import {
  addDays,
  type DaySpan,
  daysIn,
  type LocalDate,
  localDate,
  startOfDay,
  toIso,
  weekday,
} from "../domain/time.ts";
import { ask } from "../store/query.ts";
import { combine } from "../visits/combine.ts";
import { judgeDays } from "../visits/daily.ts";
import { bounded } from "./bounded.ts";
import { readPageDays, readPageSpanOf } from "./days-read.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { withoutGaps } from "./gaps.ts";
import { difference, growthComparable, growthPerOpenHour, growthToDate, sameDate } from "./growth.ts";
import { breaksOf, marksOf } from "./marks.ts";
import { type PairedDay, pairDays, type TotalDay, totalsByDay } from "./period-days.ts";
import { begin, provenance } from "./provenance.ts";
import { revisionDay } from "./queries.ts";
import { type Revised, revisedDays } from "./revised.ts";
import { weeksOf } from "./weeks.ts";

const WEEKS = 8;

export async function attendanceView(
  deps: ViewDeps,
  query: ViewQuery<"attendance">,
): Promise<ViewReply<"attendance">> {
  const { store, territory, pairOf } = deps;
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const span = periodOf(query, today);
  const sites = chosenSites(territory, query.sites);
  const pairOfDay = (day: LocalDate) => pairOf(sites, day);
  const [{ context, version }, evidence, past, revisions] = await Promise.all([
    begin(deps, now),
    readPageDays(deps, now, sites, span),
    readPageSpanOf(
      deps,
      now,
      sites,
      daysIn(span)
        .flatMap((day) => [pairOfDay(day).pair, sameDate(day)])
        .filter(isDay),
    ),
    ask(store, revisionDay, { sites: sites.map((site) => site.id), ...span }),
  ]);
  const visits = judgeDays(evidence, context);
  // Growth and weeks go by what was measured; what is shown for a day says when it is estimated.
  const filled = totalsByDay(await withoutGaps(deps, visits), today);
  const before = past ? judgeDays(past, context) : new Map<string, never>();
  const totals = totalsByDay(visits, today);
  const totalsBefore = totalsByDay(before, today);
  const days = pairDays([...totals.values()], totalsBefore, pairOfDay);
  const visitsOn = (day: LocalDate) => totals.get(day)?.visits ?? null;
  const revised = revisedDays(revisions, sites, context, visitsOn);
  const all = combine([...filled.values()]);
  const named = { ...span, sites: sites.map((site) => site.id) };
  const until = startOfDay(span.to, territory.zone);
  return {
    ...provenance({
      resource: "attendance",
      query: named,
      version,
      context,
      sites,
      coverage: all.coverage,
      until,
    }),
    now: toIso(now),
    zone: territory.zone,
    ...span,
    sites: territory.sites.map((site) => ({ id: site.id, name: site.name, chosen: sites.includes(site) })),
    total: all.visits,
    estimated: all.estimated,
    provisional_from: days.find(({ now: { provisional } }) => provisional)?.now.day ?? null,
    rows: days.map((day) => rowOf(day, filled.get(day.now.day) ?? day.now, revised.get(day.now.day))),
    growth: {
      to_date: growthToDate([...totals.values()], totalsBefore),
      comparable: growthComparable(days),
      per_open_hour: growthPerOpenHour(days),
    },
    weeks: weeksOf(days),
    marks: marksOf(span, territory.calendar, sites, visitsOn)
      .filter(({ day }) => visitsOn(day) !== null)
      .map((mark) => ({
        ...mark,
        compare_visits: days.find(({ now: { day } }) => day === mark.day)?.before?.visits ?? null,
      })),
    breaks: breaksOf(span, territory).map((mark) => ({
      ...mark,
      difference: difference(days.filter(({ now: { day } }) => day >= mark.from && day < mark.to)),
    })),
    estimated_share: all.dueMinutes > 0 ? Math.min(1, all.estimatedMinutes / all.dueMinutes) : 0,
    revisions: revised.size,
  };
}

/** Without a period: the last eight full weeks and the days of this one that are over.
 *  @throws RangeError when the end does not lie after the start */
export function periodOf(query: ViewQuery<"attendance">, today: LocalDate): DaySpan {
  const open = query.from !== undefined && query.from >= today ? addDays(query.from, 1) : today;
  const to = query.to ?? (query.last === undefined ? open : addDays(query.last, 1));
  const monday = addDays(to, 1 - weekday(to));
  const from = query.from ?? addDays(monday, -7 * WEEKS);
  if (from >= to) throw new RangeError(`invalid to: ${to} (a day after ${from} is expected)`);
  return bounded({ from, to });
}

function isDay(day: LocalDate | null): day is LocalDate {
  return day !== null;
}

/** @param shown the day with its gaps filled */
function rowOf(
  { before, pair, unpaired }: PairedDay,
  shown: TotalDay,
  revised: Revised | undefined,
): ViewReply<"attendance">["rows"][number] {
  const { day, visits, state, estimated, coverage, provisional } = shown;
  return {
    day,
    visits,
    state,
    estimated,
    coverage,
    provisional,
    compare_day: pair?.day ?? null,
    compare_visits: before?.visits ?? null,
    compare_reason: pair?.reason ?? null,
    unpaired,
    revised: revised ?? null,
  };
}
