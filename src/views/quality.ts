/** Resource `quality`: what arrived, what was set aside and why, what was corrected, and what is missing. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import { addDays, type DaySpan, localDate, startOfDay, toIso } from "../domain/time.ts";
import { ask } from "../store/query.ts";
import { combine } from "../visits/combine.ts";
import { type DayVisits, judgeDays, readDays } from "../visits/daily.ts";
import { bounded } from "./bounded.ts";
import type { ViewDeps } from "./deps.ts";
import { begin, provenance } from "./provenance.ts";
import { feedRunList, rejectedCount, revisionList } from "./queries.ts";

const DEFAULT_DAYS = 30;

/** Without a period: the last 30 days and today. */
export async function qualityView(
  deps: ViewDeps,
  query: ViewQuery<"quality">,
): Promise<ViewReply<"quality">> {
  const { store, territory } = deps;
  const now = deps.now();
  const days = periodOf(query, localDate(now, territory.zone));
  const span = { from: startOfDay(days.from, territory.zone), to: startOfDay(days.to, territory.zone) };
  const [{ context, version }, evidence, runs, rejected, revisions] = await Promise.all([
    begin(deps, now),
    readDays(store, now, territory.sites, days),
    ask(store, feedRunList, span),
    ask(store, rejectedCount, span),
    ask(store, revisionList, days),
  ]);
  const visits = judgeDays(evidence, context);
  const { sites } = territory;
  const judged = [...visits.values()].flat();
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
    runs: runs.map(({ started, ended, rejected_rows, ...run }) => ({
      ...run,
      started_at: toIso(started),
      ended_at: toIso(ended),
      rejected: rejected_rows,
    })),
    rejected: rejected.map(({ rejected_rows, ...row }) => ({ ...row, count: rejected_rows })),
    revisions: revisions.map(({ site, feed, measure, day, before, after, detected }) => ({
      site,
      feed,
      measure,
      day,
      before,
      after,
      detected_at: toIso(detected),
    })),
    gaps: judged.flatMap(gapOf),
  };
}

/** @throws RangeError when the end does not lie after the start */
function periodOf({ from, to }: ViewQuery<"quality">, today: string): DaySpan {
  const end = to ?? (from !== undefined && from > today ? addDays(from, 1) : addDays(today, 1));
  const start = from ?? addDays(end, -1 - DEFAULT_DAYS);
  if (start >= end) throw new RangeError(`invalid to: ${end} (a day after ${start} is expected)`);
  return bounded({ from: start, to: end });
}

/** Open time that the source of truth did not measure; a minute here and there is no gap. */
function gapOf({ site, day, state, coverage, dueMinutes }: DayVisits): ViewReply<"quality">["gaps"] {
  if (coverage === null || coverage >= 1) return [];
  const missing = Math.round((1 - coverage) * dueMinutes);
  if (missing === 0) return [];
  return [{ site, day, missing_minutes: missing, estimated_minutes: state === "estimated" ? missing : 0 }];
}
