/** Resource `quality`: how each feed did, what is wrong, whether door and till agree; what arrived, what was set aside
 *  and why, what was corrected, and what is missing. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { type DataReason, REASONS } from "../../contract/data-state.ts";
import type { QualityFeed } from "../../contract/quality.ts";
import { addDays, HOUR, localDate, startOfDay, toIso } from "../../domain/time.ts";
import { readAnnotations } from "../../store/annotations.ts";
import { ask } from "../../store/query.ts";
import { combine } from "../../visits/combine.ts";
import { type DayVisits, judgeDays } from "../../visits/daily.ts";
import type { QuarterRow } from "../../visits/evidence.ts";
import { annotationRow } from "../annotations/wire.ts";
import { readPageDays } from "../days-read.ts";
import type { ViewDeps } from "../deps.ts";
import { withoutGaps } from "../gaps.ts";
import { begin, provenance } from "../provenance.ts";
import { newestAside } from "../quarantine/newest.ts";
import { feedRunList, rejectedCount, revisionList } from "../queries.ts";
import { netRevisions } from "../revised.ts";
import { RUNS_MS } from "../sites.ts";
import { choiceOf, periodOf } from "./asked.ts";
import { readConcordances } from "./concordances.ts";
import { feedReason } from "./feed-state.ts";
import { FRESH_DAYS, problemsOf } from "./problems.ts";
import { feedRunDay, feedSilence } from "./queries.ts";
import { lastRunsOf, newColumns, runDaysOf } from "./runs.ts";
import { selectedDay } from "./selected.ts";
import { shapesOf } from "./shape.ts";
import { readShapes } from "./shapes.ts";
import { siteDaysOf } from "./site-days.ts";
import { stripesOf, stuckHoursOf } from "./stripes.ts";
import { withToday } from "./with-today.ts";

/** Days before the period from which the first bands are made: 28 open days of a site that opens three days a week. */
const LEAD_DAYS = 70;
/** Listed; the newest ones. */
const MOST_REVISIONS = 1000;
/** Silences shorter than any allowance are not looked at. */
const LEAST_SILENCE = HOUR;

/** Without a period: the last eight weeks; a day further back brings its own. */
export async function qualityView(
  deps: ViewDeps,
  query: ViewQuery<"quality">,
): Promise<ViewReply<"quality">> {
  const { store, territory, memories } = deps;
  const { zone, sites } = territory;
  const now = deps.now();
  const today = localDate(now, zone);
  const days = periodOf(query, today);
  const span = { from: startOfDay(days.from, zone), to: startOfDay(days.to, zone) };
  const ids = sites.map(({ id }) => id);
  const long = { from: addDays(days.from, -LEAD_DAYS), to: days.to };
  const chosen = choiceOf(territory, query, days, today);
  const [
    { context, version },
    evidence,
    runs,
    rejected,
    revisions,
    runRows,
    silences,
    shapesOver,
    noted,
    selected,
    quarantine,
  ] = await Promise.all([
    begin(deps, now),
    readPageDays(deps, now, sites, long),
    ask(store, feedRunList, span),
    ask(store, rejectedCount, span),
    ask(store, revisionList, days),
    ask(store, feedRunDay, {
      from: Math.min(span.from, now - RUNS_MS),
      to: Math.max(span.to, now + 1),
      tz: zone,
    }),
    memories.silences(days.from, () => ask(store, feedSilence, { from: span.from, least: LEAST_SILENCE })),
    readShapes(deps, sites, days, today),
    memories.annotations(`${days.from} ${days.to}`, () => readAnnotations(store, ids, days, now + 1)),
    chosen === null ? null : selectedDay(deps, chosen.day, chosen.feed, sites),
    newestAside(deps, now, chosen?.feed ?? null),
  ]);
  const visits = judgeDays({ ...evidence, days }, context);
  const judged = [...visits.values()].flat();
  const quarters = evidence.quarters ?? new Map<string, readonly QuarterRow[]>();
  const dayRows = withToday(evidence.rows, today, sites, quarters);
  const shapes = [...shapesOver, ...[...quarters].flatMap(([site, own]) => shapesOf(site, today, own))];
  const lastRuns = lastRunsOf(runRows, localDate(now - RUNS_MS, zone));
  const runDays = runDaysOf(runRows.filter(({ day }) => day >= days.from && day < days.to));
  const [concordance, filled] = await Promise.all([
    readConcordances(deps, days, long, dayRows, context),
    withoutGaps(deps, visits),
  ]);
  const outside = new Map(
    concordance.map((pair) => [
      pair.site,
      new Set(pair.days.filter((day) => day.outside).map(({ day }) => day)),
    ]),
  );
  const net = netRevisions(revisions);
  const siteDays = siteDaysOf({ sites, judged: visits, filled, revisions: net }, context);
  const stripes = stripesOf(
    { span: days, rows: dayRows, shapes, silences, revisions: net, runs: lastRuns, runDays, outside },
    context,
  );
  const feeds = stripes.map(({ feed, days: own }): QualityFeed => {
    const reason = feedReason({
      health: feed.health,
      statuses: lastRuns.flatMap((run) => (run.feed === feed.feed ? run.status : [])),
      days: own,
      siteDays: siteDays.filter((day) => day.site === feed.site && day.feed === feed.feed),
      revised: net
        .filter((row) => row.feed === feed.feed && (feed.site === null || row.site === feed.site))
        .map(({ kind, detected }) => ({ kind, detectedDay: localDate(detected, zone) })),
      today,
    });
    return { ...feed, state: REASONS[reason].state, reason };
  });
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
    days: siteDays,
    reasons: wordsOf([...feeds, ...siteDays]),
    problems: problemsOf({
      today,
      feeds,
      rows,
      concordance,
      stuckHours: stuckHoursOf(shapes),
      sites: bySite,
      rejected: setAside,
      newColumns: newColumns(runRows, addDays(today, -FRESH_DAYS)),
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
    revisions: revisions.slice(0, MOST_REVISIONS).map(({ detected, ...row }) => ({
      ...row,
      detected_at: toIso(detected),
    })),
    gaps: judged.flatMap(gapOf),
    quarantine,
  };
}

/** Each reason that was given, in words. */
function wordsOf(given: readonly { readonly reason: DataReason }[]): ViewReply<"quality">["reasons"] {
  return [...new Set(given.map(({ reason }) => reason))].map((reason) => ({ reason, ...REASONS[reason] }));
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
