/** One site's state on the day that the board shows. Pure. */
import type { BoardRow, BoardState } from "../contract/board.ts";
import type { Site } from "../domain/site.ts";
import { addDays, type Instant, type LocalDate, minuteOfDay, type Span, startOfDay } from "../domain/time.ts";
import type { VisitContext } from "../visits/context.ts";
import { type DayVisits, judgeDay } from "../visits/daily.ts";
import { againstOpening, type QuarterRow } from "../visits/evidence.ts";
import { FULL } from "../visits/judge.ts";
import { openSpans } from "../visits/open-time.ts";
import { judgeRunning, knownUntilNow, missingSpans } from "../visits/running.ts";
import { type Freshness, worstHealth } from "./freshness.ts";
import { clockText } from "./opening.ts";

/** A site on the day shown. */
export interface SiteDay {
  readonly site: Site;
  readonly visits: DayVisits;
  readonly state: BoardState;
  readonly bound: BoardRow["bound"];
  /** Until when its source of truth has spoken; null = never. */
  readonly knownTo: Instant | null;
  /** End of what `visits` covers: what usual and expected are measured from. */
  readonly countedTo: Instant;
  readonly missing: BoardRow["missing"];
  /** Open time before `countedTo` that nobody measured: the count is too low even for its hour. */
  readonly holes: readonly Span[];
  readonly feeds: readonly Freshness[];
}

/** @param rows quarter hours of the day; @param feeds freshness of all of the site's feeds */
export function siteDay(
  site: Site,
  day: LocalDate,
  rows: readonly QuarterRow[],
  feeds: readonly Freshness[],
  context: VisitContext,
): SiteDay {
  const [source] = context.sourcesOf(site);
  const end = startOfDay(addDays(day, 1), site.zone);
  const knownTo = knownUntilNow(site, source, context);
  const over = end <= context.now;
  const health = worstHealth(feeds, source?.feeds ?? []);
  const spans = openSpans(site, day);
  const running = over ? null : judgeRunning(site, day, rows, context);
  const visits =
    running ??
    judgeDay(
      site,
      day,
      rows.map((row) => againstOpening(row, spans)),
      context,
    );
  const fresh = running ? running.fresh : true;
  const countedTo = Math.min(end, context.now, fresh && over ? end : (knownTo ?? 0));
  const until = running && !running.fresh ? context.now : over ? end : countedTo;
  const missing = missingSpans(site, day, rows, context, until);
  const holes = missing.filter(({ from }) => from < countedTo);
  const state = stateOf({ visits, knownTo, fresh, health, over });
  const made = state === "estimated";
  return {
    site,
    visits,
    state,
    bound:
      visits.estimated > 0
        ? "about"
        : visits.visits === null || (fresh && (made || holes.length === 0))
          ? "exact"
          : "at_least",
    knownTo,
    countedTo: made && !over ? Math.min(end, context.now) : countedTo,
    missing: made || state === "closed" ? [] : missing.map((span) => clocks(span, day, site)),
    holes: made ? [] : holes,
    feeds,
  };
}

interface Facts {
  readonly visits: DayVisits;
  readonly knownTo: Instant | null;
  readonly fresh: boolean;
  readonly health: Freshness["health"];
  readonly over: boolean;
}

/** An open day without any number is missing, or late while the day goes on and its feeds may be silent. A number that
 *  stands still is late beyond the allowance, and partial within it. */
function stateOf({ visits, knownTo, fresh, health, over }: Facts): BoardState {
  if (visits.state === "closed") return "closed";
  if (knownTo === null) return "no_data";
  if (visits.state === "estimated") return "estimated";
  if (visits.visits === null) return !over && health === "ok" ? "late" : "missing";
  if (!over && !fresh) return health === "ok" ? "partial" : "late";
  return visits.coverage !== null && visits.coverage < FULL ? "partial" : "up_to_date";
}

function clocks({ from, to }: Span, day: LocalDate, site: Site): { from: string; to: string } {
  const end = startOfDay(addDays(day, 1), site.zone);
  return {
    from: clockText(minuteOfDay(from, site.zone)),
    to: to >= end ? "24:00" : clockText(minuteOfDay(to, site.zone)),
  };
}
