/** Resource `comparison`: visits an open hour of each site beside its comparable days a year before. Each site is
 *  paired by itself; only days known in full on both sides count, and only sites of which nine tenths are known. */
import type { ViewQuery, ViewReply } from "../api/views.ts";
import {
  addDays,
  type DaySpan,
  daysIn,
  type LocalDate,
  localDate,
  startOfDay,
  toIso,
} from "../domain/time.ts";
import { combine } from "../visits/combine.ts";
import { judgeDays } from "../visits/daily.ts";
import { bounded } from "./bounded.ts";
import { compareSite } from "./compared-site.ts";
import { concentrationOf } from "./concentration.ts";
import { readPageDays, readPageSpanOf } from "./days-read.ts";
import { chosenSites, type ViewDeps } from "./deps.ts";
import { changeOf, sameDate } from "./growth.ts";
import { begin, provenance } from "./provenance.ts";

type Row = ViewReply<"comparison">["rows"][number];

export async function comparisonView(
  deps: ViewDeps,
  query: ViewQuery<"comparison">,
): Promise<ViewReply<"comparison">> {
  const { territory, pairOf } = deps;
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const span = comparisonPeriod(query, today);
  const sites = chosenSites(territory, query.sites);
  const begun = begin(deps, now);
  const ids = sites.map((site) => site.id);
  const [{ context, version }, evidence, before] = await Promise.all([
    begun,
    readPageDays(deps, now, sites, span),
    deps.memories.yearBefore(`${span.from} ${span.to} ${ids.join(" ")}`, async () => {
      const pairs = sites.flatMap((site) => daysIn(span).flatMap((day) => pairOf([site], day).pair ?? []));
      const [past, known] = await Promise.all([readPageSpanOf(deps, now, sites, pairs), begun]);
      return past ? judgeDays(past, known.context) : new Map<string, never>();
    }),
  ]);
  const visits = judgeDays(evidence, context);
  const compared = sites.map((site) =>
    compareSite(
      site,
      (visits.get(site.id) ?? []).filter(({ day }) => day < today),
      before.get(site.id) ?? [],
      (day) => pairOf([site], day),
    ),
  );
  const all = combine([...visits.values()].flat());
  const rows = compared.toSorted((a, b) => (b.per_hour ?? -1) - (a.per_hour ?? -1));
  const named = { ...span, sites: ids };
  return {
    ...provenance({
      resource: "comparison",
      query: named,
      version,
      context,
      sites,
      coverage: all.coverage,
      until: startOfDay(span.to, territory.zone),
    }),
    now: toIso(now),
    zone: territory.zone,
    ...span,
    sites: territory.sites.map((site) => ({ id: site.id, name: site.name, chosen: sites.includes(site) })),
    rows,
    together: togetherOf(rows),
    concentration: concentrations(rows),
    estimated_share: all.dueMinutes > 0 ? Math.min(1, all.estimatedMinutes / all.dueMinutes) : 0,
  };
}

/** Without a period: the last twelve months up to yesterday.
 *  @throws RangeError when the end does not lie after the start */
export function comparisonPeriod(query: ViewQuery<"comparison">, today: LocalDate): DaySpan {
  const to = query.to ?? (query.last === undefined ? today : addDays(query.last, 1));
  const from = query.from ?? sameDate(to) ?? addDays(to, -365);
  if (from >= to) throw new RangeError(`invalid to: ${to} (a day after ${from} is expected)`);
  return bounded({ from, to });
}

interface Both {
  readonly visits: number;
  readonly hours: number;
  readonly before: number;
  readonly hoursBefore: number;
}

/** The constant perimeter: sites that are compared. */
function bothOf(rows: readonly Row[]): Both[] {
  return rows.flatMap(
    ({ visits, open_hours: hours, before_visits: before, before_open_hours: hoursBefore }) =>
      visits === null || before === null || hoursBefore === null
        ? []
        : [{ visits, hours, before, hoursBefore }],
  );
}

function togetherOf(rows: readonly Row[]): ViewReply<"comparison">["together"] {
  const both = bothOf(rows);
  const sum = (of: (part: Both) => number) => both.reduce((total, part) => total + of(part), 0);
  const [hours, hoursBefore] = [sum((part) => part.hours), sum((part) => part.hoursBefore)];
  if (hours === 0 || hoursBefore === 0) return null;
  const [visits, before] = [sum((part) => part.visits), sum((part) => part.before)];
  const [value, then] = [visits / hours, before / hoursBefore];
  const change = changeOf(visits, before) === null ? null : value / then - 1;
  return { per_hour: value, before_per_hour: then, change };
}

function concentrations(rows: readonly Row[]): ViewReply<"comparison">["concentration"] {
  const both = bothOf(rows);
  const now = concentrationOf(both.map(({ visits }) => visits));
  if (now) return { now, before: concentrationOf(both.map(({ before }) => before)) };
  const alone = concentrationOf(rows.flatMap(({ visits }) => visits ?? []));
  return alone && { now: alone, before: null };
}
