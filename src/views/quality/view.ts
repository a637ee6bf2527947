/** Resource `quality`: how each feed did, what is wrong, whether door and till agree; what arrived, what was set aside
 *  and why, what was corrected, and what is missing. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import {
  addDays,
  type DaySpan,
  HOUR,
  type LocalDate,
  localDate,
  startOfDay,
  toIso,
} from "../../domain/time.ts";
import { readAnnotations } from "../../store/annotations.ts";
import { ask } from "../../store/query.ts";
import { combine } from "../../visits/combine.ts";
import { type DayRows, type DayVisits, judgeDays, readDayRows } from "../../visits/daily.ts";
import { feedRunLast } from "../../visits/queries.ts";
import { annotationRow } from "../annotations/wire.ts";
import { bounded } from "../bounded.ts";
import { readPageDays } from "../days-read.ts";
import type { ViewDeps } from "../deps.ts";
import { begin, provenance } from "../provenance.ts";
import { newestAside } from "../quarantine/newest.ts";
import { feedRunList, rejectedCount, revisionDay, revisionList } from "../queries.ts";
import { RUNS_MS } from "../sites.ts";
import { bothDays, doorsAndTills } from "./both-days.ts";
import { clockMinutes, ratiosOf } from "./concordance.ts";
import { problemsOf } from "./problems.ts";
import { feedRunDay, feedSilence } from "./queries.ts";
import { selectedDay } from "./selected.ts";
import { readShapes } from "./shapes.ts";
import { stripesOf, stuckHoursOf } from "./stripes.ts";

/** Eight weeks, today among them. */
const DEFAULT_DAYS = 55;
/** Days before the period from which the first bands are made: 28 open days of a site that opens three days a week. */
const LEAD_DAYS = 70;
/** A day has many faces here: more of them are asked for in parts. */
const MOST_DAYS = 400;
/** Silences shorter than any allowance are not looked at. */
const LEAST_SILENCE = HOUR;

/** Without a period: the last eight weeks; a day further back brings its own. */
export async function qualityView(
  deps: ViewDeps,
  query: ViewQuery<"quality">,
): Promise<ViewReply<"quality">> {
  const { store, territory } = deps;
  const { zone, sites } = territory;
  const now = deps.now();
  const today = localDate(now, zone);
  const days = periodOf(query, today);
  const span = { from: startOfDay(days.from, zone), to: startOfDay(days.to, zone) };
  const ids = sites.map(({ id }) => id);
  const long = { from: addDays(days.from, -LEAD_DAYS), to: days.to };
  const chosen = choiceOf(deps, query, days, today);
  const [
    { context, version },
    evidence,
    rowsOfToday,
    runs,
    rejected,
    revisions,
    revised,
    lastRuns,
    runDays,
    silences,
    shapes,
    noted,
    selected,
    quarantine,
  ] = await Promise.all([
    begin(deps, now),
    readPageDays(deps, now, sites, long),
    readDayRows(store, sites, { from: today, to: long.to }),
    ask(store, feedRunList, span),
    ask(store, rejectedCount, span),
    ask(store, revisionList, days),
    ask(store, revisionDay, { sites: ids, ...days }),
    ask(store, feedRunLast, { from: now - RUNS_MS }),
    ask(store, feedRunDay, { ...span, tz: zone }),
    ask(store, feedSilence, { from: span.from, least: LEAST_SILENCE }),
    readShapes(deps, sites, days, today),
    readAnnotations(store, ids, days, now + 1),
    chosen === null ? null : selectedDay(deps, chosen.day, chosen.feed, sites),
    newestAside(deps, now, chosen?.feed ?? null),
  ]);
  const visits = judgeDays(evidence, context);
  const judged = [...visits.values()].flat().filter(({ day }) => day >= days.from);
  const dayRows = merged(evidence.rows, rowsOfToday);
  const concordance = doorsAndTills(sites, context).map((pair) => {
    const both = bothDays(pair, long, dayRows, shapes, context);
    return {
      site: pair.site.id,
      counter: pair.doors[0]?.id ?? "",
      till: pair.tills[0]?.id ?? "",
      days: ratiosOf(both).filter(({ day }) => day >= days.from),
      clock_minutes: clockMinutes(both),
    };
  });
  const outside = new Map(
    concordance.map((pair) => [
      pair.site,
      new Set(pair.days.filter((day) => day.outside).map(({ day }) => day)),
    ]),
  );
  const stripes = stripesOf(
    { span: days, rows: dayRows, shapes, silences, revisions: revised, runs: lastRuns, runDays, outside },
    context,
  );
  const feeds = stripes.map(({ feed }) => feed);
  const rows = stripes.flatMap((stripe) => stripe.days);
  const bySite = sites.map((site) => ({
    id: site.id,
    name: site.name,
    coverage: rounded(combine(judged.filter((day) => day.site === site.id)).coverage),
  }));
  const faults = noted.filter(({ kind }) => kind === "fault");
  const setAside = rejected.map(({ rejected_rows, ...row }) => ({ ...row, count: rejected_rows }));
  const { coverage } = combine(judged);
  return {
    ...provenance({
      resource: "quality",
      query: { ...days },
      version,
      context,
      sites,
      coverage,
      until: span.to,
    }),
    now: toIso(now),
    zone,
    ...days,
    sites: bySite,
    feeds,
    feed: chosen?.feed ?? null,
    rows,
    problems: problemsOf({
      today,
      feeds,
      rows,
      concordance,
      stuckHours: stuckHoursOf(shapes),
      sites: bySite,
      rejected: setAside,
      rejectedDays: runDays.filter(({ rejected_rows }) => rejected_rows > 0),
      saidBy: (feed) => lastRuns.find((run) => run.feed === feed && run.problem !== "")?.problem ?? "",
      lastDayOf: ({ last_at, last_run_at }) => {
        const at = last_at ?? last_run_at;
        return at === null ? null : localDate(Date.parse(at), zone);
      },
      faults,
    }),
    concordance,
    faults: faults.map(annotationRow),
    selected,
    runs: runs.map(({ started, ended, rejected_rows, ...run }) => ({
      ...run,
      started_at: toIso(started),
      ended_at: toIso(ended),
      rejected: rejected_rows,
    })),
    rejected: setAside,
    revisions: revisions.map(({ kind: _kind, detected, ...row }) => ({
      ...row,
      detected_at: toIso(detected),
    })),
    gaps: judged.flatMap(gapOf),
    quarantine,
  };
}

/** Which day is looked at closely, of which feed; null = none. A feed alone is looked at on the last day.
 *  @throws RangeError for a feed that the territory does not have, and for a day outside the period */
function choiceOf(
  { territory }: ViewDeps,
  { day, feed }: ViewQuery<"quality">,
  days: DaySpan,
  today: LocalDate,
): { readonly day: LocalDate; readonly feed: string | null } | null {
  if (day === undefined && feed === undefined) return null;
  if (feed !== undefined && !territory.feeds.some(({ id }) => id === feed)) {
    const known = territory.feeds.map(({ id }) => id).join(", ");
    throw new RangeError(`invalid feed: ${feed} (one of ${known} is expected)`);
  }
  const last = addDays(days.to, -1);
  const asked = day ?? (last < today ? last : today);
  if (asked < days.from || asked >= days.to) {
    throw new RangeError(`invalid day: ${asked} (a day from ${days.from} to ${last} is expected)`);
  }
  return { day: asked, feed: feed ?? null };
}

/** @throws RangeError when the end does not lie after the start, and for more than 400 days */
function periodOf({ from, to, day }: ViewQuery<"quality">, today: LocalDate): DaySpan {
  const tomorrow = addDays(today, 1);
  const usual = addDays(tomorrow, -1 - DEFAULT_DAYS);
  if (from === undefined && to === undefined && day !== undefined && day < usual) {
    return { from: addDays(day, -DEFAULT_DAYS), to: addDays(day, 1) };
  }
  const end = to ?? (from !== undefined && from > today ? addDays(from, 1) : tomorrow);
  const start = from ?? addDays(end, -1 - DEFAULT_DAYS);
  if (start >= end) throw new RangeError(`invalid to: ${end} (a day after ${start} is expected)`);
  return bounded({ from: start, to: end }, MOST_DAYS);
}

/** Rows of days that are over, and of the running one, by site. */
function merged(over: DayRows, running: DayRows): DayRows {
  const ids = new Set([...over.keys(), ...running.keys()]);
  return new Map([...ids].map((id) => [id, new Map([...(over.get(id) ?? []), ...(running.get(id) ?? [])])]));
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 1000;
}

/** Open time that the source of truth did not measure; a minute here and there is no gap. */
function gapOf({ site, day, state, coverage, dueMinutes }: DayVisits): ViewReply<"quality">["gaps"] {
  if (coverage === null || coverage >= 1) return [];
  const missing = Math.round((1 - coverage) * dueMinutes);
  if (missing === 0) return [];
  return [{ site, day, missing_minutes: missing, estimated_minutes: state === "estimated" ? missing : 0 }];
}
