/** Resource `logbook`: what was on, written down, corrected and unusual, and what of it is in the model. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import { LOG_KINDS } from "../../contract/logbook.ts";
import { addDays, type DaySpan, type LocalDate, localDate, toIso, weekday } from "../../domain/time.ts";
import { readAnnotations } from "../../store/annotations.ts";
import { ask } from "../../store/query.ts";
import { combine } from "../../visits/combine.ts";
import { judgeDays } from "../../visits/daily.ts";
import { bounded } from "../bounded.ts";
import { readPageDays } from "../days-read.ts";
import { chosenSites, type ViewDeps } from "../deps.ts";
import { begin, provenance } from "../provenance.ts";
import { revisionDay } from "../queries.ts";
import { unusualView } from "../unusual/view.ts";
import { calendarRows } from "./calendar-rows.ts";
import { correctionRows, unusualRows, writtenRow } from "./data-rows.ts";
import { loggedEffect } from "./effect.ts";

/** Full weeks before and after the running one that are shown without a period. */
const WEEKS_BEFORE = 8;
const WEEKS_AFTER = 4;
const MOST_DAYS = 400;

export async function logbookView(
  deps: ViewDeps,
  query: ViewQuery<"logbook">,
): Promise<ViewReply<"logbook">> {
  const { store, territory } = deps;
  const now = deps.now();
  const today = localDate(now, territory.zone);
  const span = periodOf(query, today);
  const sites = chosenSites(territory, query.sites);
  const ids = sites.map(({ id }) => id);
  const past = { from: span.from, to: compare(span.to, today) < 0 ? span.to : today };
  const [{ context, version }, evidence, revisions, noted, unusual, effect] = await Promise.all([
    begin(deps, now),
    past.from < past.to ? readPageDays(deps, now, sites, past) : null,
    ask(store, revisionDay, { sites: ids, ...span }),
    readAnnotations(store, ids, span, now + 1),
    unusualView(deps, { sites: ids, ...span }),
    loggedEffect(deps, query.effect, sites),
  ]);
  const visits = evidence ? judgeDays(evidence, context) : new Map<string, never>();
  const kinds = query.kind ?? [...LOG_KINDS];
  const rows = [
    ...calendarRows(territory, sites, span),
    ...noted.map(writtenRow),
    ...correctionRows(revisions, sites, context, visits),
    ...unusualRows(unusual.rows, noted),
  ].filter(({ kind }) => kinds.includes(kind));
  const { coverage } = combine([...visits.values()].flat());
  const named = { ...span, sites: ids, kinds };
  return {
    ...provenance({ resource: "logbook", query: named, version, context, sites, coverage }),
    now: toIso(now),
    zone: territory.zone,
    ...span,
    sites: territory.sites.map((site) => ({ id: site.id, name: site.name, chosen: sites.includes(site) })),
    kinds,
    rows: rows.sort(
      (a, b) => compare(a.from, b.from) || LOG_KINDS.indexOf(a.kind) - LOG_KINDS.indexOf(b.kind),
    ),
    unusual: kinds.includes("unusual") ? unusual.rows : [],
    judged: unusual.judged,
    effect,
  };
}

const compare = (a: LocalDate, b: LocalDate) => (a < b ? -1 : a > b ? 1 : 0);

/** Without a period: eight full weeks, the running one, and four to come.
 *  @throws RangeError when the end does not lie after the start, and for more than 400 days */
function periodOf(query: ViewQuery<"logbook">, today: LocalDate): DaySpan {
  const monday = addDays(today, 1 - weekday(today));
  const asked = query.to ?? (query.last === undefined ? undefined : addDays(query.last, 1));
  const usual = addDays(monday, 7 * (WEEKS_AFTER + 1));
  const from =
    query.from ?? addDays(asked === undefined || asked > monday ? monday : asked, -7 * WEEKS_BEFORE);
  const to = asked ?? (from < usual ? usual : addDays(from, 7));
  if (from >= to) throw new RangeError(`invalid to: ${to} (a day after ${from} is expected)`);
  return bounded({ from, to }, MOST_DAYS);
}
