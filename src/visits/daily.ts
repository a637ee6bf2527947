/** Visits of sites by local day: days that are over from the day rollups, the running day from its quarter hours. */
import type { Site } from "../domain/site.ts";
import {
  type DaySpan,
  dayNumber,
  daySpan,
  daysIn,
  HOUR,
  type Instant,
  type LocalDate,
  localDate,
  type Zone,
} from "../domain/time.ts";
import type { Store } from "../store/connect.ts";
import { ask } from "../store/query.ts";
import type { VisitContext } from "./context.ts";
import type { DayVisits } from "./day-visits.ts";
import { type EvidenceRow, evidenceOf, type QuarterRow } from "./evidence.ts";
import { FULL, type Judged, judge } from "./judge.ts";
import { minutesBefore, openSpans } from "./open-time.ts";
import { readQuarters } from "./quarters.ts";
import { evidenceDay } from "./queries.ts";
import { judgeRunning } from "./running.ts";

export type { DayVisits };

/** Rows of days, by site and day. */
export type DayRows = ReadonlyMap<string, ReadonlyMap<LocalDate, readonly EvidenceRow[]>>;

/** Evidence of a span of days, read but not yet judged: what takes a question to the store. */
export interface DayEvidence {
  readonly sites: readonly Site[];
  readonly days: DaySpan;
  readonly rows: DayRows;
  /** Quarter hours of the running day by site; null when it is not among the days. */
  readonly quarters: ReadonlyMap<string, readonly QuarterRow[]> | null;
}

/** Reads what {@link judgeDays} judges; may run while the context is still being read.
 *  @param readOver reads days that are over, for those who remember them */
export async function readDays(
  store: Store,
  now: Instant,
  sites: readonly Site[],
  days: DaySpan,
  readOver = (over: DaySpan) => readDayRows(store, sites, over),
): Promise<DayEvidence> {
  const [zone] = sites.map((site) => site.zone);
  if (zone === undefined) return { sites, days, rows: new Map(), quarters: null };
  const today = localDate(now, zone);
  const running = days.from <= today && today < days.to;
  const [to = today] = [days.to, today].sort();
  const [rows, quarters] = await Promise.all([
    readOver({ from: days.from, to }),
    running ? readQuarters(store, sites, { from: daySpan(today, zone).from, to: now }) : null,
  ]);
  return { sites, days, rows, quarters };
}

/** What each feed reported of whole days. */
export async function readDayRows(
  store: Store,
  sites: readonly Site[],
  { from, to }: DaySpan,
): Promise<DayRows> {
  if (from >= to) return new Map();
  const rows = await ask(store, evidenceDay, { sites: sites.map(({ id }) => id), from, to });
  const bySite = Map.groupBy(rows, ({ site }) => site);
  return new Map([...bySite].map(([site, own]) => [site, Map.groupBy(own, ({ day }) => day)]));
}

/** What each feed reported of one site on one day. */
export function rowsOn(rows: DayRows, site: string, day: LocalDate): readonly EvidenceRow[] {
  return rows.get(site)?.get(day) ?? [];
}

/** Every day for each site, in order; days that have not begun are left out. */
export function judgeDays(evidence: DayEvidence, context: VisitContext): Map<string, DayVisits[]> {
  const { sites, days, rows, quarters } = evidence;
  const today = localDate(context.now, context.territory.zone);
  const list = daysIn(days).filter((day) => day < today);
  return new Map(
    sites.map((site) => {
      const judged = list.map((day) => judgeDay(site, day, rowsOn(rows, site.id, day), context));
      if (quarters) judged.push(judgeRunning(site, today, quarters.get(site.id) ?? [], context));
      return [site.id, judged];
    }),
  );
}

/** A day that is over. */
export function judgeDay(
  site: Site,
  day: LocalDate,
  rows: readonly EvidenceRow[],
  context: VisitContext,
): DayVisits {
  const spans = openSpans(site, day);
  const openMinutes = minutesBefore(spans, Number.POSITIVE_INFINITY);
  const sources = context.sourcesOf(site);
  const evidence = sources.map((source) => evidenceOf(site, source, rows, spans, context));
  const judged = judge(evidence, openMinutes, true);
  const incomplete = judged.coverage !== null && judged.coverage < FULL;
  const { allowanceMs, settlesMs } = context.patienceOf(site);
  const pending = incomplete && isWithin(day, site.zone, allowanceMs, context.now);
  return {
    site: site.id,
    day,
    openMinutes,
    dueMinutes: openMinutes,
    pending,
    provisional: pending || (judged.state !== "closed" && isWithin(day, site.zone, settlesMs, context.now)),
    ...judged,
  };
}

/** The latest instant at which a local day can end, from midnight UTC: twelve hours west, and a clock set back. */
const LATEST_END_MS = 38 * HOUR;

/** True while a day and `ms` more are not over. Whose end is what takes time to find: old days are told without it. */
function isWithin(day: LocalDate, zone: Zone, ms: number, now: Instant): boolean {
  return now < dayNumber(day) * 24 * HOUR + LATEST_END_MS + ms && now < daySpan(day, zone).to + ms;
}

/** A day that was open and is over, as known before `asOf`; null when it was closed. Rows may be of any step. */
export function judgeOpenDay(
  site: Site,
  day: LocalDate,
  context: VisitContext,
  rows: readonly EvidenceRow[],
  asOf: Instant,
): Judged | null {
  const spans = openSpans(site, day);
  const open = minutesBefore(spans, Number.POSITIVE_INFINITY);
  if (open === 0) return null;
  const evidence = context.sourcesOf(site).map((source) => {
    const known = evidenceOf(site, source, rows, spans, context);
    if (source.kind === "spans") return known;
    return { ...known, observedMinutes: Math.min(known.observedMinutes, minutesBefore(spans, asOf)) };
  });
  return judge(evidence, open, true);
}
