/** Resource `visits`: visits per site and step, with the comparable day of the year before on request. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import type { VisitRow } from "../contract/visits.ts";
import type { Site } from "../domain/site.ts";
import { type DaySpan, daysIn, type Instant, localDate, startOfDay, toIso } from "../domain/time.ts";
import { coarseSteps } from "../visits/coarse-steps.ts";
import { combine, type Part } from "../visits/combine.ts";
import type { VisitContext } from "../visits/context.ts";
import { judgeDays, readDays } from "../visits/daily.ts";
import { type FineStep, fineSteps } from "../visits/fine-steps.ts";
import { readQuarters } from "../visits/quarters.ts";
import { bounded } from "./bounded.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { withoutGaps } from "./gaps.ts";
import { bySiteDay, NO_PAIR, pairedVisits, readSpanOf } from "./paired.ts";
import { begin, provenance } from "./provenance.ts";

type Row = VisitRow & { readonly part: Part };
/** Turns what was read into rows once the context is there. */
type Finish = (context: VisitContext) => Row[] | Promise<Row[]>;

export async function visitsView(deps: ViewDeps, query: ViewQuery<"visits">): Promise<ViewReply<"visits">> {
  const { from, to, step, compare } = query;
  if (compare !== undefined && step !== "P1D") {
    throw new RangeError(`invalid compare: ${compare} with step ${step} (comparable days need step P1D)`);
  }
  const now = deps.now();
  const sites = chosenSites(deps.territory, query.sites);
  const [{ context, version }, finish] = await Promise.all([
    begin(deps, now),
    read(deps, now, sites, { from, to }, query),
  ]);
  const rows = await finish(context);
  const total = combine(rows.map(({ part }) => part));
  const named = { from, to, step, compare, sites: sites.map((site) => site.id) };
  const until = startOfDay(to, deps.territory.zone);
  const { coverage } = total;
  return {
    ...provenance({ resource: "visits", query: named, version, context, sites, coverage, until }),
    total: total.visits,
    estimated: total.estimated,
    rows: rows.map(({ part: _part, ...row }) => row),
  };
}

function read(
  deps: ViewDeps,
  now: Instant,
  sites: readonly Site[],
  days: DaySpan,
  { step, compare }: ViewQuery<"visits">,
): Promise<Finish> {
  if (step === "PT15M" || step === "PT1H") return readFine(deps, now, sites, days, step);
  return readWhole(deps, now, sites, days, step, compare !== undefined);
}

async function readWhole(
  deps: ViewDeps,
  now: Instant,
  sites: readonly Site[],
  days: DaySpan,
  step: "P1D" | "P1W" | "P1M" | "P1Y",
  compare: boolean,
): Promise<Finish> {
  const { store, pairOf } = deps;
  const pairs = compare
    ? sites.flatMap((site) => daysIn(bounded(days)).flatMap((day) => pairOf([site], day).pair ?? []))
    : [];
  const [evidence, past] = await Promise.all([
    readDays(store, now, sites, days),
    readSpanOf(store, now, sites, pairs),
  ]);
  return async (context) => {
    const visits = await withoutGaps(deps, judgeDays(evidence, context));
    const before = bySiteDay(past, context);
    return sites.flatMap((site) => {
      const own = visits.get(site.id) ?? [];
      const parts = step === "P1D" ? own : coarseSteps(site.id, own, step, localDate(now, site.zone));
      return parts.map((part) => ({
        ...rowOf(part, startOfDay(part.day, site.zone)),
        ...(compare ? pairedVisits(site, part.day, pairOf, before) : NO_PAIR),
      }));
    });
  };
}

async function readFine(
  { store, territory: { zone } }: ViewDeps,
  now: Instant,
  sites: readonly Site[],
  days: DaySpan,
  step: FineStep,
): Promise<Finish> {
  const span = { from: startOfDay(days.from, zone), to: Math.min(now, startOfDay(days.to, zone)) };
  const quarters = await readQuarters(store, sites, span);
  return (context) =>
    sites.flatMap((site) => {
      const byDay = Map.groupBy(quarters.get(site.id) ?? [], (row) => localDate(row.start, zone));
      return daysIn(days)
        .filter((day) => startOfDay(day, zone) < now)
        .flatMap((day) => fineSteps(site, day, step, byDay.get(day) ?? [], context))
        .map((part) => rowOf(part, part.start));
    });
}

function rowOf(part: Part & { readonly site: string; readonly day: string }, start: Instant): Row {
  const { site, day, visits, state, coverage, estimated, provisional } = part;
  return {
    site,
    start: toIso(start),
    day,
    visits,
    state,
    coverage,
    estimated,
    estimated_by: part.by ?? null,
    provisional,
    ...NO_PAIR,
    part,
  };
}
